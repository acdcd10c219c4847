package org.clubpost.local.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what the tracer recorded. */
final class DiskLog {

    private final ByteBuffer record;
    private final String root;

    private DiskLog(byte[] record, Path data) throws IOException {
        this.record = ByteBuffer.wrap(record).order(ByteOrder.nativeOrder());
        this.root = data.toRealPath().toString();
    }

    /** The calls in that directory, in their order. */
    static List<DiskCall> read(Path log, Path data) throws IOException {
        var reader = new DiskLog(Files.readAllBytes(log), data);
        var calls = new ArrayList<DiskCall>();
        while (reader.record.hasRemaining()) {
            calls.add(reader.next());
        }
        return calls;
    }

    private DiskCall next() {
        var inode = record.getLong();
        var modified = record.getLong();
        var offset = record.getLong();
        var length = record.getLong();
        var pathLength = record.getInt();
        var secondLength = record.getInt();
        var kind = (char) record.getInt();
        record.getInt(); // The thread.
        var path = text(pathLength);
        var second = text(secondLength);
        return switch (kind) {
            case 'C' -> new DiskCall.Create(inside(path), inode, modified);
            case 'M' -> new DiskCall.Folder(inside(path), inode);
            case 'W' -> new DiskCall.Write(inside(path), inode, modified, offset, octets(length));
            case 'T' -> new DiskCall.Size(inside(path), inode, modified, offset);
            case 'S' -> new DiskCall.Sync(inside(path), inode);
            case 'R' -> new DiskCall.Move(inside(path), inside(second));
            case 'D' -> new DiskCall.Delete(inside(path));
            case 'A' -> new DiskCall.Answer(new String(octets(length), UTF_8));
            case 'B' -> new DiskCall.Armed();
            case 'K' -> new DiskCall.Killed(inside(path), (char) inode);
            default -> throw new IllegalStateException("the tracer does not know " + second + " of " + path);
        };
    }

    private String inside(String path) {
        return path.equals(root) ? "" : path.substring(root.length() + 1);
    }

    private String text(int length) {
        return new String(octets(length), UTF_8);
    }

    private byte[] octets(long length) {
        var octets = new byte[Math.toIntExact(length)];
        record.get(octets);
        return octets;
    }
}
