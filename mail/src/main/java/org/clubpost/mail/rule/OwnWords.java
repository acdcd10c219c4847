package org.clubpost.mail.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.words.Folded;
import org.clubpost.mail.words.OwnText;

/**
 * What an author wrote in a mail ({@link OwnText}), without figures and signs, in which two answers of a program
 * differ. The names of the files belong to it: who forgot a file sends the same words once more.
 */
final class OwnWords {

    /** Who writes fewer letters may mean them twice: "Thank you!" */
    private static final int FEWEST = 25;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private OwnWords() {}

    /** A hash of the words, in hexadecimal digits; empty when there are too few of them. */
    static Optional<String> fingerprint(Incoming mail) {
        var text = String.join(" ", OwnText.lines(mail.mail()).orElse(List.of()));
        var words = NO_LETTERS.matcher(Folded.of(text)).replaceAll("");
        return words.length() < FEWEST
                ? Optional.empty()
                : Optional.of(hash(words + " " + String.join(" ", FileNames.in(mail.mail()))));
    }

    private static String hash(String words) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
