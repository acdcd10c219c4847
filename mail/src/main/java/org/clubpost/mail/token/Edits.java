package org.clubpost.mail.token;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.clubpost.mail.mime.Octets;

/**
 * What is to be replaced in a stretch of octets. An edit that begins inside another one is left out. Takes little room:
 * there may be millions.
 */
final class Edits {

    private int count;
    private int[] from = new int[4];
    private int[] to = new int[4];
    private Octets[] replacements = new Octets[4];

    /** Gathers small edits that stand side by side into one. */
    final class Run {

        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private int start;
        private int end;

        void add(int first, int last, byte[] replacement) {
            if (first != end) {
                close();
                start = first;
            }
            end = last;
            written.writeBytes(replacement);
        }

        void close() {
            if (written.size() > 0) {
                replace(start, end, Octets.of(written.toByteArray()));
                written.reset();
            }
        }
    }

    void replace(int start, int end, Octets replacement) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            replacements = Arrays.copyOf(replacements, 2 * count);
        }
        from[count] = start;
        to[count] = end;
        replacements[count] = replacement;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The octets with all that replaced. */
    Octets appliedTo(Octets octets) {
        if (count == 0) {
            return octets;
        }
        var edited = new ByteArrayOutputStream(octets.length());
        int at = 0;
        for (long each : inOrder()) {
            int i = (int) each;
            if (from[i] >= at) {
                edited.writeBytes(octets.slice(at, from[i]).toByteArray());
                edited.writeBytes(replacements[i].toByteArray());
                at = to[i];
            }
        }
        edited.writeBytes(octets.slice(at).toByteArray());
        return Octets.of(edited.toByteArray());
    }

    /** The numbers of the edits, each below its place. */
    private long[] inOrder() {
        var order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) from[i] << 32 | i;
        }
        Arrays.sort(order);
        return order;
    }

    /** Writes all replacements, each of which is as long as what it replaces, into an array. */
    void overwrite(byte[] octets) {
        for (int i = 0; i < count; i++) {
            replacements[i].copyTo(octets, from[i]);
        }
    }

    /** Writes them into every second octet of an array, of which these were the edits. */
    void overwriteEverySecond(byte[] octets, int first) {
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < replacements[i].length(); k++) {
                octets[first + 2 * (from[i] + k)] = replacements[i].at(k);
            }
        }
    }
}
