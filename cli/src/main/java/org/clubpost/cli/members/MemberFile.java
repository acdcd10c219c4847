package org.clubpost.cli.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.clubpost.core.text.CommaList;

/**
 * A file of members: CSV (RFC 4180) in UTF-8. Its header line names at least {@code email}, and {@code name}, {@code
 * groups} and {@code status} if there are such columns, in any order and case. If there is a status, as in an export, only confirmed
 * people are brought in. What spreadsheets write is accepted: a byte order mark, semicolons or tabs between the
 * columns, other columns, empty lines.
 */
final class MemberFile implements AutoCloseable {

    private static final String EMAIL = "email";
    private static final String NAME = "name";
    private static final String STATUS = "status";
    private static final String GROUPS = "groups";
    private static final Set<String> KNOWN = Set.of(EMAIL, NAME, STATUS, GROUPS, "");
    private static final String CONFIRMED = SubscriberStatus.CONFIRMED.name().toLowerCase(Locale.ROOT);
    private static final Pattern SWALLOWED = Pattern.compile("@[^,;\t]*[,;\t]");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;
    private final CSVParser csv;
    private final Map<String, Integer> columns;

    private MemberFile(Path path, CSVParser csv, Map<String, Integer> columns) {
        this.path = path;
        this.csv = csv;
        this.columns = columns;
    }

    /** One line of the file: a person, or why there is none. */
    sealed interface Line {

        /**
         * A person to bring in.
         *
         * @param newcomer who
         */
        record Person(Newcomer newcomer) implements Line {}

        /** A person whose status is not that of a member: they left, never confirmed, or must not be written to. */
        record NotConfirmed() implements Line {}

        /**
         * A line that names nobody.
         *
         * @param number the line's number, from 1
         * @param reason why
         */
        record Bad(long number, String reason) implements Line {}
    }

    /**
     * Opens the file and reads its header line.
     *
     * @throws CommandFailure when it cannot be read, or has no column {@code email}
     */
    static MemberFile open(Path path) {
        try {
            var first = firstLine(path);
            var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter(first)).setIgnoreEmptyLines(true)
                    .setIgnoreSurroundingSpaces(true).setTrim(true).setLenientEof(true).get();
            var csv = CSVParser.parse(withoutMark(Files.newBufferedReader(path, UTF_8)), format);
            var columns = csv.iterator().hasNext() ? columns(csv.iterator().next()) : Map.<String, Integer>of();
            if (!columns.containsKey(EMAIL)) {
                csv.close();
                throw new CommandFailure("The first line of " + path
                        + " must name the columns, and one of them must be \"email\", as in: email,name");
            }
            return new MemberFile(path, csv, columns);
        } catch (CharacterCodingException e) {
            throw notUtf8(path);
        } catch (IOException e) {
            throw new CommandFailure(Files.exists(path) ? path + " cannot be read." : "There is no file " + path + ".");
        }
    }

    private static CommandFailure notUtf8(Path path) {
        return new CommandFailure(path + " is not in UTF-8. Save it as \"CSV UTF-8\".");
    }

    private static String firstLine(Path path) throws IOException {
        try (var in = Files.newBufferedReader(path, UTF_8)) {
            return Optional.ofNullable(in.readLine()).orElse("");
        }
    }

    private static char delimiter(String header) {
        return header.indexOf(';') >= 0 ? ';' : header.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static PushbackReader withoutMark(BufferedReader file) throws IOException {
        var in = new PushbackReader(file);
        var first = in.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            in.unread(first);
        }
        return in;
    }

    private static Map<String, Integer> columns(CSVRecord header) {
        var columns = new TreeMap<String, Integer>();
        for (var i = 0; i < header.size(); i++) {
            var name = header.get(i).strip().toLowerCase(Locale.ROOT);
            columns.putIfAbsent(name.equals("e-mail") ? EMAIL : name, i);
        }
        return columns;
    }

    /** The names of the columns that mean nothing here. */
    List<String> unknownColumns() {
        return columns.keySet().stream().filter(name -> !KNOWN.contains(name)).toList();
    }

    /** Reads the file to its end, line by line, for that list. */
    void forEach(MailingList list, Consumer<Line> reader) {
        try {
            while (csv.iterator().hasNext()) {
                var record = csv.iterator().next();
                var lineEnds = record.stream().mapToLong(cell -> cell.lines().count())
                        .map(lines -> Math.max(0, lines - 1))
                        .sum();
                var last = csv.getCurrentLineNumber();
                reader.accept(hasSwallowed(record)
                        ? unclosed(last - lineEnds, last)
                        : line(record, list, last - lineEnds));
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw notUtf8(path);
            }
            throw new CommandFailure(path + " cannot be read from line " + (csv.getCurrentLineNumber() + 1)
                    + " on; a quotation mark may be missing there.");
        }
    }

    /**
     * A forgotten quote makes the lines after it disappear in a cell. No address and no name has more than one line. A
     * remark may have several, but no remark contains cells and an address.
     */
    private boolean hasSwallowed(CSVRecord record) {
        return Stream.of(EMAIL, NAME, STATUS, GROUPS).anyMatch(column -> cell(record, column).lines().count() > 1)
                || record.stream().flatMap(cell -> cell.lines().skip(1)).anyMatch(SWALLOWED.asPredicate());
    }

    private static Line unclosed(long first, long last) {
        return new Line.Bad(first, "a quote is opened and not closed in this line; lines " + first + " to " + last
                + " were not read");
    }

    private Line line(CSVRecord record, MailingList list, long number) {
        if (columns.containsKey(STATUS) && !cell(record, STATUS).equalsIgnoreCase(CONFIRMED)) {
            return new Line.NotConfirmed();
        }
        var email = cell(record, EMAIL);
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return new Line.Bad(number, email.isEmpty() ? "no address" : "\"" + email + "\" is not an e-mail address");
        }
        var groups = CommaList.parse(cell(record, GROUPS),
                name -> GroupName.parse(name).filter(list.groups().all()::contains));
        if (groups.isEmpty()) {
            return new Line.Bad(number, "\"" + cell(record, GROUPS) + "\" are not groups of the list");
        }
        return PersonName.parse(FormulaGuard.off(cell(record, NAME)))
                .<Line>map(name -> new Line.Person(new Newcomer(address.get(), name, Set.copyOf(groups.get()))))
                .orElseGet(() -> new Line.Bad(number, "the name is longer than " + PersonName.MAX_CODE_POINTS
                        + " characters, or has characters that no name has"));
    }

    private String cell(CSVRecord record, String column) {
        var index = columns.getOrDefault(column, -1);
        return index >= 0 && index < record.size() ? record.get(index) : "";
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
