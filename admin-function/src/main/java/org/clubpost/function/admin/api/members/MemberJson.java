package org.clubpost.function.admin.api.members;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.directory.Entry;
import org.clubpost.core.directory.Status;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Route;

/** Somebody on a list, in JSON. */
final class MemberJson {

    private MemberJson() {}

    /**
     * A line of the directory.
     *
     * @param today the day at the list
     */
    static Map<String, Object> of(ListId list, Entry entry, LocalDate today) {
        return Members.of("id", entry.id().hex()).and("href", href(list, entry.id().hex()))
                .and("email", entry.address().written()).unlessEmpty("name", entry.name().text())
                .and("language", entry.language().toLanguageTag())
                .and("status", word(entry.isPaused(today) ? Status.PAUSED : entry.standing()))
                .and("joined", entry.joined())
                .and("groups", entry.groups().stream().map(GroupName::value).sorted().toList())
                .and("pausedUntil", entry.pausedUntil().filter(day -> day.isAfter(today)))
                .and("ended", entry.ended()).map();
    }

    static String href(ListId list, String member) {
        return Route.ROOT + "/lists/" + list + "/members/" + member;
    }

    static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
