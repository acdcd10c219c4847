package org.clubpost.core.store;

import java.io.OutputStream;

/**
 * Takes exactly as many octets as it was made for, into one array. It hands the array out without copying it, because a
 * mail may have 40 MB.
 */
final class FilledArray extends OutputStream {

    private final byte[] octets;
    private int filled;

    FilledArray(int size) {
        octets = new byte[size];
    }

    @Override
    public void write(int octet) {
        octets[filled++] = (byte) octet;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        System.arraycopy(source, offset, octets, filled, length);
        filled += length;
    }

    /**
     * The array.
     *
     * @throws IllegalStateException when octets are missing; an octet too many throws {@link IndexOutOfBoundsException}
     *         when it is written
     */
    byte[] octets() {
        if (filled != octets.length) {
            throw new IllegalStateException("a mail has fewer octets than it says: " + filled);
        }
        return octets;
    }
}
