package org.clubpost.local.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** A directory that is rebuilt from the calls of a process, and what would be left of it after a kill or a power cut. */
final class DiskImage {

    private final DiskFolder root = new DiskFolder();
    private final Map<Long, DiskEntry> inodes = new HashMap<>();

    /** What survives. */
    sealed interface Ending {

        /** A kill: all that was written, because the system has it. */
        record Kill() implements Ending {}

        /** A power cut at the worst: only what was forced. */
        record PowerCut() implements Ending {}

        /** A power cut as it may be: what was forced, and any part of the rest. */
        record Torn(RandomGenerator random) implements Ending {}
    }

    /** A directory as it is, all of it on the disk. */
    static DiskImage of(Path directory) throws IOException {
        var image = new DiskImage();
        image.read(directory, image.root);
        return image;
    }

    private void read(Path directory, DiskFolder folder) throws IOException {
        inodes.put(inode(directory), folder);
        try (var entries = Files.list(directory)) {
            for (var entry : entries.toList()) {
                if (Files.isDirectory(entry)) {
                    var inner = new DiskFolder();
                    read(entry, inner);
                    folder.put(entry.getFileName().toString(), inner);
                } else {
                    var file = new DiskFile(Files.readAllBytes(entry),
                            Files.getLastModifiedTime(entry).to(TimeUnit.NANOSECONDS));
                    inodes.put(inode(entry), file);
                    folder.put(entry.getFileName().toString(), file);
                }
            }
        }
        folder.force();
    }

    private static long inode(Path entry) throws IOException {
        return ((Number) Files.getAttribute(entry, "unix:ino")).longValue();
    }

    /** Does that call. */
    void apply(DiskCall call) {
        switch (call) {
            case DiskCall.Create(var path, var inode, var modified) ->
                add(path, inode, new DiskFile(new byte[0], modified));
            case DiskCall.Folder(var path, var inode) -> add(path, inode, new DiskFolder());
            case DiskCall.Write write -> file(write.inode(), write.path()).write(write);
            case DiskCall.Size size -> file(size.inode(), size.path()).size(size);
            case DiskCall.Sync(_, var inode) -> entry(inode).force();
            case DiskCall.Move(var path, var to) -> move(path, to);
            case DiskCall.Delete(var path) -> above(path).remove(name(path));
            case DiskCall.Answer _,DiskCall.Armed _,DiskCall.Killed _ -> {
                // Nothing on the disk.
            }
        }
    }

    private void add(String path, long inode, DiskEntry entry) {
        inodes.put(inode, entry);
        above(path).put(name(path), entry);
    }

    private void move(String path, String to) {
        if (above(path) != above(to)) {
            throw new IllegalStateException("a move between folders, which is two changes after a power cut: " + path);
        }
        above(path).move(name(path), name(to));
    }

    private DiskEntry entry(long inode) {
        var entry = inodes.get(inode);
        if (entry == null) {
            throw new IllegalStateException("a file that nobody made");
        }
        return entry;
    }

    private DiskFile file(long inode, String path) {
        return entry(inode) instanceof DiskFile file ? file : fail(path);
    }

    private static DiskFile fail(String path) {
        throw new IllegalStateException("no file: " + path);
    }

    private DiskFolder above(String path) {
        var folder = root;
        for (var end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            var name = name(path.substring(0, end));
            folder = folder.get(name) instanceof DiskFolder inner ? inner : folder;
        }
        return folder;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What is left: the octets of each file, by its path; a folder's path ends with a slash. */
    Map<String, DiskFile.Left> left(Ending ending) {
        var left = new TreeMap<String, DiskFile.Left>();
        collect("", root, ending, left);
        return left;
    }

    private static void collect(String prefix, DiskFolder folder, Ending ending, Map<String, DiskFile.Left> left) {
        var names = switch (ending) {
            case Ending.Kill _ -> folder.now();
            case Ending.PowerCut _ -> folder.forced();
            case Ending.Torn(var random) -> folder.some(random);
        };
        new TreeMap<>(names).forEach((name, entry) -> {
            switch (entry) {
                case DiskFile file -> left.put(prefix + name, switch (ending) {
                    case Ending.Kill _ -> file.now();
                    case Ending.PowerCut _ -> file.forced();
                    case Ending.Torn(var random) -> file.some(random);
                });
                case DiskFolder inner -> {
                    left.put(prefix + name + "/", DiskFile.Left.FOLDER);
                    collect(prefix + name + "/", inner, ending, left);
                }
            }
        });
    }

    /** Makes a directory of it. SQLite's shared memory is left out: nobody reads it after a kill. */
    static void write(Map<String, DiskFile.Left> left, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (var entry : left.entrySet()) {
            if (entry.getKey().endsWith("/")) {
                Files.createDirectory(directory.resolve(entry.getKey()));
            } else if (!entry.getKey().endsWith("-shm")) {
                var file = Files.write(directory.resolve(entry.getKey()), entry.getValue().octets());
                Files.setLastModifiedTime(file, FileTime.from(entry.getValue().modified(), TimeUnit.NANOSECONDS));
            }
        }
    }

    /** The same for the same directory. The log of the service does not count: nothing depends on it. */
    static String digest(Map<String, DiskFile.Left> left) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            left.forEach((path, file) -> {
                if (!path.startsWith("clubpost.log") && !path.endsWith("-shm")) {
                    digest.update(path.getBytes(UTF_8));
                    digest.update((byte) 0);
                    digest.update(file.octets());
                }
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
