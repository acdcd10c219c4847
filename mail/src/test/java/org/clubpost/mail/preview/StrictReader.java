package org.clubpost.mail.preview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.text.Charsets;

/** A reader of mails that has nothing in common with ours: Apache James Mime4j. */
final class StrictReader {

    /** Throws at whatever breaks the grammar. */
    private static final MimeConfig STRICT = MimeConfig.custom().setStrictParsing(true).setMaxLineLen(1_000)
            .setMaxHeaderLen(200_000).setMaxHeaderCount(2_000).setMaxContentLen(-1).build();

    private StrictReader() {}

    /**
     * A part that is not divided.
     *
     * @param type type and subtype, in lower case
     * @param charset as it is named, in lower case
     * @param octets decoded, one character for each; as transferred, if they cannot be decoded
     */
    record Leaf(String type, String charset, String octets) {

        byte[] bytes() {
            return octets.getBytes(StandardCharsets.ISO_8859_1);
        }

        boolean isText() {
            return type.equals("text/plain") || type.equals("text/html");
        }

        /** As characters, lines parted by LF. */
        String text() {
            return Charsets.read(Octets.latin1(octets), charset).replace("\r\n", "\n");
        }
    }

    /** The leaves of a mail that keeps to the grammar, in order; what is encoded in them need not. */
    static List<Leaf> read(byte[] mail) throws MimeException, IOException {
        return leaves(mail, new MimeTokenStream(STRICT, DecodeMonitor.STRICT, null));
    }

    /** The leaves of any octets, as a lenient reader finds them; empty if even that one gives up. */
    static Optional<List<Leaf>> readLeniently(byte[] mail) {
        try {
            return Optional.of(leaves(mail, new MimeTokenStream(MimeConfig.PERMISSIVE, DecodeMonitor.SILENT, null)));
        } catch (MimeException | IOException e) {
            return Optional.empty();
        }
    }

    private static List<Leaf> leaves(byte[] mail, MimeTokenStream tokens) throws MimeException, IOException {
        var leaves = new ArrayList<Leaf>();
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(mail));
        for (var state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            if (state == EntityState.T_BODY) {
                var descriptor = tokens.getBodyDescriptor();
                var type = descriptor.getMimeType().toLowerCase(Locale.ROOT).split("[ >]", 2)[0];
                var charset = Optional.ofNullable(descriptor.getCharset()).orElse("us-ascii").toLowerCase(Locale.ROOT);
                var raw = tokens.getInputStream().readAllBytes();
                leaves.add(new Leaf(type, charset,
                        new String(decoded(raw, descriptor.getTransferEncoding()), StandardCharsets.ISO_8859_1)));
            }
        }
        return leaves;
    }

    private static byte[] decoded(byte[] raw, String encoding) {
        try {
            return switch (encoding.toLowerCase(Locale.ROOT)) {
                case "base64" -> new org.apache.james.mime4j.codec.Base64InputStream(new ByteArrayInputStream(raw),
                        DecodeMonitor.STRICT).readAllBytes();
                case "quoted-printable" -> new org.apache.james.mime4j.codec.QuotedPrintableInputStream(
                        new ByteArrayInputStream(raw), DecodeMonitor.SILENT).readAllBytes();
                default -> raw;
            };
        } catch (IOException undecodable) {
            return new String(raw, StandardCharsets.ISO_8859_1).replaceAll("\\s", "")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
