package org.clubpost.local.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Content of which no more is read than it was said to have. */
final class Limited extends FilterInputStream {

    private long left;

    Limited(InputStream content, long octets) {
        super(content);
        this.left = octets;
    }

    /** How much should still come. */
    long left() {
        return left;
    }

    @Override
    public int read() throws IOException {
        var octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        var read = super.read(octets, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws ZipException {
        left -= read;
        if (left < 0) {
            throw new ZipException("there is more than was said");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
