package org.clubpost.mail.prepare;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.clubpost.core.store.MailContent;
import org.clubpost.mail.mime.Octets;

/** One member's copy: views of what all copies share, and a few bytes of its own. */
final class Rendering implements MailContent {

    private final Octets[] parts;
    private final int count;
    private final long size;

    private Rendering(Octets[] parts, int count, long size) {
        this.parts = parts;
        this.count = count;
        this.size = size;
    }

    /** Collects the parts of a copy. */
    static final class Builder {

        private Octets[] parts;
        private int count;
        private long size;

        Builder(int expected) {
            parts = new Octets[expected];
        }

        void add(Octets part) {
            if (count == parts.length) {
                parts = Arrays.copyOf(parts, count * 2 + 4);
            }
            parts[count++] = part;
            size += part.length();
        }

        Rendering build() {
            return new Rendering(parts, count, size);
        }
    }

    @Override
    public long sizeBytes() {
        return size;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (int i = 0; i < count; i++) {
            parts[i].writeTo(out);
        }
    }

    @Override
    public byte[] toByteArray() {
        byte[] copy = new byte[Math.toIntExact(size)];
        int at = 0;
        for (int i = 0; i < count; i++) {
            parts[i].copyTo(copy, at);
            at += parts[i].length();
        }
        return copy;
    }
}
