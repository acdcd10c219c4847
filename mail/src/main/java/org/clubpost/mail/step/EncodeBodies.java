package org.clubpost.mail.step;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Deadline;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.QuotedPrintable;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.mime.TransferEncoding;
import org.clubpost.mail.text.SafeTransfer;

/**
 * Encodes bodies that would not travel unharmed. They hold bytes above 127, which SES may spoil, lines over 998
 * characters, NUL, or CR or LF alone (RFC 5321 section 2.3.8). Text becomes quoted-printable, or base64 where that is
 * shorter; everything else becomes base64. Decoded, each body is what it was. Safe bodies stay as they are, and so does
 * everything under a signature. A message inside a message may not be encoded itself (RFC 2046 section 5.2.1); what is
 * inside it may.
 */
final class EncodeBodies implements Step {

    /** How deep messages within messages are looked into. */
    private static final int DEEPEST = 25;

    @Override
    public Entity apply(Entity mail, PostContext context) {
        return encoded(mail, 0);
    }

    private static Entity encoded(Entity entity, int depth) {
        Deadline.check();
        if (entity.isSealed() || depth > DEEPEST) {
            return entity;
        }
        return switch (entity.body()) {
            case Body.Edited _ -> entity;
            case Body.Multipart multipart -> entity.with(new Body.Multipart(shown(multipart.preamble()),
                    multipart.parts().stream()
                            .map(part -> new Body.Part(part.delimiter(), encoded(part.entity(), depth)))
                            .toList(),
                    multipart.closing(), shown(multipart.epilogue())));
            case Body.Leaf(Octets octets) -> {
                SafeTransfer.Findings findings = SafeTransfer.inspect(octets);
                yield findings.isSafe() ? entity : leaf(entity, octets, findings, depth);
            }
        };
    }

    /** A preamble or an epilogue, which no reader shows. It is dropped where it would do harm. */
    private static Octets shown(Octets aside) {
        return SafeTransfer.inspect(aside).isSafe() ? aside : Octets.EMPTY;
    }

    private static Entity leaf(Entity entity, Octets octets, SafeTransfer.Findings findings, int depth) {
        ContentType type = entity.contentType();
        TransferEncoding encoding = entity.transferEncoding();
        if (type.is("message", "rfc822") && encoding.isIdentity()) {
            boolean mustChange = findings.hasControls() || findings.longestLine() > SafeTransfer.MAX_LINE;
            return mustChange
                    ? entity.with(new Body.Leaf(MimeWriter.toOctets(encoded(MimeParser.parse(octets), depth + 1))))
                    : entity;
        }
        if (type.type().equals("message") || encoding == TransferEncoding.UNKNOWN) {
            return entity;
        }
        Optional<Octets> decoded = TransferDecoder.decode(octets, encoding);
        if (decoded.isEmpty()) {
            return entity.with(new Body.Leaf(rewrapped(octets)));
        }
        return with(entity, decoded.get(), chosen(encoding, type, findings, octets.length()));
    }

    private static TransferEncoding chosen(TransferEncoding given, ContentType type, SafeTransfer.Findings findings,
            int length) {
        if (!given.isIdentity()) {
            return given;
        }
        return type.type().equals("text") && findings.eightBit() <= length / 3
                ? TransferEncoding.QUOTED_PRINTABLE
                : TransferEncoding.BASE64;
    }

    private static Entity with(Entity entity, Octets decoded, TransferEncoding encoding) {
        Octets body = encoding == TransferEncoding.QUOTED_PRINTABLE
                ? QuotedPrintable.encode(decoded)
                : Octets.concat(List.of(Octets.of(Base64.getMimeEncoder().encode(decoded.toByteArray())),
                        Octets.latin1("\r\n")));
        boolean labelled = entity.transferEncoding() == encoding;
        Entity relabelled = labelled
                ? entity
                : entity.with(entity.header().with("Content-Transfer-Encoding", encoding.token()));
        return relabelled.with(new Body.Leaf(body));
    }

    /**
     * Base64 that cannot be decoded, with its characters in lines of 76. It is as good or bad for its reader as before.
     */
    private static Octets rewrapped(Octets octets) {
        var lines = new ByteArrayOutputStream(octets.length() + octets.length() / 38);
        int column = 0;
        for (int i = 0; i < octets.length(); i++) {
            byte b = octets.at(i);
            if (b > ' ' && b < 127) {
                lines.write(b);
                column++;
            }
            if (column == 76 || (b == '\n' && column > 0)) {
                lines.write('\r');
                lines.write('\n');
                column = 0;
            }
        }
        return Octets.of(lines.toByteArray());
    }
}
