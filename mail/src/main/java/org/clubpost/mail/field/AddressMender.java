package org.clubpost.mail.field;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.field.AddressField.Entry;
import org.clubpost.mail.mime.FieldLimits;

/** Makes the entries of an {@link AddressField} of what somebody wrote. */
final class AddressMender {

    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern AROUND_AT = Pattern.compile(" ?@ ?");
    /** The obsolete form of a local part or a domain has blanks around its dots (RFC 5322 section 4.4). */
    private static final Pattern BEFORE_DOT = Pattern.compile("(?<=[\\w+-]) \\. ?(?=[\\w+-])");
    /** Behind a dot alone they are that only where nothing can be a name. */
    private static final Pattern BEHIND_DOT = Pattern.compile("^([a-z0-9_+-]++)\\. (?=[\\w.+-]++@[\\w.-]++$)");
    private static final Pattern NAMING = Pattern.compile("[A-Za-z0-9]");
    /** Longer entries are no person's, and are not looked at closely. */
    private static final int LONGEST_ENTRY = 1_000;

    private final List<Entry> entries = new ArrayList<>();
    /** What could not stay in the group that is open. */
    private final List<Entry> besides = new ArrayList<>();
    private final List<Entry.One> members = new ArrayList<>();
    /**
     * What looks like names, each with a comma behind it. They belong to the next address if that has brackets:
     * {@code Müller, Anna <anna@example.com>} should have had quotes.
     */
    private final List<String> names = new ArrayList<>();

    private AddressMender() {}

    static List<Entry> entries(String octets) {
        if (octets.length() > FieldLimits.ADDRESSES) {
            return List.of();
        }
        var mender = new AddressMender();
        for (var item : AddressSplitter.split(octets)) {
            if (item.kind() == AddressSplitter.Kind.BEFORE_COMMA && isName(item.text())) {
                mender.names.add(item.text());
            } else if (item.kind() == AddressSplitter.Kind.ENTRY || item.kind() == AddressSplitter.Kind.BEFORE_COMMA) {
                mender.add(item);
            } else {
                mender.putNames(item.group());
                mender.end(item);
            }
        }
        return mender.entries;
    }

    private void add(AddressSplitter.Item item) {
        var text = item.text();
        int open = angle(text);
        if (open >= 0 && AddressSplitter.endOfAngle(text, open) >= 0 && !names.isEmpty()) {
            text = String.join(", ", names) + ", " + text;
            names.clear();
        }
        putNames(item.group());
        for (var entry : mended(text)) {
            put(entry, item.group());
        }
    }

    private void putNames(String group) {
        names.forEach(name -> put(unwritable(name), group));
        names.clear();
    }

    /** An entry of signs alone names nobody. */
    private void put(Entry entry, String group) {
        if (entry instanceof Entry.Group(var name, var _) && !NAMING.matcher(name).find()) {
            return;
        }
        if (entry instanceof Entry.One one && !group.isEmpty()) {
            members.add(one);
        } else {
            (group.isEmpty() ? entries : besides).add(entry);
        }
    }

    private void end(AddressSplitter.Item item) {
        var name = Phrase.ofGroup(item.group());
        if (item.kind() == AddressSplitter.Kind.END_OF_GROUP && NAMING.matcher(name).find()) {
            entries.add(new Entry.Group(name, members));
        } else {
            entries.addAll(members);
        }
        entries.addAll(besides);
        members.clear();
        besides.clear();
    }

    /** Whether no address can be in it. */
    private static boolean isName(String text) {
        return (text.indexOf('@') < 0 && text.indexOf('<') < 0)
                || (text.startsWith("\"") && AddressSplitter.endOfQuotes(text, 0) == text.length() - 1);
    }

    private static List<Entry> mended(String text) {
        if (StrictAddresses.isMailbox(text)) {
            return List.of(new Entry.One(text, AddressSpec.address(specOf(text))));
        }
        int open = angle(text);
        int close = open < 0 ? -1 : AddressSplitter.endOfAngle(text, open);
        if (close >= 0) {
            var name = text.substring(0, open).replace("<", "") + " " + comments(text.substring(close + 1));
            return List.of(entry(name, text.substring(open + 1, close), text));
        }
        return text.length() > LONGEST_ENTRY ? List.of(unwritable(text)) : bare(text.replaceAll("[<>]", " "));
    }

    /** Where the last angle bracket outside quotes and comments opens; -1 without any. */
    private static int angle(String text) {
        if (text.length() > LONGEST_ENTRY) {
            return text.lastIndexOf('<');
        }
        int found = -1;
        for (int i = 0; i < text.length(); i++) {
            int end = switch (text.charAt(i)) {
                case '(' -> AddressSplitter.endOfComment(text, i);
                case '"' -> AddressSplitter.endOfQuotes(text, i);
                default -> -1;
            };
            found = text.charAt(i) == '<' ? i : found;
            i = Math.max(i, end);
        }
        return found;
    }

    /** Words without brackets: each one with an {@code @} is an address, and what stands before it is a name. */
    private static List<Entry> bare(String text) {
        var found = new ArrayList<Entry>();
        var name = new StringBuilder();
        for (var word : words(undivided(text))) {
            if (word.indexOf('@') > 0 && !word.startsWith("(")) {
                found.add(entry(name.toString(), word, (name + " " + word).strip()));
                name.setLength(0);
            } else {
                name.append(comments(word)).append(' ');
            }
        }
        if (!name.toString().isBlank()) {
            if (found.size() == 1 && found.getFirst() instanceof Entry.One(var written, var addresses)
                    && written.indexOf('<') < 0) {
                return List.of(new Entry.One(Phrase.mended(name.toString()) + " <" + written + ">", addresses));
            }
            found.add(unwritable(name.toString()));
        }
        return found;
    }

    private static String undivided(String text) {
        var joined = AROUND_AT.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("@");
        return joined.indexOf('"') >= 0 || joined.indexOf('(') >= 0
                ? joined
                : BEHIND_DOT.matcher(BEFORE_DOT.matcher(joined).replaceAll(".")).replaceFirst("$1.");
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '\t') {
                if (i > from) {
                    words.add(text.substring(from, i));
                }
                from = i + 1;
            } else {
                int end = switch (text.charAt(i)) {
                    case '(' -> AddressSplitter.endOfComment(text, i);
                    case '"' -> AddressSplitter.endOfQuotes(text, i);
                    default -> -1;
                };
                i = Math.max(i, end);
            }
        }
        return words;
    }

    /** The words of comments, without the marks around them. */
    private static String comments(String text) {
        return text.replaceAll("[()<>]", " ").strip();
    }

    /** An address that needed quotes is shown as it was written, too. */
    private static Entry entry(String name, String spec, String whole) {
        var written = AddressSpec.written(spec);
        if (written.isEmpty()) {
            return unwritable(whole);
        }
        var isOtherwise = written.get().startsWith("\"") && !spec.strip().startsWith("\"");
        var mended = !name.isBlank() ? Phrase.mended(name) : isOtherwise ? Phrase.written(Phrase.read(spec)) : "";
        return new Entry.One(mended.isEmpty() ? written.get() : mended + " <" + written.get() + ">",
                AddressSpec.address(written.get()));
    }

    private static String specOf(String mailbox) {
        int open = angle(mailbox);
        if (open >= 0) {
            return mailbox.substring(open + 1, AddressSplitter.endOfAngle(mailbox, open));
        }
        var words = words(mailbox);
        return words.stream().filter(word -> !word.startsWith("(")).findFirst().orElse("");
    }

    /** What is no address, or an address that no field may hold; an address if it only looks like something else. */
    private static Entry unwritable(String whole) {
        var read = Phrase.read(whole);
        return EmailAddress.parse(read).map(EmailAddress::ascii)
                .filter(StrictAddresses::isMailbox)
                .<Entry>map(written -> new Entry.One(written, AddressSpec.address(written)))
                .orElseGet(() -> new Entry.Group(Phrase.groupNamed(read), List.of()));
    }
}
