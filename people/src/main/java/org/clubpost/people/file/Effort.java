package org.clubpost.people.file;

/**
 * How much may be read of a spreadsheet: its parts as they unpack, as often as they are read, and the texts of its cells.
 * Little unpacks to very much, a sheet can be named many times, and a text that is stored once can stand in a million
 * cells. For one thread.
 */
final class Effort {

    /** A spreadsheet of people unpacks to 5 to 20 times its size, and is read twice. */
    private static final int TIMES = 100;
    private static final long LEAST = 1L << 26;
    /** A million rows of people need less. */
    private static final long MOST = 1L << 30;

    private long left;

    private Effort(long left) {
        this.left = left;
    }

    /** As much as a file of that size is worth. */
    static Effort of(long octets) {
        return new Effort(Math.clamp(octets * TIMES, LEAST, MOST));
    }

    /** Spends some of it. */
    void spend(long amount) throws XmlPart.TooLarge {
        left -= amount;
        if (left < 0) {
            throw new XmlPart.TooLarge();
        }
    }
}
