package org.clubpost.people.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The charset that a text file is written in.
 *
 * @param charset the charset
 * @param isGuessed whether its bytes fit others as well
 */
record Encoding(Charset charset, boolean isGuessed) {

    private static final int LOOK = 64 * 1024;
    /** What the JDK calls the charset macintosh. */
    static final String MAC = "x-MacRoman";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Looks at all the bytes of a file, by pieces. */
    static Encoding of(Path path) throws IOException {
        var letters = new LetterCounts();
        try (var in = Files.newInputStream(path)) {
            var block = new byte[LOOK];
            var length = in.readNBytes(block, 0, LOOK);
            var begin = Arrays.copyOf(block, length);
            if (begins(begin, 0xFF, 0xFE)) {
                return new Encoding(UTF_16LE, false);
            }
            if (begins(begin, 0xFE, 0xFF)) {
                return new Encoding(UTF_16BE, false);
            }
            if (begins(begin, 0xEF, 0xBB, 0xBF)) {
                return new Encoding(UTF_8, false);
            }
            if (isSparse(begin, 1)) {
                return new Encoding(UTF_16LE, false);
            }
            if (isSparse(begin, 0)) {
                return new Encoding(UTF_16BE, false);
            }
            while (length > 0) {
                letters.add(block, length);
                length = in.readNBytes(block, 0, LOOK);
            }
        }
        return letters.encoding();
    }

    private static boolean begins(byte[] file, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a third of every second byte is zero, as in UTF-16 of a European language. */
    private static boolean isSparse(byte[] begin, int from) {
        var zeros = 0;
        for (var i = from; i < begin.length; i += 2) {
            zeros += begin[i] == 0 ? 1 : 0;
        }
        return zeros > 0 && zeros * 6 >= begin.length;
    }

    /** The characters of the file, without the byte order mark. What means none is U+FFFD. */
    Reader read(Path path) throws IOException {
        var in = new PushbackReader(new BufferedReader(new InputStreamReader(Files.newInputStream(path), charset)));
        var first = in.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            in.unread(first);
        }
        return in;
    }

    /** Its name for people. */
    String words() {
        return isGuessed ? name() + " (a guess: if names look wrong, name it with --charset)" : name();
    }

    private String name() {
        return charset.name().equals(MAC) ? "macintosh" : charset.name();
    }
}
