package org.clubpost.function.admin.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.directory.Entry;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.CameBack;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.suppression.Returned;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.site.ActWords;

/** What there is to say about one person on the list, in words. */
final class MemberFacts {

    private static final int SHOWN = 60;
    private static final int SHOWN_BACK = 10;

    private MemberFacts() {}

    /** How they stand. */
    static List<Map<String, String>> of(RoomVisit visit, Subscriber.Known known) {
        var facts = new ArrayList<Map<String, String>>();
        var words = visit.words();
        Entry.of(known).ifPresent(entry -> {
            var row = MemberRows.of(visit, List.of(entry)).getFirst();
            for (var what : List.of("address", "status", "joined", "group")) {
                var value = String.valueOf(row.get(what.equals("group") ? "groups" : what));
                if (!value.isEmpty()) {
                    facts.add(Map.of("what", words.text("members." + what), "value", value));
                }
            }
        });
        return facts;
    }

    /** What came back lately, newest first, in plain words. */
    static List<String> cameBack(RoomVisit visit, Optional<BounceRecord> record) {
        var words = visit.words();
        return record.map(BounceRecord::history).orElseGet(List::of).reversed().stream().limit(SHOWN_BACK)
                .map(CameBack::what)
                .map(what -> words.text("member.came-back", Map.of("day", words.day(what.at(), visit.zone()), "why",
                        switch (what) {
                            case Returned.Bounce bounce -> words.text("bounce." + bounce.reason().word());
                            case Returned.Complaint _ -> words.text("members.status.complained");
                        })))
                .toList();
    }

    /** What happened, newest first. */
    static List<Map<String, Object>> told(RoomVisit visit, ActWords acts, List<LogEntry> history) {
        var language = visit.words().language();
        return history.reversed().stream().limit(SHOWN)
                .map(entry -> Map.<String, Object>of("when", visit.words().time(entry.time(), visit.zone()), "what",
                        acts.what(language, entry), "who", acts.whoAndHow(language, entry), "details",
                        acts.details(language, entry)))
                .toList();
    }
}
