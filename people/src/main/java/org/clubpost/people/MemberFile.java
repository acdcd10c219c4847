package org.clubpost.people;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.clubpost.core.text.CommaList;
import org.clubpost.people.file.Mailboxes;
import org.clubpost.people.file.Mailboxes.Mailbox;
import org.clubpost.people.file.MemberStatus;
import org.clubpost.people.file.PeopleFile;
import org.clubpost.people.file.Role;
import org.clubpost.people.file.Row;
import org.clubpost.people.file.UnusableFile;

/**
 * A file of members: a table of people of any kind that {@link PeopleFile} reads. A column that says who is a member,
 * as in an export, is believed: only those people are brought in.
 */
public final class MemberFile {

    private static final Pattern SWALLOWED = Pattern.compile("@[^@,;\t|]*[,;\t|]");
    private static final int LONGEST_QUOTED = 100;
    private static final char UNREADABLE = '\uFFFD';

    private final Path path;
    private final PeopleFile people;
    private final Optional<String> nobody;

    private MemberFile(Path path, PeopleFile people) {
        this.path = path;
        this.people = people;
        this.nobody = MailchimpName.whyNobody(path);
    }

    /** Why a line names nobody. */
    public enum Fault {
        /** What stands in place of an address is none. */
        NO_ADDRESS,
        /** Several addresses stand in place of one. */
        SEVERAL_ADDRESSES,
        /** It names groups that the list does not have. */
        NO_SUCH_GROUP,
        /** The name is too long, or has characters that cannot be read. */
        NAME,
        /** A quote is opened in it and not closed. */
        OPEN_QUOTE,
        /** It is longer than is read. Nothing after it is read either. */
        TOO_LONG
    }

    /** One line of the file: a person, or why there is none. */
    public sealed interface Line {

        /**
         * A person to bring in.
         *
         * @param newcomer who
         */
        record Person(Newcomer newcomer) implements Line {}

        /**
         * A person who is no member: they left, never confirmed, or must not be written to.
         *
         * @param number the line's number, from 1
         * @param address who; empty when the line has no address
         * @param reason how the file says it
         */
        record NotConfirmed(long number, Optional<EmailAddress> address, String reason) implements Line {}

        /**
         * A line that names nobody.
         *
         * @param number the line's number, from 1
         * @param fault why
         * @param reason the same, in English, with what stands there
         */
        record Bad(long number, Fault fault, String reason) implements Line {}

        /**
         * A line of somebody without an address, as many contacts and some members are.
         *
         * @param number the line's number, from 1
         */
        record NoAddress(long number) implements Line {}

        /**
         * More is in the line of the person before, which was not taken.
         *
         * @param number the line's number, from 1
         * @param remark what
         */
        record Remark(long number, String remark) implements Line {}
    }

    /**
     * Opens the file and looks at its first lines, in the charset that its bytes look like.
     *
     * @throws UnusableFile when it cannot be read, or no column of it has addresses
     */
    public static MemberFile open(Path path) {
        return open(path, Optional.empty());
    }

    /** The same, for a text file in that charset. */
    public static MemberFile open(Path path, Optional<Charset> charset) {
        return open(path, charset, Optional.empty());
    }

    /** The same, for the sheet of that name in a spreadsheet. */
    public static MemberFile open(Path path, Optional<Charset> charset, Optional<String> sheet) {
        return new MemberFile(path, PeopleFile.open(path, charset, sheet));
    }

    /** The table in it. */
    public PeopleFile people() {
        return people;
    }

    /** The same, where columns are for something else than it seemed. */
    public MemberFile with(Map<Integer, Role> roles) {
        return new MemberFile(path, people.with(roles));
    }

    /** The names of the columns that mean nothing here. */
    public List<String> unknownColumns() {
        return people.columns().unknown();
    }

    /** Reads the file to its end, line by line, for that list. */
    public void forEach(MailingList list, Consumer<Line> reader) {
        forEachNumbered(list, (_, line) -> reader.accept(line));
    }

    /** Takes what the lines of a file are. */
    @FunctionalInterface
    public interface NumberedLines {

        /**
         * Takes one.
         *
         * @param number the line's number, from 1
         */
        void take(long number, Line line);
    }

    /** The same with the number of each line. */
    public void forEachNumbered(MailingList list, NumberedLines reader) {
        try (var rows = people.sheet().rows()) {
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                var number = row.get().first();
                read(row.get(), list, line -> reader.take(number, line));
            }
        } catch (IOException e) {
            throw new UnusableFile(UnusableFile.Kind.DAMAGED, path + " cannot be read to its end.");
        }
    }

    private void read(Row row, MailingList list, Consumer<Line> reader) {
        var columns = people.columns();
        if (row.first() <= columns.headerLine()) {
            return;
        }
        if (row.isCut()) {
            reader.accept(
                    new Line.Bad(row.first(), Fault.TOO_LONG, "this line is longer than " + "%,d".formatted(Row.LONGEST)
                            + " characters; a quote may be opened and not closed in it. Nothing after it was read"));
        } else if (hasSwallowed(row)) {
            reader.accept(
                    new Line.Bad(row.first(), Fault.OPEN_QUOTE, "a quote is opened and not closed in this line; lines "
                            + row.first() + " to " + row.last() + " were not read"));
        } else if (people.sheet().isOfLines()) {
            Mailboxes.in(row.cell(0)).forEach(each -> person(row, each, each.name(), Set.of(), reader));
        } else {
            table(row, list, reader);
        }
    }

    private void table(Row row, MailingList list, Consumer<Line> reader) {
        var columns = people.columns();
        var mailboxes = columns.addresses(row).stream().map(FormulaGuard::off)
                .flatMap(cell -> Mailboxes.in(cell).stream()).toList();
        var whyNot = nobody.or(() -> columns.whyNot(row));
        if (whyNot.isPresent()) {
            reader.accept(new Line.NotConfirmed(row.first(),
                    mailboxes.stream().findFirst().flatMap(each -> EmailAddress.parse(each.address())), whyNot.get()));
            return;
        }
        if (mailboxes.stream().noneMatch(each -> each.address().codePoints().anyMatch(Character::isLetterOrDigit))) {
            reader.accept(new Line.NoAddress(row.first()));
            return;
        }
        var written = columns.groups(row);
        var groups = CommaList.parse(written, name -> GroupName.parse(name).filter(list.groups().all()::contains));
        if (groups.isEmpty()) {
            reader.accept(
                    new Line.Bad(row.first(), Fault.NO_SUCH_GROUP, quoted(written) + " are not groups of the list"));
            return;
        }
        var mailbox = mailboxes.stream().filter(each -> EmailAddress.parse(each.address()).isPresent()).findFirst()
                .or(() -> mailboxes.stream().findFirst()).orElse(new Mailbox("", ""));
        var name = FormulaGuard.off(columns.name(row));
        person(row, mailbox, name, Set.copyOf(groups.get()), reader);
        var others = mailboxes.stream().map(Mailbox::address).distinct().count() - 1;
        if (others > 0) {
            reader.accept(new Line.Remark(row.first(), quoted(mailbox.address()) + " was taken, and not the "
                    + (others == 1 ? "other address" : others + " other addresses") + " of the same person"));
        }
    }

    private static void person(Row row, Mailbox mailbox, String written, Set<GroupName> groups,
            Consumer<Line> reader) {
        var left = Stream.of(mailbox.remark(), mailbox.name()).filter(MemberStatus::saysLeft).findFirst();
        if (left.isPresent()) {
            reader.accept(new Line.NotConfirmed(row.first(), EmailAddress.parse(mailbox.address()),
                    "beside the address is " + quoted(left.get())));
            return;
        }
        var name = NameRead.of(written, mailbox.address());
        var known = name.text().isEmpty() ? NameRead.of(mailbox.name(), mailbox.address()) : name;
        var line = person(row, mailbox, known.text(), groups);
        reader.accept(line);
        if (line instanceof Line.Person) {
            name.dropped().or(known::dropped).ifPresent(why -> reader.accept(new Line.Remark(row.first(), "the name "
                    + quoted(name.dropped().isPresent() ? written : mailbox.name()) + " " + why
                    + ", and was not taken; the address was")));
        }
    }

    private static Line person(Row row, Mailbox mailbox, String name, Set<GroupName> groups) {
        var address = EmailAddress.parse(mailbox.address());
        if (address.isEmpty()) {
            return new Line.Bad(row.first(),
                    mailbox.isOfSeveral() ? Fault.SEVERAL_ADDRESSES : Fault.NO_ADDRESS, why(mailbox));
        }
        if (name.indexOf(UNREADABLE) >= 0) {
            return new Line.Bad(row.first(), Fault.NAME,
                    "the name " + quoted(name) + " has a character that cannot be read");
        }
        return PersonName.parse(name).<Line>map(known -> new Line.Person(new Newcomer(address.get(), known, groups)))
                .orElseGet(() -> new Line.Bad(row.first(), Fault.NAME,
                        "the name is longer than " + PersonName.MAX_CODE_POINTS
                                + " characters, or has characters that no name has"));
    }

    private static String why(Mailbox mailbox) {
        if (mailbox.isOfSeveral()) {
            return quoted(mailbox.address()) + " has several addresses, and is no list of addresses with commas";
        }
        return mailbox.address().isEmpty() ? "no address" : quoted(mailbox.address()) + " is not an e-mail address";
    }

    /**
     * A forgotten quote makes the lines after it disappear in a cell. No address and no name has more than one line. A
     * remark may have several, but no remark contains cells and an address.
     */
    private boolean hasSwallowed(Row row) {
        return row.last() > row.first() && (people.columns().used(row).anyMatch(cell -> cell.lines().count() > 1)
                || row.cells().stream().flatMap(cell -> cell.lines().skip(1)).anyMatch(SWALLOWED.asPredicate()));
    }

    private static String quoted(String text) {
        var shown = text.codePoints().map(each -> Character.isISOControl(each) ? ' ' : each).limit(LONGEST_QUOTED)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return "\"" + shown + (text.length() > LONGEST_QUOTED ? "..." : "") + "\"";
    }
}
