package org.clubpost.local.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.concurrent.Semaphore;

/**
 * The memory for mails that are being received. All connections share it, so that however many send large mails at the
 * same time, the service does not run out of its heap. Safe for use by many threads.
 */
public final class MailMemory {

    private static final int PIECE = 1 << 16;
    /** Two mails of the largest size and some small ones; each is there twice for a moment. */
    private static final int USUAL_PIECES = (96 << 20) / PIECE;

    private final Semaphore pieces;

    /** As much as the heap of the launcher allows. */
    public MailMemory() {
        this(USUAL_PIECES);
    }

    MailMemory(int pieces) {
        this.pieces = new Semaphore(pieces);
    }

    /** Thrown when a mail has more octets than it may have. */
    static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1;
    }

    /** Thrown when others have taken all of it. */
    static final class Full extends Exception {

        private static final long serialVersionUID = 1;
    }

    /** Room for one mail. */
    Room open() {
        return new Room();
    }

    /** The room that one mail takes, until it is closed. For one thread. */
    final class Room implements AutoCloseable {

        private int taken;

        /**
         * Reads to the end.
         *
         * @param most the most octets that may come
         */
        byte[] read(InputStream in, int most) throws IOException, TooLarge, Full {
            var read = new ArrayList<byte[]>();
            var size = 0;
            for (var piece = next(in); piece.length > 0; piece = next(in)) {
                read.add(piece);
                size += piece.length;
                if (size > most) {
                    throw new TooLarge();
                }
            }
            var all = new byte[size];
            var at = 0;
            for (var piece : read) {
                System.arraycopy(piece, 0, all, at, piece.length);
                at += piece.length;
            }
            return all;
        }

        private byte[] next(InputStream in) throws IOException, Full {
            if (!pieces.tryAcquire()) {
                throw new Full();
            }
            taken++;
            return in.readNBytes(PIECE);
        }

        @Override
        public void close() {
            pieces.release(taken);
            taken = 0;
        }
    }
}
