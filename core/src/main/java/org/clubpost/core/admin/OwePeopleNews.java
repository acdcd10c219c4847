package org.clubpost.core.admin;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.list.setting.StoredSettings;
import org.clubpost.core.note.Errand;
import org.clubpost.core.note.NoteTasks;

/**
 * Notes that people are to be told who has come to run a list and who has gone, where no mail can be sent. {@link
 * CarryNews} tells them. Only the entry of the log is noted, so no address is.
 *
 * @param log has what was changed
 * @param tasks takes what is to be told
 * @param clock the time
 */
public record OwePeopleNews(ActLog log, NoteTasks tasks, InstantSource clock) implements PeopleNews {

    /** The entry is among the newest, unless so much was done in that moment. */
    private static final int NEWEST = 20;

    @Override
    public void tell(RunLists.Changed changed) {
        if (changed.before().people().equals(changed.after().people())) {
            return;
        }
        var list = changed.after().id();
        log.of(list, Optional.empty(), NEWEST, clock.instant()).stream().filter(entry -> says(entry, changed))
                .findFirst()
                .ifPresent(entry -> tasks.add(List.of(Errand.of(list, clock.instant(),
                        new Errand.PeopleNews(entry.id())))));
    }

    private static boolean says(LogEntry entry, RunLists.Changed changed) {
        var before = StoredSettings.of(changed.before());
        var after = StoredSettings.of(changed.after());
        return entry.act() == Act.LIST_CHANGED && CarryNews.SETTINGS.stream().anyMatch(key -> entry.changes()
                .contains(new Change(key, before.getOrDefault(key, ""), after.getOrDefault(key, ""))));
    }
}
