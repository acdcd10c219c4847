package org.clubpost.mail.field;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.angus.Angus;

/**
 * What strict readers take in a field of addresses. Angus Mail's strict reading is one of them; SES answers as it does,
 * with the same words ({@code Missing final '@domain'}, {@code Domain contains illegal character}). What other strict
 * readers refuse counts as well: signs that a name may hold in quotes only, and routes (RFC 5322 section 4.4).
 */
final class StrictAddresses {

    /** A name without quotes: atoms, and the dots that everybody writes in initials (RFC 5322 section 4.1). */
    private static final String WORDS = "[\\w!#$%&'*+/=?^`{|}~. \\t-]++";
    private static final String IN_QUOTES = "[ !#-\\[\\]-~\\t]*+";
    private static final Pattern NAME = Pattern
            .compile("(?:" + WORDS + "|\"" + IN_QUOTES + "(?:\\\\[ -~]" + IN_QUOTES + ")*+\")*+");
    private static final Pattern LATER_MARK = Pattern.compile("\"\\s*=\\?");
    /** A domain literal with signs that no address of a machine has. */
    private static final Pattern ODD_LITERAL = Pattern.compile("@\\[[A-Za-z0-9.:-]*+(?!\\])");
    /** How long an entry may be: a line of 998 octets, and some room for the field's name. */
    private static final int LONGEST = 900;

    static {
        Angus.lenient();
    }

    private StrictAddresses() {}

    /** Whether a field's body can go out as it is. */
    static boolean hold(String body) {
        return isPrintable(body) && areFine(body) && !LATER_MARK.matcher(body).find()
                && parsed(body).filter(all -> all.length > 0)
                        .isPresent()
                && AddressSplitter.split(body).stream().allMatch(item -> item.text().length() <= LONGEST
                        && item.group().length() <= LONGEST
                        && isName(nameOf(item.text())) && isName(nameOf(item.group() + "<")));
    }

    /** Whether the text is one mailbox that can go out as it is. */
    static boolean isMailbox(String text) {
        return text.length() <= LONGEST && isPrintable(text) && areFine(text) && AddressMarks.areClosed(text)
                && !ODD_LITERAL.matcher(text).find() && !LATER_MARK.matcher(text).find() && isName(nameOf(text))
                && parsed(text).filter(all -> all.length == 1 && !all[0].isGroup()).isPresent();
    }

    /**
     * Whether the encoded words in a text are proper, and hide no blanks at odd places, control characters or overrides
     * of direction.
     */
    static boolean areFine(String text) {
        return !text.contains("=?") || Stretches.of(text).stream()
                .noneMatch(stretch -> stretch.kind() == Stretch.Kind.SPOILT_WORDS);
    }

    /** Whether a phrase can go out as it is. */
    static boolean isName(String phrase) {
        return phrase.length() <= LONGEST && NAME.matcher(phrase).matches();
    }

    /** What stands before the angle bracket, without comments; nothing when there is no bracket. */
    private static String nameOf(String text) {
        var name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '<') {
                return name.toString();
            }
            int end = switch (c) {
                case '(' -> AddressSplitter.endOfComment(text, i);
                case '"' -> AddressSplitter.endOfQuotes(text, i);
                default -> -1;
            };
            if (c != '(' || end < 0) {
                name.append(text, i, Math.max(i, end) + 1);
            }
            i = Math.max(i, end);
        }
        return "";
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> (c >= ' ' && c < 127) || c == '\t');
    }

    private static Optional<InternetAddress[]> parsed(String body) {
        try {
            var all = AddressLists.parse(body, true);
            for (var one : all) {
                check(one);
            }
            return Optional.of(all);
        } catch (AddressException | RuntimeException refused) {
            return Optional.empty();
        }
    }

    private static void check(InternetAddress address) throws AddressException {
        if (address.isGroup()) {
            for (var member : Optional.ofNullable(address.getGroup(true)).orElse(new InternetAddress[0])) {
                check(member);
            }
            return;
        }
        address.validate();
        if (address.getAddress().startsWith("@")) {
            throw new AddressException("a route");
        }
    }
}
