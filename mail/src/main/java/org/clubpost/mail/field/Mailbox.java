package org.clubpost.mail.field;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clubpost.angus.Angus;
import org.clubpost.core.address.EmailAddress;

/**
 * Somebody in a From, Reply-To, To or Cc field (RFC 5322 section 3.4).
 *
 * @param name the display name, decoded; empty if there is none
 * @param address the address
 * @param phrase the name in encoded words as they stood in a field, with a space between each two; empty if it has to
 *            be written anew
 */
public record Mailbox(String name, EmailAddress address, String phrase) {

    private static final int LONGEST_NAME = 200;
    /** Longer encoded words are not written (RFC 2047 section 2). */
    private static final int LONGEST_WORD = 75;
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
    private static final Pattern ATOM = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]+");
    private static final Pattern QUOTED_PAIR = Pattern.compile("\\\\(.)");
    private static final int LONGEST_PHRASE = 2_000;
    private static final int ROOM_ON_A_LINE = 68;
    private static final Pattern WORD = Pattern.compile("=\\?[\\w!#$%&'*+^`{|}~-]+\\?[BbQq]\\?[\\w!*+/=.-]+\\?=");

    static {
        Angus.lenient();
    }

    /** A mailbox with a name that is written as it has to be. */
    public Mailbox(String name, EmailAddress address) {
        this(name, address, "");
    }

    /**
     * The mailboxes of a field body in order, including the members of groups. An address that no mail could be sent to
     * is left out. A body that makes no sense gives an empty list, unless it is clear that it holds {@linkplain #lone
     * one address}.
     */
    public static List<Mailbox> parse(String bytes) {
        List<Mailbox> found = entries(bytes);
        return found.size() > 1 || StrictAddresses.hold(bytes)
                ? found
                : lone(bytes).filter(mailbox -> found.isEmpty() || isLonger(mailbox, found.getFirst()))
                        .map(List::of).orElse(found);
    }

    /** Whether it says more of the name than the other, as of {@code Miller, Anna <anna@club.example>}. */
    private static boolean isLonger(Mailbox mailbox, Mailbox other) {
        return mailbox.address().equals(other.address()) && mailbox.name().length() > other.name().length();
    }

    /**
     * The one mailbox in a field body that need not keep to the grammar. Empty where two programs could read two
     * different addresses.
     */
    public static Optional<Mailbox> lone(String bytes) {
        return LoneAddress.in(bytes).map(address -> new Mailbox(LoneAddress.nameBeside(bytes), address));
    }

    /**
     * Whether a field body that keeps to the grammar holds that address and, but for quoted names, comments and encoded
     * words, no other.
     */
    public static boolean isAlone(String bytes, EmailAddress address) {
        return LoneAddress.isAlone(bytes, address);
    }

    private static List<Mailbox> entries(String bytes) {
        List<Mailbox> found = new ArrayList<>();
        try {
            for (InternetAddress entry : AddressLists.parse(FieldText.characters(bytes), false)) {
                if (entry.isGroup()) {
                    for (InternetAddress member : Optional.ofNullable(entry.getGroup(false))
                            .orElse(new InternetAddress[0])) {
                        of(member).ifPresent(found::add);
                    }
                } else {
                    of(entry).ifPresent(found::add);
                }
            }
        } catch (AddressException | RuntimeException e) {
            return List.copyOf(found);
        }
        return List.copyOf(found);
    }

    private static Optional<Mailbox> of(InternetAddress entry) {
        String address = Optional.ofNullable(entry.getAddress()).orElse("");
        String given = given(entry.toString(), " <" + address + ">");
        return EmailAddress.parse(address).map(
                parsed -> new Mailbox(Unstructured.ofCharacters(given).text().strip(), parsed, phrase(given)));
    }

    /** The name as it stood in the field, without quotes. Angus tells it in no other way. */
    private static String given(String written, String address) {
        String given = written.endsWith(address)
                ? written.substring(0, written.length() - address.length()).strip()
                : "";
        return given.length() > 1 && given.startsWith("\"")
                ? QUOTED_PAIR.matcher(given.substring(1, given.length() - 1)).replaceAll("$1")
                : given;
    }

    /** The words of a name that may be written again as they are; empty if they may not. */
    private static String phrase(String given) {
        List<Stretch> stretches = given.length() <= LONGEST_PHRASE && given.contains("=?")
                ? Stretches.of(given)
                : List.of();
        boolean isFine = stretches.stream().anyMatch(stretch -> stretch.kind() == Stretch.Kind.WORDS)
                && stretches.stream().noneMatch(stretch -> stretch.kind() == Stretch.Kind.SPOILT_WORDS)
                && BLANKS.splitAsStream(given).allMatch(word -> isWord(word) || ATOM.matcher(word).matches());
        return isFine ? BLANKS.matcher(given).replaceAll(" ") : "";
    }

    private static boolean isWord(String text) {
        return text.length() <= LONGEST_WORD && WORD.matcher(text).matches();
    }

    /**
     * The mailbox as it stands in a field: the name as a phrase, which is quoted or encoded where it must be, and the
     * address.
     */
    public String written() {
        if (name.isEmpty()) {
            return address.ascii();
        }
        if (!phrase.isEmpty()) {
            boolean fits = phrase.length() + address.ascii().length() <= ROOM_ON_A_LINE;
            return (fits ? phrase : phrase.replace(" ", "\r\n ")) + " <" + address.ascii() + ">";
        }
        try {
            return new InternetAddress(address.ascii(), shortened(FieldText.oneLine(name)),
                    StandardCharsets.UTF_8.name()).toString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    /**
     * A mailbox with another address, whose name goes on after this one's. The words of this name stay as they are.
     *
     * @param after what the name goes on with, with a space before it
     */
    public Mailbox followedBy(String after, EmailAddress other) {
        String all = name + after;
        if (phrase.isEmpty()) {
            return new Mailbox(all, other);
        }
        String bare = FieldText.oneLine(after).strip();
        boolean isAscii = bare.chars().allMatch(c -> c < 0x80) && !bare.contains("=?");
        String last = phrase.substring(phrase.lastIndexOf(' ') + 1);
        // White space between two encoded words is not shown, so it goes into the second.
        String more = isAscii
                ? phraseOf(bare)
                : EncodedWords.folded((isWord(last) ? " " : "") + bare).strip().replace("\r\n", "");
        return new Mailbox(all, other, phrase + " " + more);
    }

    /** ASCII as a phrase: as it is where it can be, else quoted. */
    private static String phraseOf(String ascii) {
        return BLANKS.splitAsStream(ascii).allMatch(word -> ATOM.matcher(word).matches())
                ? ascii
                : "\"" + ascii.replaceAll("[\"\\\\]", "\\\\$0") + "\"";
    }

    /**
     * The name cut to fit on one line with the address (RFC 5321 section 4.5.3.1.6), because a quoted name is not
     * folded.
     */
    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)).strip() + "\u2026";
    }

    /** A field body of several mailboxes, one to a line. */
    public static String written(List<Mailbox> mailboxes) {
        return mailboxes.stream().map(Mailbox::written).collect(Collectors.joining(",\r\n "));
    }
}
