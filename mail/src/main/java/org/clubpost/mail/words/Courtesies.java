package org.clubpost.mail.words;

/** Tells lines that say nothing: greetings, thanks, closings, and what firms put below their mails. */
public final class Courtesies {

    private static final Phrases PHRASES = Phrases.of("leaving.txt");
    private static final int LONGEST = 300;
    private static final int GREETING_WORDS = 5;
    private static final int NAME_WORDS = 2;

    private Courtesies() {}

    /** Whether the line is a greeting, a closing with or without a name, or a word such as "please". */
    public static boolean isOne(String line) {
        var words = words(line);
        return !words.isEmpty() && words.length() <= LONGEST && (PHRASES.isOne("please", words)
                || isClosing(words, true)
                || (words.split(" ").length <= GREETING_WORDS && PHRASES.begins("greeting", words)));
    }

    /** Whether the line closes a letter, so that below it stands a name. */
    public static boolean isClosing(String line) {
        return isClosing(words(line), false);
    }

    /** Whether the line says that a mail is confidential. */
    public static boolean isDisclaimer(String line) {
        var words = words(line);
        return words.length() > LONGEST / 10 && words.length() <= 10 * LONGEST && PHRASES.isIn("disclaimer", words);
    }

    private static boolean isClosing(String words, boolean withName) {
        return !words.isEmpty() && words.length() <= LONGEST
                && PHRASES.left("closing", words).orElse(NAME_WORDS + 1) <= (withName ? NAME_WORDS : 0);
    }

    private static String words(String line) {
        return Folded.of(line.replaceAll("[^\\p{L}\\p{M}\\p{Nd}\\s'’]+", " "));
    }
}
