package org.clubpost.mail.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.MimeWriter;

/**
 * What identifies a mail: SHA-256 of its Message-ID, the groups that it is for, and its body. The id alone will not do, because mail programs use
 * it again when somebody edits a mail that was sent before. The body alone will not do either, because "Reminder:
 * tonight!" may be meant twice. If a mail has no id, its date and subject take the place of the id.
 */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Incoming mail) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var id = mail.own().value("Message-ID").orElseGet(
                    () -> mail.own().value("Date").orElse("") + "\n" + mail.own().value("Subject").orElse(""));
            digest.update((id + "\0").getBytes(ISO_8859_1));
            mail.to().audience().named().forEach(group -> digest.update((group + "\0").getBytes(ISO_8859_1)));
            try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                MimeWriter.write(mail.mail().with(Header.EMPTY), out);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
