package org.clubpost.local.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes files (0600) and folders (0700) that only their owner can use, from the moment they exist. On a file system
 * without such permissions they are made as it makes them.
 */
public final class OwnerOnly {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Makes an empty file; does nothing when there is one. */
    public static void createFile(Path file) throws IOException {
        try {
            newFile(file).close();
        } catch (FileAlreadyExistsException there) {
            close(file);
        }
    }

    /**
     * Makes an empty file and opens it for writing.
     *
     * @throws FileAlreadyExistsException when there is one
     */
    static FileChannel newFile(Path file) throws IOException {
        return FileChannel.open(file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                attributes(file, FILE));
    }

    /**
     * Makes a folder.
     *
     * @throws FileAlreadyExistsException when there is something of that name
     */
    static void newFolder(Path folder) throws IOException {
        Files.createDirectory(folder, attributes(folder, FOLDER));
    }

    /** Takes from others what they could do with a file or folder. One that belongs to somebody else stays as it is. */
    public static void close(Path entry) {
        if (!knowsPermissions(entry)) {
            return;
        }
        try {
            Files.setPosixFilePermissions(entry, Files.isDirectory(entry) ? FOLDER : FILE);
        } catch (IOException notAllowed) {
            // Then its owner has said who may look into it.
        }
    }

    /** Whether nobody but its owner can use it, as far as the file system knows. */
    public static boolean isClosed(Path entry) throws IOException {
        return !knowsPermissions(entry) || FOLDER.containsAll(
                Files.getPosixFilePermissions(entry, LinkOption.NOFOLLOW_LINKS));
    }

    /** Whether the file system has owners and permissions. Where it has not, folders cannot be forced either. */
    static boolean knowsPermissions(Path entry) {
        return entry.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Path entry, Set<PosixFilePermission> permissions) {
        return knowsPermissions(entry)
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
