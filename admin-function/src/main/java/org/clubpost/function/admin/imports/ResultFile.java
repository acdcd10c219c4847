package org.clubpost.function.admin.imports;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.ImportResult;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.log.Cell;
import org.clubpost.people.MemberFile;
import org.clubpost.people.file.Role;

/**
 * What became of each line of a table, as a table for spreadsheets (RFC 4180) in which nothing is a formula.
 *
 * @param visit whose list and words
 * @param ids tell people apart
 * @param became what became of everybody who stands in the table
 */
record ResultFile(RoomVisit visit, SubscriberIds ids, Map<SubscriberId, ImportResult.What> became) {

    /** Tells spreadsheets that the text is in UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The file for that table. */
    HttpAnswer of(SentFile file, Map<Integer, Role> roles) {
        var lines = new StringBuilder(BYTE_ORDER_MARK).append(Cell.line(Stream.of("line", "address", "what")
                .map(head -> visit.words().text("import.result." + head))));
        TableRead.lines(file, roles, visit.list(), (number, line) -> append(lines, number, line));
        return new HttpAnswer(200, Map.of("content-type", "text/csv; charset=utf-8", "content-disposition",
                "attachment; filename=\"" + visit.list().id() + "-import.csv\""), lines.toString());
    }

    private void append(StringBuilder lines, long number, MemberFile.Line line) {
        switch (line) {
            case MemberFile.Line.Person(var newcomer) -> append(lines, number, newcomer.address().written(),
                    became(newcomer.address()));
            case MemberFile.Line.NotConfirmed(_, var address, _) -> append(lines, number,
                    address.map(EmailAddress::written).orElse(""), "import.result.not-member");
            case MemberFile.Line.Bad(_, var fault, _) ->
                append(lines, number, "", "import.fault." + fault.name().toLowerCase(Locale.ROOT));
            case MemberFile.Line.NoAddress _ -> append(lines, number, "", "import.fault.no_address");
            case MemberFile.Line.Remark _ -> {
                // It is about the line before, which has its own.
            }
        }
    }

    /** Whoever is said in another line to be no member was not brought in. */
    private String became(EmailAddress address) {
        return "import.result." + became.getOrDefault(ids.of(address), ImportResult.What.NOT_ADDED).name()
                .toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void append(StringBuilder lines, long number, String address, String what) {
        lines.append(Cell.line(Stream.of(Long.toString(number), address, visit.words().text(what))));
    }
}
