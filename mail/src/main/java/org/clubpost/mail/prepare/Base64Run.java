package org.clubpost.mail.prepare;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;

/**
 * Text in base64 with slots in it. Base64 takes three bytes at a time (RFC 2045 section 6.8), so the value in a slot
 * decides how everything after it is encoded. There are only three ways: every fixed stretch is encoded beforehand from
 * its first, second and third byte on, and a copy takes the one that fits.
 */
final class Base64Run {

    private static final byte[] CRLF = {'\r', '\n'};
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, CRLF);

    private final List<Piece> pieces;
    private final List<Stretch> stretches;

    private Base64Run(List<Piece> pieces, List<Stretch> stretches) {
        this.pieces = pieces;
        this.stretches = stretches;
    }

    /**
     * A fixed stretch, with its whole groups of three encoded from byte 0, 1 and 2 on. A slot has no such encodings.
     */
    private record Stretch(Octets bytes, List<Octets> encoded) {

        static Stretch of(Octets bytes) {
            List<Octets> encoded = new ArrayList<>();
            for (int skipped = 0; skipped < 3; skipped++) {
                int threes = Math.max(0, bytes.length() - skipped) / 3 * 3;
                encoded.add(threes == 0 ? Octets.EMPTY : lines(bytes.slice(skipped, skipped + threes).toByteArray()));
            }
            return new Stretch(bytes, encoded);
        }
    }

    private static Octets lines(byte[] bytes) {
        byte[] encoded = LINES.encode(bytes);
        byte[] closed = Arrays.copyOf(encoded, encoded.length + 2);
        closed[encoded.length] = '\r';
        closed[encoded.length + 1] = '\n';
        return Octets.of(closed);
    }

    static Base64Run of(List<Piece> pieces) {
        List<Stretch> stretches = new ArrayList<>();
        for (Piece piece : pieces) {
            stretches.add(switch (piece) {
                case Piece.Fixed(Octets octets) -> Stretch.of(octets);
                case Piece.Slot _ -> new Stretch(Octets.EMPTY, List.of());
            });
        }
        return new Base64Run(List.copyOf(pieces), stretches);
    }

    /** What it is made of. */
    List<Piece> pieces() {
        return pieces;
    }

    /** Adds this run with a member's values, as lines of at most 76 characters, each with its CRLF. */
    void render(SlotValues values, Rendering.Builder out) {
        byte[] carry = new byte[2];
        int carried = 0;
        var open = new ByteArrayOutputStream();
        for (int i = 0; i < pieces.size(); i++) {
            open.write(carry, 0, carried);
            int phase;
            if (pieces.get(i) instanceof Piece.Slot slot) {
                open.writeBytes(values.bytes(slot.value(), slot.form()));
                phase = -1;
            } else {
                phase = (3 - carried) % 3;
                Octets bytes = stretches.get(i).bytes();
                if (bytes.length() < phase) {
                    open.writeBytes(bytes.toByteArray());
                    phase = -1;
                } else {
                    open.writeBytes(bytes.slice(0, phase).toByteArray());
                }
            }
            byte[] pending = open.toByteArray();
            open.reset();
            int threes = pending.length / 3 * 3;
            if (threes > 0) {
                out.add(lines(Arrays.copyOf(pending, threes)));
            }
            carried = pending.length - threes;
            System.arraycopy(pending, threes, carry, 0, carried);
            if (phase >= 0) {
                carried = addStretch(stretches.get(i), phase, carry, out);
            }
        }
        if (carried > 0) {
            out.add(lines(Arrays.copyOf(carry, carried)));
        }
    }

    private static int addStretch(Stretch stretch, int phase, byte[] carry, Rendering.Builder out) {
        out.add(stretch.encoded().get(phase));
        int left = (stretch.bytes().length() - phase) % 3;
        for (int k = 0; k < left; k++) {
            carry[k] = stretch.bytes().at(stretch.bytes().length() - left + k);
        }
        return left;
    }
}
