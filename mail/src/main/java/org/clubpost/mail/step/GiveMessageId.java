package org.clubpost.mail.step;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.clubpost.mail.field.MessageIds;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeWriter;

/**
 * Gives a Message-ID (RFC 5322 section 3.6.4) to a post that has none, or one that strict readers refuse. The copies
 * need an id in common, for their thread. The id is made from the mail, so that the same mail always gets the same id.
 */
final class GiveMessageId implements Step {

    @Override
    public Entity apply(Entity mail, PostContext context) {
        return mail.header().value("Message-ID").filter(MessageIds::isUsable).isPresent()
                ? mail
                : mail.with(mail.header().with("Message-ID",
                        "<" + digest(mail) + "@" + context.list().domain() + ">"));
    }

    private static String digest(Entity mail) {
        try (var digest = new DigestOutputStream(OutputStream.nullOutputStream(),
                MessageDigest.getInstance("SHA-256"))) {
            MimeWriter.write(mail, digest);
            return HexFormat.of().formatHex(digest.getMessageDigest().digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
