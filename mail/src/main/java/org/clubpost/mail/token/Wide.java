package org.clubpost.mail.token;

import org.clubpost.mail.mime.Octets;

/** The ways in which units of two octets may lie in a stretch; UTF-32 reads like UTF-16 with empty units between. */
enum Wide {
    /** The lower octet first, from the first octet on. */
    LITTLE_ENDIAN(0, 1),
    /** The lower octet first, from the second octet on. */
    LITTLE_ENDIAN_SHIFTED(1, 2),
    /** The higher octet first, from the first octet on. */
    BIG_ENDIAN(1, 0),
    /** The higher octet first, from the second octet on. */
    BIG_ENDIAN_SHIFTED(2, 1);

    private static final byte SKIPPED = (byte) 0xAD;
    private static final byte HYPHEN = '-';
    private static final byte NOT_ASCII = '?';

    private final int low;
    private final int high;

    Wide(int low, int high) {
        this.low = low;
        this.high = high;
    }

    /** Where the first lower octet lies; the next one is two octets on. */
    int low() {
        return low;
    }

    /**
     * Each unit as one octet: ASCII, a hyphen for what stands for one, a soft hyphen for what nobody
     * sees, or a question mark. Nothing at all if there is
     * too little ASCII for a token.
     */
    Octets read(Octets octets) {
        int count = Math.max(0, (octets.length() - Math.max(low, high) + 1) / 2);
        var read = new byte[count];
        int ascii = 0;
        for (int i = 0; i < count; i++) {
            int unit = ((octets.at(high + 2 * i) & 0xff) << 8) | (octets.at(low + 2 * i) & 0xff);
            boolean isAscii = unit > 0 && unit < 128;
            read[i] = isAscii ? (byte) unit : Hyphens.is(unit) ? HYPHEN : Invisible.isUnit(unit) ? SKIPPED : NOT_ASCII;
            ascii += isAscii ? 1 : 0;
        }
        return ascii < Window.SHORTEST ? Octets.EMPTY : Octets.of(read);
    }
}
