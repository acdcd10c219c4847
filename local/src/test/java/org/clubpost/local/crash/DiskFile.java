package org.clubpost.local.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A file as its processes see it, and as much of it as is on the disk for certain. */
final class DiskFile implements DiskEntry {

    /** What a disk writes whole or not at all. */
    private static final int SECTOR = 512;

    private byte[] now;
    private byte[] forced;
    private long modified;
    private long modifiedForced;
    private final List<DiskCall> pending = new ArrayList<>();

    /**
     * What is left of a file.
     *
     * @param octets its octets
     * @param modified the time of its last change, in nanoseconds since 1970
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Left(byte[] octets, long modified) {

        static final Left FOLDER = new Left(new byte[0], 0);
    }

    DiskFile(byte[] forced, long modified) {
        this.now = forced;
        this.forced = forced;
        this.modified = modified;
        this.modifiedForced = modified;
    }

    void write(DiskCall.Write call) {
        now = written(now, call.offset(), call.octets());
        modified = call.modified();
        pending.add(call);
    }

    void size(DiskCall.Size call) {
        now = Arrays.copyOf(now, Math.toIntExact(call.octets()));
        modified = call.modified();
        pending.add(call);
    }

    @Override
    public void force() {
        forced = now;
        modifiedForced = modified;
        pending.clear();
    }

    /** As the process saw it. */
    Left now() {
        return new Left(now, modified);
    }

    /** As it is after a power cut that took everything not forced. */
    Left forced() {
        return new Left(forced, modifiedForced);
    }

    /** As it may be after a power cut: of what was not forced, any part reached the disk, in any order. */
    Left some(RandomGenerator random) {
        var octets = forced;
        for (var call : pending) {
            switch (call) {
                case DiskCall.Write write -> octets = someSectors(octets, write, random);
                case DiskCall.Size size -> {
                    if (random.nextBoolean()) {
                        octets = Arrays.copyOf(octets, Math.toIntExact(size.octets()));
                    }
                }
                default -> throw new IllegalStateException(call.toString());
            }
        }
        return new Left(octets, random.nextBoolean() ? modified : modifiedForced);
    }

    private static byte[] someSectors(byte[] octets, DiskCall.Write write, RandomGenerator random) {
        var result = octets;
        var end = write.offset() + write.octets().length;
        for (var at = write.offset(); at < end;) {
            var next = Math.min((at / SECTOR + 1) * SECTOR, end);
            if (random.nextBoolean()) {
                var from = (int) (at - write.offset());
                result = written(result, at, Arrays.copyOfRange(write.octets(), from, from + (int) (next - at)));
            }
            at = next;
        }
        return result;
    }

    private static byte[] written(byte[] octets, long offset, byte[] more) {
        var place = Math.toIntExact(offset);
        var result = Arrays.copyOf(octets, Math.max(octets.length, place + more.length));
        System.arraycopy(more, 0, result, place, more.length);
        return result;
    }
}
