package org.clubpost.people.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Characters of a text of which a caller takes only so many at a time. */
final class BoundedReader extends FilterReader {

    private long left = Row.LONGEST;

    BoundedReader(Reader in) {
        super(in);
    }

    /** A row is too long. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** A new row begins. What a reader has read ahead counts for it, too. */
    void begin() {
        left = Row.LONGEST;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        took(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        var count = super.read(into, from, length);
        took(Math.max(0, count));
        return count;
    }

    private void took(int count) throws TooLong {
        left -= count;
        if (left < 0) {
            throw new TooLong();
        }
    }
}
