package org.clubpost.local.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file of text that only its owner can read. It is always whole: it is written beside its place and then moved there.
 */
public final class OwnerOnlyFile {

    private OwnerOnlyFile() {}

    /** Reads the file. */
    public static String read(Path file) throws IOException {
        return Files.readString(file, UTF_8);
    }

    /** Writes the file, in place of what was there. */
    public static void write(Path file, String text) throws IOException {
        var next = Files.createTempFile(file.toAbsolutePath().getParent(), "next", null, ownerOnly(file));
        Files.writeString(next, text, UTF_8);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
