package org.clubpost.function.admin.members;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clubpost.core.directory.Entry;
import org.clubpost.core.list.GroupName;
import org.clubpost.function.admin.frame.RoomVisit;

/** Members as rows of a table. */
final class MemberRows {

    private MemberRows() {}

    static List<Map<String, Object>> of(RoomVisit visit, List<Entry> entries) {
        return entries.stream().map(entry -> row(visit, entry)).toList();
    }

    private static Map<String, Object> row(RoomVisit visit, Entry entry) {
        var words = visit.words();
        var name = entry.name().isGiven() ? entry.name().text() : entry.address().written();
        return Map.of("id", entry.id().hex(), "href", visit.room("members", entry.id().hex()), "name", name, "address",
                entry.address().written(), "status", status(visit, entry), "joined",
                words.day(entry.joined(), visit.zone()), "groups",
                entry.groups().stream().map(GroupName::value).sorted().collect(Collectors.joining(", ")), "select",
                words.text("members.select", Map.of("name", name)));
    }

    private static String status(RoomVisit visit, Entry entry) {
        var words = visit.words();
        return entry.isPaused(LocalDate.ofInstant(visit.now(), visit.zone()))
                ? words.text("members.paused-until", Map.of("day", entry.pausedUntil().orElseThrow()))
                : words.text("members.status." + Browse.word(entry.standing()));
    }
}
