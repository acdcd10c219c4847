package org.clubpost.mail.field;

/**
 * Folds a field's body (RFC 5322 section 2.2.3) as Angus Mail does. Angus copies the rest of the body for each line, so
 * that a long one takes time that grows with the square of its length.
 */
final class Folding {

    private static final int LONGEST_LINE = 76;

    private Folding() {}

    /**
     * The text on lines of at most 76 characters, where its spaces allow that, and without white space at its end.
     *
     * @param used how much of the first line is taken by the field's name
     * @param text one line
     */
    static String fold(int used, String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        var folded = new StringBuilder(end + end / 16);
        int from = 0;
        int column = used;
        boolean afterBlank = false;
        while (column + end - from > LONGEST_LINE) {
            int space = lastSpace(text, from, end, column, afterBlank);
            if (space < 0) {
                break;
            }
            folded.append(text, from, space).append("\r\n").append(text.charAt(space));
            from = space + 1;
            column = 1;
            afterBlank = true;
        }
        return folded.append(text, from, end).toString();
    }

    /** The last place that ends a line in time, else the first one there is; -1 without any. */
    private static int lastSpace(String text, int from, int end, int column, boolean isAfterBlank) {
        int space = -1;
        boolean afterBlank = isAfterBlank;
        for (int i = from; i < end && (space < 0 || column + i - from <= LONGEST_LINE); i++) {
            boolean blank = isBlank(text.charAt(i));
            space = blank && !afterBlank ? i : space;
            afterBlank = blank;
        }
        return space;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
