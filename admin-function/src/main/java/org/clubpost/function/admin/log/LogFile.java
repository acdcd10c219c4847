package org.clubpost.function.admin.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.SearchLog;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/LIST/log/csv}: what the log shows, as a table for spreadsheets (RFC 4180), its newest {@value #PAGES}
 * pages of {@value #SIZE} entries at most. A person in it is a key and no address.
 *
 * @param search finds entries
 */
public record LogFile(SearchLog search) implements Room {

    private static final int PAGES = 5;
    private static final int SIZE = 900;
    /** Tells spreadsheets that the text is in UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public RoomPath path() {
        return RoomPath.ofList("log", "csv");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.SEE_MEMBERS);
    }

    @Override
    public KnownFields fields() {
        return NO_FIELDS;
    }

    @Override
    public KnownFields query() {
        return LogSearch.FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var asked = LogSearch.of(visit);
        var text = new EntryWords(visit);
        var lines = new StringBuilder(BYTE_ORDER_MARK)
                .append(Cell.line(Stream.of("time", "id", "who", "way", "what", "details", "about", "undoes")));
        var after = Optional.<EntryId>empty();
        for (var page = 0; page < PAGES; page++) {
            var found = search.page(visit.list(), asked.wanted(visit), after, SIZE, visit.now());
            found.entries().forEach(entry -> lines.append(line(text, entry)));
            after = found.next();
            if (after.isEmpty()) {
                break;
            }
        }
        return RoomAnswer.whole(new HttpAnswer(200, Map.of("content-type", "text/csv; charset=utf-8",
                "content-disposition", "attachment; filename=\"" + visit.list().id() + "-log.csv\""),
                lines.toString()));
    }

    private static String line(EntryWords text, LogEntry entry) {
        List<String> details = text.details(entry);
        return Cell.line(Stream.of(entry.time().toString(), entry.id().value(), text.who(entry), entry.way().word(),
                text.what(entry),
                String.join("; ", details), entry.about().written(), entry.undoes().map(EntryId::value).orElse("")));
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return RoomAnswer.goTo(visit.room("log"));
    }
}
