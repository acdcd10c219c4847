package org.clubpost.mail.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Optional;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.text.TextBodies;

/** The text of a mail in which somebody wrote hardly anything. */
final class FirstLines {

    /** A text with more octets than this says more than a command. */
    private static final int MOST = 2_000;

    private FirstLines() {}

    /**
     * The one line of the mail's first plain text, signature and quotes left out; empty when there are more lines, or
     * no such text.
     */
    static Optional<String> of(Entity mail) {
        var texts = new ArrayList<String>();
        TextBodies.MAIN.edit(mail, part -> {
            if (part.contentType().is("text", "plain") && part.body() instanceof Body.Leaf(var octets)
                    && octets.length() <= MOST) {
                TransferDecoder.decode(octets, part.transferEncoding())
                        .map(decoded -> new String(decoded.toByteArray(), UTF_8)).ifPresent(texts::add);
            }
            return part;
        });
        var lines = texts.stream().limit(1).flatMap(String::lines)
                .takeWhile(line -> !line.equals("-- ") && !line.equals("--")).map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith(">")).limit(2).toList();
        return lines.size() == 1 ? Optional.of(lines.getFirst()) : Optional.empty();
    }
}
