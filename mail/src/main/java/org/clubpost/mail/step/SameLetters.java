package org.clubpost.mail.step;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clubpost.core.Deadline;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.text.Charsets;
import org.clubpost.mail.text.PageText;
import org.clubpost.mail.tnef.Tnef;

/**
 * Tells whether a part of a mail says what the letter in a {@code winmail.dat} says, by its letters and digits alone.
 * Only texts that are wholly read count as the same. What one mail can cost is bounded: past {@link #MOST} octets, no
 * text of it is read any more, so a letter is sooner shown twice than lost.
 */
final class SameLetters {

    /** Octets that are read in one mail. */
    private static final int MOST = 4 * PageText.MOST;
    /** Letters and digits of a letter that can be told in a longer text. */
    private static final int FEWEST = 20;
    /** Where a link leads, as plain text says it behind the link's own words. */
    private static final Pattern ADDRESS = Pattern.compile("<(?:https?|mailto):[^<>]{1,2000}>");

    private int left = MOST;

    /** The letters and digits of the letter; empty when it has none, or is too long to be read. */
    String wordsOf(Tnef tnef) {
        return tnef.html().filter(text -> take(text.octets().length())).flatMap(text -> ofPage(new String(
                text.octets().toByteArray(), Charsets.named(text.charset()).orElse(StandardCharsets.UTF_8))))
                .or(() -> tnef.plain().filter(text -> take(text.length())).flatMap(SameLetters::ofPlain)).orElse("");
    }

    /**
     * Whether the part, or one inside of it, says these words and no others. A page may say more before or behind, as
     * gateways add to it, and so may a plain text when the letter has no page of its own that would be lost.
     */
    boolean areSaidIn(Entity part, String words, boolean hasPage) {
        Deadline.check();
        if (words.isEmpty()) {
            return false;
        }
        if (part.body() instanceof Body.Multipart(var preamble, var parts, var closing, var epilogue)) {
            return !part.isSealed() && parts.stream().anyMatch(inner -> areSaidIn(inner.entity(), words, hasPage));
        }
        return isText(part) && part.body() instanceof Body.Leaf(var octets)
                && said(part, octets).filter(said -> said.equals(words)
                        || ((!hasPage || part.contentType().is("text", "html")) && isAtAnEnd(said, words)))
                        .isPresent();
    }

    private static boolean isText(Entity part) {
        return (part.contentType().is("text", "html") || part.contentType().is("text", "plain"))
                && part.disposition().filter("attachment"::equals).isEmpty();
    }

    private Optional<String> said(Entity part, Octets octets) {
        if (!take(octets.length())) {
            return Optional.empty();
        }
        var charset = part.contentType().parameter("charset").flatMap(Charsets::named).orElse(StandardCharsets.UTF_8);
        return TransferDecoder.decode(octets, part.transferEncoding())
                .map(content -> new String(content.toByteArray(), charset))
                .flatMap(part.contentType().is("text", "html") ? SameLetters::ofPage : SameLetters::ofPlain);
    }

    /** Whether so many octets may still be read; then they are. */
    private boolean take(int octets) {
        boolean may = octets <= left;
        left -= may ? octets : 0;
        return may;
    }

    private static Optional<String> ofPage(String page) {
        return page.length() > PageText.MOST
                ? Optional.empty()
                : Optional.of(letters(PageText.lines(page).stream().map(PageText.Line::text)
                        .collect(Collectors.joining("\n"))));
    }

    private static Optional<String> ofPlain(String text) {
        return text.length() > PageText.MOST
                ? Optional.empty()
                : Optional.of(letters(ADDRESS.matcher(text).replaceAll("")));
    }

    private static String letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** A few letters can stand in any text by chance. */
    private static boolean isAtAnEnd(String text, String words) {
        return words.length() >= FEWEST && (text.startsWith(words) || text.endsWith(words));
    }
}
