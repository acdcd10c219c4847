package org.clubpost.local.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.clubpost.local.door.Source;

/**
 * The memory for mails that are being received. All connections share it, so that however many send large mails at the
 * same time, the service does not run out of its heap. One source gets half of it at most, and large mails together
 * three quarters, so that there is always room for a small mail from somebody else. It is taken piece by piece, as
 * octets come. Safe for use by many threads.
 */
public final class MailMemory {

    private static final int PIECE = 1 << 16;
    /** Two mails of the largest size and some small ones; each is there twice for a moment. */
    private static final int USUAL_PIECES = (96 << 20) / PIECE;
    /** A mail of more pieces is large. */
    private static final int SMALL_PIECES = 16;

    private final int all;
    private final Map<Source, Integer> bySource = new HashMap<>();
    private int taken;
    private int takenByLarge;

    /** As much as the heap of the launcher allows. */
    public MailMemory() {
        this(USUAL_PIECES);
    }

    MailMemory(int pieces) {
        all = pieces;
    }

    /** Thrown when a mail has more octets than it may have. */
    static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1;
    }

    /** Thrown when others have taken all of it, or this source its share. */
    static final class Full extends Exception {

        private static final long serialVersionUID = 1;
    }

    /** Room for one mail from there. */
    Room open(Source source) {
        return new Room(source);
    }

    private synchronized void take(Source source, boolean isLarge) throws Full {
        var ofSource = bySource.getOrDefault(source, 0);
        if (taken >= all || ofSource >= all / 2 || (isLarge && takenByLarge >= all - all / 4)) {
            throw new Full();
        }
        bySource.put(source, ofSource + 1);
        taken++;
        takenByLarge += isLarge ? 1 : 0;
    }

    private synchronized void giveBack(Source source, int count) {
        bySource.computeIfPresent(source, (_, ofSource) -> ofSource > count ? ofSource - count : null);
        taken -= count;
        takenByLarge -= Math.max(0, count - SMALL_PIECES);
    }

    /** The room that one mail takes, until it is closed. For one thread. */
    final class Room implements AutoCloseable {

        private final Source source;
        private int pieces;

        private Room(Source source) {
            this.source = source;
        }

        /**
         * Reads to the end.
         *
         * @param most the most octets that may come
         */
        byte[] read(InputStream in, int most) throws IOException, TooLarge, Full {
            var read = new ArrayList<byte[]>();
            var size = 0;
            for (var first = in.read(); first >= 0; first = in.read()) {
                take(source, pieces >= SMALL_PIECES);
                pieces++;
                var piece = new byte[PIECE];
                piece[0] = (byte) first;
                size += 1 + in.readNBytes(piece, 1, PIECE - 1);
                read.add(piece);
                if (size > most) {
                    throw new TooLarge();
                }
            }
            var all = new byte[size];
            for (var index = 0; index < read.size(); index++) {
                var at = index * PIECE;
                System.arraycopy(read.get(index), 0, all, at, Math.min(PIECE, size - at));
            }
            return all;
        }

        @Override
        public void close() {
            giveBack(source, pieces);
            pieces = 0;
        }
    }
}
