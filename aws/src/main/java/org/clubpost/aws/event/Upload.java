package org.clubpost.aws.event;

import java.util.Arrays;

/** A file that a form sent. */
public final class Upload {

    private final String name;
    private final byte[] octets;

    Upload(String name, byte[] octets) {
        this.name = name;
        this.octets = octets;
    }

    /** What the browser calls it, which is whatever its sender likes; may be empty. */
    public String name() {
        return name;
    }

    /** Its octets; none when no file was chosen. */
    public byte[] octets() {
        return Arrays.copyOf(octets, octets.length);
    }

    /** Whether no file was chosen, or an empty one. */
    public boolean isEmpty() {
        return octets.length == 0;
    }

    /** Says what this is, but nothing of it. */
    @Override
    public String toString() {
        return "Upload[" + octets.length + " octets]";
    }
}
