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

/** A reader of mails that has nothing in common with ours: Apache James Mime4j. */
final class StrictReader {

    /** Throws at whatever breaks the grammar. */
    private static final MimeConfig STRICT = MimeConfig.custom().setStrictParsing(true).setMaxLineLen(1_000)
            .setMaxHeaderLen(200_000).setMaxHeaderCount(2_000).setMaxContentLen(-1).build();
    private static final MimeConfig LENIENT = MimeConfig.PERMISSIVE;

    private StrictReader() {}

    /**
     * A part that is not divided.
     *
     * @param type type and subtype, in lower case
     * @param charset as it is named, in lower case; empty if it is not
     * @param isText whether it is shown: plain text or HTML, and not named as an attachment
     * @param octets decoded, one character for each
     */
    record Leaf(String type, String charset, boolean isText, String octets) {}

    /** The leaves of a mail, in order. */
    static List<Leaf> read(byte[] mail) throws MimeException, IOException {
        return leaves(mail, new MimeTokenStream(STRICT, DecodeMonitor.STRICT, null));
    }

    /** The leaves of any octets; empty if even a lenient reader gives up. */
    static Optional<List<Leaf>> readLeniently(byte[] mail) {
        try {
            return Optional.of(leaves(mail, new MimeTokenStream(LENIENT, DecodeMonitor.SILENT, null)));
        } catch (MimeException | IOException e) {
            return Optional.empty();
        }
    }

    private static List<Leaf> leaves(byte[] mail, MimeTokenStream tokens) throws MimeException, IOException {
        var leaves = new ArrayList<Leaf>();
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(mail));
        for (var state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            if (state == EntityState.T_FIELD) {
                tokens.getField();
            } else if (state == EntityState.T_BODY) {
                var descriptor = tokens.getBodyDescriptor();
                var type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
                var octets = tokens.getDecodedInputStream().readAllBytes();
                leaves.add(new Leaf(type,
                        Optional.ofNullable(descriptor.getCharset()).orElse("").toLowerCase(Locale.ROOT),
                        type.equals("text/plain") || type.equals("text/html"),
                        new String(octets, StandardCharsets.ISO_8859_1)));
            }
        }
        return leaves;
    }
}
