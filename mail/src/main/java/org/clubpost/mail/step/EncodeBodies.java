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
 * everything under a signature. A message inside a message may not be encoded itself (RFC 2046 section 5.2.1); the parts
 * and fields in it are, where they would not travel.
 */
final class EncodeBodies implements Step {

    /** How deep messages within messages are looked into. */
    private static final int DEEPEST = 25;

    @Override
    public Entity apply(Entity mail, PostContext context) {
        return new Encoding().encoded(mail, 0, mail.contentType());
    }

    /** Encodes one mail. */
    private static final class Encoding {

        private final EncodeFields.Encoding fields = EncodeFields.Encoding.ofNested();

        private Entity encoded(Entity entity, int depth, ContentType type) {
            Deadline.check();
            if (entity.isSealed() || depth > DEEPEST) {
                return entity;
            }
            return switch (entity.body()) {
                case Body.Edited _ -> entity;
                case Body.Multipart multipart -> entity.with(new Body.Multipart(shown(multipart.preamble()),
                        multipart.parts().stream().map(part -> new Body.Part(part.delimiter(),
                                encoded(part.entity(), depth, typeOf(part.entity(), type)))).toList(),
                        multipart.closing(), shown(multipart.epilogue())));
                case Body.Leaf(Octets octets) -> {
                    SafeTransfer.Findings findings = SafeTransfer.inspect(octets);
                    yield findings.isSafe() ? entity : leaf(entity, octets, findings, depth, type);
                }
            };
        }

        private Entity leaf(Entity entity, Octets octets, SafeTransfer.Findings findings, int depth,
                ContentType type) {
            TransferEncoding encoding = entity.transferEncoding();
            if (type.is("message", "rfc822") && encoding.isIdentity()) {
                return nested(entity, octets, depth);
            }
            if ((encoding.isIdentity() && isNeverEncoded(type)) || encoding == TransferEncoding.UNKNOWN) {
                return entity;
            }
            Optional<Octets> decoded = TransferDecoder.decode(octets, encoding);
            if (decoded.isEmpty()) {
                return entity.with(new Body.Leaf(rewrapped(octets)));
            }
            return with(entity, decoded.get(), chosen(encoding, type, findings, octets.length()));
        }

        /** The message's own parts and fields are encoded, because the message as a whole may not be. */
        private Entity nested(Entity entity, Octets octets, int depth) {
            Entity message = MimeParser.parse(octets);
            Entity encoded = encoded(message, depth + 1, message.contentType());
            Entity understood = encoded.equals(message) || encoded.header().has("MIME-Version")
                    ? encoded
                    : encoded.with(encoded.header().with("MIME-Version", "1.0"));
            Octets safe = MimeWriter.toOctets(fields.encoded(understood));
            boolean isLabelled = entity.transferEncoding() != TransferEncoding.SEVEN_BIT
                    && SafeTransfer.inspect(safe).isSafe();
            return (isLabelled ? labelled(entity, TransferEncoding.SEVEN_BIT) : entity).with(new Body.Leaf(safe));
        }
    }

    /** What a part of a digest is when it does not say: a message (RFC 2046 section 5.1.5). */
    private static ContentType typeOf(Entity part, ContentType parent) {
        return parent.is("multipart", "digest") && !part.header().has("Content-Type")
                ? ContentType.MESSAGE
                : part.contentType();
    }

    /** RFC 2046 sections 5.2.2 and 5.2.3. */
    private static boolean isNeverEncoded(ContentType type) {
        return type.is("message", "partial") || type.is("message", "external-body");
    }

    /** A preamble or an epilogue, which no reader shows. It is dropped where it would do harm. */
    private static Octets shown(Octets aside) {
        return SafeTransfer.inspect(aside).isSafe() ? aside : Octets.EMPTY;
    }

    private static TransferEncoding chosen(TransferEncoding given, ContentType type, SafeTransfer.Findings findings,
            int length) {
        if (!given.isIdentity()) {
            return given;
        }
        boolean isText = type.type().equals("text") || type.type().equals("message");
        return isText && findings.eightBit() <= length / 3
                ? TransferEncoding.QUOTED_PRINTABLE
                : TransferEncoding.BASE64;
    }

    private static Entity with(Entity entity, Octets decoded, TransferEncoding encoding) {
        Octets body = encoding == TransferEncoding.QUOTED_PRINTABLE
                ? QuotedPrintable.encode(decoded)
                : Octets.concat(List.of(Octets.of(Base64.getMimeEncoder().encode(decoded.toByteArray())),
                        Octets.latin1("\r\n")));
        return labelled(entity, encoding).with(new Body.Leaf(body));
    }

    private static Entity labelled(Entity entity, TransferEncoding encoding) {
        return entity.transferEncoding() == encoding
                ? entity
                : entity.with(entity.header().with("Content-Transfer-Encoding", encoding.token()));
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
