package org.clubpost.local.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The files in one folder and in the folders below it. Each is whole or not there, whatever happens to the process or
 * the machine. Files are 0600 and folders 0700 from the moment they exist. Safe for use by many threads and processes.
 *
 * <p>{@link #write} writes to a temporary name in the same folder, forces the file, moves it to its place and forces
 * the folder. That is two forces a file; threads that write into the same folder at the same time share the second one.
 * A folder's own name is forced when this object first writes into it, even if another process made it.
 *
 * <p>The temporary file of a writer that was killed stays behind; {@link #isLeftover} knows it by its name.
 */
public final class DurableFiles {

    /** No name that we write to begins like this, so no file can be mistaken for one. */
    private static final String TEMPORARY = ".writing~";
    private static final int PIECE = 1 << 16;

    private final Path root;
    private final Disk disk;
    private final Map<Path, SharedForce> folders = new ConcurrentHashMap<>();

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    DurableFiles(Path root, Disk disk) {
        this.root = root.toAbsolutePath().normalize();
        this.disk = disk;
    }

    /** The files in that folder. The folder is made when the first file is written, and what is above it, too. */
    public static DurableFiles in(Path root) {
        return new DurableFiles(root, Disk.real());
    }

    /** Whether a writer that was killed, or one that is still at work, left the file of that name. */
    public static boolean isLeftover(String name) {
        return name.startsWith(TEMPORARY);
    }

    /**
     * Writes a file, in place of what was there. When this returns, the file is on the disk.
     *
     * @param file its place, in the root folder or below
     * @throws IOException when the disk is full or refuses; then the old file is there, or the whole new one
     */
    public void write(Path file, Content content) throws IOException {
        var place = inside(file);
        var folder = folder(Objects.requireNonNull(place.getParent()));
        var temporary = place.resolveSibling(temporaryName());
        try {
            fill(temporary, content);
            disk.move(temporary, place);
        } catch (IOException | RuntimeException e) {
            removeQuietly(temporary, e);
            folders.clear(); // Somebody may have deleted a folder; the next write looks again.
            throw e;
        }
        folder.force();
    }

    private static String temporaryName() {
        return TEMPORARY + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private void fill(Path file, Content content) throws IOException {
        try (var channel = disk.create(file)) {
            var out = new BufferedOutputStream(new ToDisk(channel), PIECE);
            content.writeTo(out);
            out.flush();
            disk.force(channel);
        }
    }

    /** Writes pieces to the disk as they come. */
    private final class ToDisk extends OutputStream {

        private final FileChannel file;

        private ToDisk(FileChannel file) {
            this.file = file;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[]{(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            disk.write(file, ByteBuffer.wrap(octets, offset, length));
        }
    }

    private void removeQuietly(Path temporary, Exception because) {
        try {
            disk.delete(temporary);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /** Makes a folder below the root, unless it is there. When this returns, its name is on the disk. */
    public void makeFolder(Path folder) throws IOException {
        folder(inside(folder));
    }

    /** Forces the names in a folder, together with all who want that at the same time. */
    public void forceFolder(Path folder) throws IOException {
        folder(inside(folder)).force();
    }

    /**
     * Makes an empty file without forcing it; does nothing when there is one. What is to last needs {@link
     * #forceFolder} afterwards.
     */
    public void mark(Path file) throws IOException {
        var place = inside(file);
        folder(Objects.requireNonNull(place.getParent()));
        try {
            disk.create(place).close();
        } catch (FileAlreadyExistsException there) {
            return;
        }
    }

    /** Deletes a file without forcing that; does nothing when there is none. After a power cut it may be back. */
    public void delete(Path file) throws IOException {
        disk.delete(inside(file));
    }

    /**
     * Deletes what writers left behind that were killed before that time, in the root and below.
     *
     * @param before long enough ago that none of them can be at work still
     */
    public void deleteLeftovers(Instant before) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (isLeftover(file.getFileName().toString())
                        && attributes.lastModifiedTime().toInstant().isBefore(before)) {
                    disk.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException goneMeanwhile) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private SharedForce folder(Path folder) throws IOException {
        var known = folders.get(folder);
        if (known != null) {
            return known;
        }
        makeLasting(folder);
        return folders.computeIfAbsent(folder, place -> new SharedForce(() -> disk.forceFolder(place)));
    }

    /** From the root down, each folder, and then its name in the one above. */
    private void makeLasting(Path folder) throws IOException {
        if (folder.equals(root)) {
            makeRootLasting();
            return;
        }
        var above = folder(Objects.requireNonNull(folder.getParent()));
        makeUnlessThere(folder);
        above.force();
    }

    private void makeRootLasting() throws IOException {
        var missing = new ArrayList<Path>();
        for (var each = root; each != null && !Files.isDirectory(each); each = each.getParent()) {
            missing.add(each);
        }
        for (var each : missing.reversed()) {
            makeUnlessThere(each);
            forceAbove(each);
        }
        if (missing.isEmpty()) {
            try {
                forceAbove(root);
            } catch (FileSystemException ofSomebodyElse) {
                // It cannot be opened. Who made our folder there has to see to it.
            }
        }
    }

    private void forceAbove(Path folder) throws IOException {
        if (folder.getParent() != null) {
            disk.forceFolder(folder.getParent());
        }
    }

    private void makeUnlessThere(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            disk.makeFolder(folder);
        } catch (FileAlreadyExistsException there) {
            if (!Files.isDirectory(folder)) {
                throw there;
            }
        }
    }

    private Path inside(Path file) {
        var place = file.toAbsolutePath().normalize();
        if (!place.startsWith(root)) {
            throw new IllegalArgumentException("a file outside of the folder");
        }
        return place;
    }
}
