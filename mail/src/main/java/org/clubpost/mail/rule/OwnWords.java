package org.clubpost.mail.rule;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.text.TextBodies;

/**
 * What an author wrote in a mail, without what it quotes, and without figures and signs, in which two answers of a
 * program differ. The names of the files belong to it: who forgot a file sends the same words once more.
 */
final class OwnWords {

    /** Who writes fewer letters may mean them twice: "Thank you!" */
    private static final int FEWEST = 25;
    /** No more of a text is looked at. */
    private static final int MOST = 4_000;

    private OwnWords() {}

    /** A hash of the words, in hexadecimal digits; empty when there are too few of them. */
    static Optional<String> fingerprint(Incoming mail) {
        var words = words(mail);
        return words.length() < FEWEST
                ? Optional.empty()
                : Optional.of(hash(words + " " + String.join(" ", FileNames.in(mail.mail()))));
    }

    private static String words(Incoming mail) {
        var texts = new ArrayList<String>();
        TextBodies.MAIN.edit(mail.mail(), part -> {
            if (texts.isEmpty() && part.body() instanceof Body.Leaf(var octets)) {
                var shown = beginning(octets);
                TransferDecoder.decode(shown, part.transferEncoding())
                        .map(decoded -> part.contentType().is("text", "html") ? ofHtml(decoded) : ofPlain(decoded))
                        .filter(words -> !words.isEmpty()).ifPresent(texts::add);
            }
            return part;
        });
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    private static Octets beginning(Octets text) {
        return text.length() <= MOST ? text : text.slice(0, MOST);
    }

    private static String ofPlain(Octets text) {
        var words = new StringBuilder();
        text.latin1().lines().takeWhile(line -> !line.equals("-- ")).filter(line -> !line.startsWith(">"))
                .forEach(line -> line.chars().forEach(c -> append(words, c)));
        return words.toString();
    }

    private static String ofHtml(Octets text) {
        var html = text.latin1();
        var words = new StringBuilder();
        var isTag = false;
        for (var i = 0; i < html.length() && !html.startsWith("<blockquote", i); i++) {
            var c = html.charAt(i);
            isTag = c == '<' || (isTag && c != '>');
            if (!isTag) {
                append(words, c);
            }
        }
        return words.toString();
    }

    /** Octets above 127 are parts of letters, whatever the charset. */
    private static void append(StringBuilder words, int c) {
        if (c > 127 || Character.isLetter(c)) {
            words.append((char) (c < 127 ? Character.toLowerCase(c) : c));
        }
    }

    private static String hash(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
