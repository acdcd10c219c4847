package org.clubpost.function.admin.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.clubpost.people.MemberFile;

/**
 * A file that somebody sent. It is kept nowhere: it goes back to the browser with the page that shows it, packed as a text,
 * and comes again with the next form. So nothing of people who were never brought in is left behind here.
 *
 * <p>A larger one was sent past us and lies where large files lie for a day; then its name there goes along.
 *
 * @param name how it is called, without its folder
 * @param octets what is in it
 * @param upload its name where large files lie; empty when it is kept nowhere
 */
public record SentFile(String name, Octets octets, String upload) {

    /** The largest that is taken, in octets. Packed as a text it has to fit into a request of a function. */
    static final int LARGEST = 1_500_000;
    private static final Pattern NOT_ASCII = Pattern.compile("[^ -~]");
    /** The longest text of one, in characters. */
    static final int LONGEST = 2_100_000;

    /** Octets that are equal when they are the same. */
    public static final class Octets {

        private final byte[] all;

        Octets(byte[] all) {
            this.all = all.clone();
        }
    }

    /** A file of that name. */
    public static SentFile of(String name, byte[] octets) {
        return new SentFile(plain(name), new Octets(octets), "");
    }

    /** One that was sent past us, which has no name any more: a spreadsheet is known by how it begins. */
    static SentFile stored(String upload, byte[] octets) {
        var isSheet = octets.length > 1 && octets[0] == 'P' && octets[1] == 'K';
        return new SentFile(isSheet ? "people.xlsx" : "people.csv", new Octets(octets), upload);
    }

    /** A name that is a name of a file everywhere. It matters, because some programs say who left in it alone. */
    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[^\\p{L}\\p{N}._ -]", "_");
        var cut = last.length() > 100 ? last.substring(last.length() - 100) : last;
        return cut.isBlank() || cut.startsWith(".") ? "file" + cut : cut;
    }

    /** All of it as a text; empty of one that is kept. */
    String packed() {
        if (!upload.isEmpty()) {
            return "";
        }
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(octets.all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /** Reads what {@link #packed} gives; empty when it is something else, or too large. */
    static Optional<SentFile> unpack(String name, String packed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            var octets = in.readNBytes(LARGEST + 1);
            return octets.length > LARGEST ? Optional.empty() : Optional.of(of(name, octets));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads it as a file of members; a spreadsheet is read from a file, which is gone afterwards. Not every disk can have
     * every letter in a name.
     */
    <T> T read(Function<MemberFile, T> reader) {
        try {
            var folder = Files.createTempDirectory("people");
            var file = folder.resolve(NOT_ASCII.matcher(name).replaceAll("_"));
            try {
                Files.write(file, octets.all);
                return reader.apply(MemberFile.open(file));
            } finally {
                delete(file);
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }
}
