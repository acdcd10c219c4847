package org.clubpost.mail.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * A stretch of bytes of a mail: a view of an array, never a copy of it.
 *
 * <p>A mail of 40 MB is held once; every entity, field and body is a view of that one array. A caller that hands an
 * array to {@link #of(byte[])} gives it away and must not write to it again. Then any number of threads can read a
 * view.
 */
public final class Octets {

    /** No bytes at all. */
    public static final Octets EMPTY = new Octets(new byte[0], 0, 0);

    private final byte[] array;
    private final int from;
    private final int length;

    private Octets(byte[] array, int from, int length) {
        this.array = array;
        this.from = from;
        this.length = length;
    }

    /** A view of a whole array, which nobody writes to any more. */
    public static Octets of(byte[] array) {
        return array.length == 0 ? EMPTY : new Octets(array, 0, array.length);
    }

    /** The bytes of a text whose characters all lie below 256, one byte a character. */
    public static Octets latin1(String text) {
        return of(text.getBytes(ISO_8859_1));
    }

    /** All parts, one after the other, in a new array. */
    public static Octets concat(List<Octets> parts) {
        int total = 0;
        for (Octets part : parts) {
            total += part.length;
        }
        byte[] joined = new byte[total];
        int at = 0;
        for (Octets part : parts) {
            part.copyTo(joined, at);
            at += part.length;
        }
        return of(joined);
    }

    /** The number of bytes. */
    public int length() {
        return length;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** The byte at a place, counted from 0. */
    public byte at(int index) {
        return array[from + index];
    }

    /** The bytes from {@code start} up to but not including {@code end}. */
    public Octets slice(int start, int end) {
        if (start < 0 || end < start || end > length) {
            throw new IndexOutOfBoundsException("slice " + start + " to " + end + " of " + length);
        }
        return start == end ? EMPTY : new Octets(array, from + start, end - start);
    }

    /** The bytes from {@code start} to the end. */
    public Octets slice(int start) {
        return slice(start, length);
    }

    /** Where a byte next occurs, from {@code start} on; -1 if nowhere. */
    public int indexOf(byte wanted, int start) {
        for (int i = from + start, end = from + length; i < end; i++) {
            if (array[i] == wanted) {
                return i - from;
            }
        }
        return -1;
    }

    /** Where the line that holds {@code start} ends: just after its LF, or at the end of all bytes. */
    public int lineEnd(int start) {
        int newline = indexOf((byte) '\n', start);
        return newline < 0 ? length : newline + 1;
    }

    /** Whether the bytes at {@code start} are these. */
    public boolean startsWith(Octets prefix, int start) {
        return start + prefix.length <= length && Arrays.equals(array, from + start, from + start + prefix.length,
                prefix.array, prefix.from, prefix.from + prefix.length);
    }

    /** The bytes without the line end (CRLF or LF) that closes them, if one does. */
    public Octets withoutLineEnd() {
        return slice(0, length - lineEndLength());
    }

    /** How many bytes of line end close this: 2 for CRLF, 1 for LF, 0 for none. */
    public int lineEndLength() {
        if (length == 0 || at(length - 1) != '\n') {
            return 0;
        }
        return length > 1 && at(length - 2) == '\r' ? 2 : 1;
    }

    /** How many octets at the beginning are the same as those of other octets. */
    public int sameFromStart(Octets other) {
        int most = Math.min(length, other.length);
        int found = Arrays.mismatch(array, from, from + most, other.array, other.from, other.from + most);
        return found < 0 ? most : found;
    }

    /** How many octets at the end are the same as those of other octets. */
    public int sameFromEnd(Octets other) {
        int same = 0;
        while (same < Math.min(length, other.length)
                && at(length - 1 - same) == other.at(other.length - 1 - same)) {
            same++;
        }
        return same;
    }

    /** Whether {@code next} begins in the same array where this ends. */
    @SuppressWarnings("ReferenceEquality") // It is the same memory that is asked for, not the same content.
    public boolean isFollowedBy(Octets next) {
        return array == next.array && from + length == next.from;
    }

    /** This and {@code next}, which {@link #isFollowedBy follows} it, as one view. */
    public Octets joinedWith(Octets next) {
        if (!isFollowedBy(next)) {
            throw new IllegalArgumentException("not adjacent");
        }
        return new Octets(array, from, length + next.length);
    }

    /** Copies all bytes to a place in an array. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(array, from, target, at, length);
    }

    /** Writes all bytes. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(array, from, length);
    }

    /** A copy as an array of its own. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, from, from + length);
    }

    /** The bytes as a text, one character for each byte. */
    public String latin1() {
        return new String(array, from, length, ISO_8859_1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && length == that.length && startsWith(that, 0);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + at(i);
        }
        return hash;
    }

    @Override
    public String toString() {
        return "Octets[" + length + "]";
    }
}
