package org.clubpost.local.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A disk that knows what a power cut would leave: of a file what was forced, of a folder the names that were forced, and
 * nothing else. What was there at the beginning counts as forced.
 */
final class ForcedDisk implements Disk {

    private final Disk disk = Disk.real();
    private final Map<Path, Integer> now = new HashMap<>();
    private final Map<Path, Integer> forced = new HashMap<>();
    private final Map<Integer, byte[]> octets = new HashMap<>();
    private final Map<FileChannel, Path> open = new HashMap<>();
    private int entries;

    /** The octets of a file after a power cut; empty when it would not be there. */
    Optional<byte[]> afterPowerCut(Path file) {
        for (var folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (now.containsKey(folder) && !forced.containsKey(folder)) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(forced.get(file)).map(entry -> octets.getOrDefault(entry, new byte[0]));
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        disk.makeFolder(folder);
        now.put(folder, entries++);
    }

    @Override
    public FileChannel create(Path file) throws IOException {
        var channel = disk.create(file);
        now.put(file, entries++);
        open.put(channel, file);
        return channel;
    }

    @Override
    public void write(FileChannel file, ByteBuffer more) throws IOException {
        disk.write(file, more);
    }

    @Override
    public void force(FileChannel file) throws IOException {
        var path = open.get(file);
        octets.put(now.get(path), Files.readAllBytes(path));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        disk.move(from, to);
        now.put(to, now.remove(from));
    }

    @Override
    public void forceFolder(Path folder) {
        forced.keySet().removeIf(entry -> folder.equals(entry.getParent()));
        now.forEach((path, entry) -> {
            if (folder.equals(path.getParent())) {
                forced.put(path, entry);
            }
        });
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
        now.remove(file);
    }
}
