package org.clubpost.local.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file of text that only its owner can read. It is always whole, whatever happens to the process or the machine.
 */
public final class OwnerOnlyFile {

    private OwnerOnlyFile() {}

    /** Reads the file. */
    public static String read(Path file) throws IOException {
        return Files.readString(file, UTF_8);
    }

    /** Writes the file, in place of what was there. When this returns, it is on the disk. */
    public static void write(Path file, String text) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        DurableFiles.in(folder).write(file, out -> out.write(text.getBytes(UTF_8)));
    }
}
