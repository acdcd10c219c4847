package org.clubpost.mail.incoming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.PostId;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.verdict.SampleMail;

/**
 * Mails as they come in: those in the folder of this class, by the names of their files without {@code .eml}, and made
 * ones.
 */
public final class SampleIncoming {

    private static final PostId POST = new PostId("019cc2449340c0d2efd61c35");

    private SampleIncoming() {}

    /** The mail in that file. */
    public static Incoming of(String name, MailingList list) {
        try (var file = SampleIncoming.class.getResourceAsStream(name + ".eml")) {
            if (file == null) {
                throw new AssertionError("no mail " + name);
            }
            return Incoming.read(POST, list, Octets.of(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A made mail. */
    public static Incoming of(SampleMail mail, MailingList list) {
        return Incoming.of(POST, list, mail.entity(), mail.text().length());
    }

    /** The names of all mails in the folder. */
    public static List<String> names() {
        try {
            var folder = Path.of(Objects.requireNonNull(SampleIncoming.class.getResource("virus.eml")).toURI())
                    .getParent();
            try (var files = Files.list(Objects.requireNonNull(folder))) {
                return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".eml"))
                        .map(file -> file.substring(0, file.length() - 4)).sorted().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
