package org.clubpost.mail.tnef;

/**
 * What holds in a group of RTF.
 *
 * @param isAside whether its text is not the letter's
 * @param isTag whether it holds HTML itself
 * @param isForRtf whether its text is there for readers of RTF only
 * @param isFontTable whether it tells of fonts
 * @param font the font's number, or {@link #DEFAULT_FONT}
 * @param instead how many characters follow one in Unicode in its stead
 */
record RtfGroup(boolean isAside, boolean isTag, boolean isForRtf, boolean isFontTable, int font, int instead) {

    /** Stands for the font that {@code \deff} names. */
    static final int DEFAULT_FONT = -1;

    /** Around all groups. */
    static final RtfGroup OUTERMOST = new RtfGroup(false, false, false, false, DEFAULT_FONT, 1);

    RtfGroup aside() {
        return new RtfGroup(true, false, isForRtf, isFontTable, font, instead);
    }

    RtfGroup tag() {
        return new RtfGroup(false, true, isForRtf, isFontTable, font, instead);
    }

    RtfGroup forRtf(boolean is) {
        return new RtfGroup(isAside, isTag, is, isFontTable, font, instead);
    }

    RtfGroup inFont(int number) {
        return new RtfGroup(isAside, isTag, isForRtf, isFontTable, number, instead);
    }

    RtfGroup instead(int count) {
        return new RtfGroup(isAside, isTag, isForRtf, isFontTable, font, count);
    }

    RtfGroup fontTable() {
        return new RtfGroup(true, false, isForRtf, true, font, instead);
    }
}
