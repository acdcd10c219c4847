package org.clubpost.mail.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes an entity as the bytes it was read from. An entity with slots is written by the prepared mail instead. */
public final class MimeWriter {

    private MimeWriter() {}

    /**
     * Writes an entity.
     *
     * @throws IllegalArgumentException if it holds an edited text or a slot, which have no bytes yet
     */
    public static void write(Entity entity, OutputStream out) throws IOException {
        for (HeaderLine line : entity.header().lines()) {
            write(line.pieces(), out);
        }
        entity.separator().writeTo(out);
        switch (entity.body()) {
            case Body.Leaf(Octets octets) -> octets.writeTo(out);
            case Body.Edited _ -> throw new IllegalArgumentException("an edited text is not encoded yet");
            case Body.Multipart multipart -> {
                multipart.preamble().writeTo(out);
                for (Body.Part part : multipart.parts()) {
                    part.delimiter().writeTo(out);
                    write(part.entity(), out);
                }
                multipart.closing().writeTo(out);
                multipart.epilogue().writeTo(out);
            }
        }
    }

    private static void write(List<Piece> pieces, OutputStream out) throws IOException {
        for (Piece piece : pieces) {
            if (!(piece instanceof Piece.Fixed(Octets octets))) {
                throw new IllegalArgumentException("a slot has no bytes before it is filled");
            }
            octets.writeTo(out);
        }
    }

    /** The bytes of an entity, in an array of their own. */
    public static Octets toOctets(Entity entity) {
        var out = new ByteArrayOutputStream();
        try {
            write(entity, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Octets.of(out.toByteArray());
    }
}
