package org.clubpost.core.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.StoredSettings;
import org.clubpost.core.notice.Notices;

/**
 * Tells people what was noted by {@link OwePeopleNews} and {@link OweMakersNews}. Every method may throw {@link
 * org.clubpost.core.UnavailableException}, and may be repeated; then somebody may be told twice.
 *
 * @param lists the lists
 * @param log has who came and went
 * @param makers who may make lists, and what was done about it
 * @param notices the way to tell them
 * @param clock the time
 */
public record CarryNews(Lists lists, ActLog log, ListMakers makers, Notices notices, InstantSource clock) {

    /** The settings that say who has a role. */
    static final List<String> SETTINGS = List.of("owners", "moderators");

    /** Tells who has come to run the list and who has gone, as that entry of the log says. */
    public void people(ListId id, EntryId named) {
        log.find(id, named, clock.instant()).ifPresent(entry -> lists.find(id).ifPresent(
                list -> new MailPeopleNews(notices).tell(new RunLists.Changed(with(list, entry, true),
                        with(list, entry, false)))));
    }

    private static MailingList with(MailingList list, LogEntry entry, boolean isBefore) {
        var settings = new HashMap<>(StoredSettings.of(list));
        entry.changes().stream().filter(change -> SETTINGS.contains(change.what()))
                .forEach(change -> settings.put(change.what(), isBefore ? change.before() : change.after()));
        return StoredSettings.restore(list.id(), list.domain(), settings);
    }

    /** Tells that somebody may make lists, or may not any more, as was done at that time. */
    public void makers(Instant at) {
        var now = makers.read();
        now.past().stream().filter(step -> step.at().equals(at))
                .forEach(step -> new MailMakersNews(lists, notices).tell(now.justAfter(step), step));
    }
}
