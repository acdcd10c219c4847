package org.clubpost.mail.prepare;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clubpost.core.store.MailContent;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;

/**
 * How a prepared mail is stored. A directory comes first, then all fixed bytes one after the other, so that reading makes
 * views of one array.
 *
 * <pre>
 * "CPM" version(1) · directory length(4) · directory · fixed bytes
 * directory = message id · segments · languages(1) { tag · segments }
 * segments = count(4) { 0 length(4) | 1 value(1) form(1) | 2 value(1) form(1) break(1) | 3 count(4) { 0 … | 1 … }
 *     | 4 segment(4) from(4) length(4) }
 * </pre>
 *
 * <p>Kind 4 is a part of the fixed bytes of that segment of the first language. Version 2 had one language: it ends
 * before the languages, and is read as well, because a post may be under way while Clubpost is brought up to date.
 *
 * <p>The message id and the tags are as DataOutput.writeUTF writes them. Values and forms are stored as their codes.
 * Numbers are big-endian.
 */
final class SegmentFormat {

    private static final int MAGIC = 'C' << 24 | 'P' << 16 | 'M' << 8 | 3;
    private static final int MAGIC_2 = MAGIC - 1;
    private static final int FIXED = 0;
    private static final int PLAIN = 1;
    private static final int QUOTED = 2;
    private static final int BASE64 = 3;
    private static final int AGAIN = 4;

    private SegmentFormat() {}

    /** A stored mail: the part before the fixed bytes, and the fixed bytes. */
    private record Stored(Octets head, List<Octets> fixed) implements MailContent {

        @Override
        public long sizeBytes() {
            return head.length() + fixed.stream().mapToLong(Octets::length).sum();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            head.writeTo(out);
            for (Octets octets : fixed) {
                octets.writeTo(out);
            }
        }
    }

    static MailContent write(String messageId, List<Segment> segments, Map<String, List<Segment>> translations) {
        List<Octets> fixed = new ArrayList<>();
        var bytes = new ByteArrayOutputStream();
        var head = new ByteArrayOutputStream();
        try (var directory = new DataOutputStream(bytes);
                var all = new DataOutputStream(head)) {
            directory.writeUTF(messageId);
            write(segments, directory, fixed);
            directory.writeByte(translations.size());
            for (var translation : new TreeMap<>(translations).entrySet()) {
                directory.writeUTF(translation.getKey());
                write(translation.getValue(), directory, fixed);
            }
            all.writeInt(MAGIC);
            all.writeInt(bytes.size());
            bytes.writeTo(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Stored(Octets.of(head.toByteArray()), List.copyOf(fixed));
    }

    private static void write(List<Segment> segments, DataOutputStream directory, List<Octets> fixed)
            throws IOException {
        directory.writeInt(segments.size());
        for (Segment segment : segments) {
            write(segment, directory, fixed);
        }
    }

    private static void write(Segment segment, DataOutputStream directory, List<Octets> fixed) throws IOException {
        switch (segment) {
            case Segment.Fixed(Octets octets) -> write(new Piece.Fixed(octets), directory, fixed);
            case Segment.Plain(MemberValue value, Piece.Form form) ->
                write(new Piece.Slot(value, form), directory, fixed);
            case Segment.Quoted(MemberValue value, Piece.Form form, boolean breakAfter) -> {
                directory.writeByte(QUOTED);
                directory.writeByte(value.code());
                directory.writeByte(form.code());
                directory.writeBoolean(breakAfter);
            }
            case Segment.Again(int number, int from, Octets octets) -> {
                directory.writeByte(AGAIN);
                directory.writeInt(number);
                directory.writeInt(from);
                directory.writeInt(octets.length());
            }
            case Segment.Base64(Base64Run run) -> {
                directory.writeByte(BASE64);
                directory.writeInt(run.pieces().size());
                for (Piece piece : run.pieces()) {
                    write(piece, directory, fixed);
                }
            }
        }
    }

    private static void write(Piece piece, DataOutputStream directory, List<Octets> fixed) throws IOException {
        switch (piece) {
            case Piece.Fixed(Octets octets) -> {
                directory.writeByte(FIXED);
                directory.writeInt(octets.length());
                fixed.add(octets);
            }
            case Piece.Slot(MemberValue value, Piece.Form form) -> {
                directory.writeByte(PLAIN);
                directory.writeByte(value.code());
                directory.writeByte(form.code());
            }
        }
    }

    /** Reads a stored mail; the views are of the given bytes. */
    static CompiledMail read(Octets stored) {
        try {
            var reader = new Reader(stored);
            var messageId = reader.messageId();
            var segments = reader.segments(List.of());
            return new CompiledMail(messageId, segments, reader.translations(segments));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not a prepared mail", e);
        }
    }

    private static final class Reader {

        private final DataInputStream directory;
        private final Octets stored;
        private final boolean hasTranslations;
        private int fixedAt;

        Reader(Octets stored) throws IOException {
            var head = new DataInputStream(
                    new ByteArrayInputStream(stored.slice(0, Math.min(8, stored.length())).toByteArray()));
            int magic = head.readInt();
            if (magic != MAGIC && magic != MAGIC_2) {
                throw new IOException("an unknown format or version");
            }
            this.fixedAt = Math.addExact(8, head.readInt());
            this.stored = stored;
            this.hasTranslations = magic == MAGIC;
            this.directory = new DataInputStream(new ByteArrayInputStream(stored.slice(8, fixedAt).toByteArray()));
        }

        String messageId() throws IOException {
            return directory.readUTF();
        }

        Map<String, List<Segment>> translations(List<Segment> original) throws IOException {
            Map<String, List<Segment>> translations = new HashMap<>();
            for (int left = hasTranslations ? directory.readUnsignedByte() : 0; left > 0; left--) {
                translations.put(directory.readUTF(), segments(original));
            }
            return translations;
        }

        List<Segment> segments(List<Segment> original) throws IOException {
            List<Segment> segments = new ArrayList<>();
            for (int left = directory.readInt(); left > 0; left--) {
                int tag = directory.readByte();
                segments.add(switch (tag) {
                    case QUOTED -> new Segment.Quoted(value(), form(), directory.readBoolean());
                    case BASE64 -> base64();
                    case AGAIN -> again(original);
                    default -> switch (piece(tag)) {
                        case Piece.Fixed(Octets octets) -> new Segment.Fixed(octets);
                        case Piece.Slot(MemberValue value, Piece.Form form) -> new Segment.Plain(value, form);
                    };
                });
            }
            return segments;
        }

        private Segment again(List<Segment> original) throws IOException {
            int number = directory.readInt();
            if (!(original.get(number) instanceof Segment.Fixed(Octets octets))) {
                throw new IOException("not fixed bytes");
            }
            int from = directory.readInt();
            return new Segment.Again(number, from, octets.slice(from, Math.addExact(from, directory.readInt())));
        }

        private Segment base64() throws IOException {
            List<Piece> pieces = new ArrayList<>();
            for (int left = directory.readInt(); left > 0; left--) {
                pieces.add(piece(directory.readByte()));
            }
            return Segment.Base64.of(pieces);
        }

        private Piece piece(int tag) throws IOException {
            return switch (tag) {
                case FIXED -> {
                    int length = directory.readInt();
                    Octets octets = stored.slice(fixedAt, Math.addExact(fixedAt, length));
                    fixedAt += length;
                    yield new Piece.Fixed(octets);
                }
                case PLAIN -> new Piece.Slot(value(), form());
                default -> throw new IOException("an unknown segment");
            };
        }

        private MemberValue value() throws IOException {
            int code = directory.readUnsignedByte();
            return Stream.of(MemberValue.values()).filter(value -> value.code() == code).findFirst()
                    .orElseThrow(() -> new IOException("an unknown value"));
        }

        private Piece.Form form() throws IOException {
            int code = directory.readUnsignedByte();
            return Stream.of(Piece.Form.values()).filter(form -> form.code() == code).findFirst()
                    .orElseThrow(() -> new IOException("an unknown form"));
        }
    }
}
