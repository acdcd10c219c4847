package org.clubpost.mail.words;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whether somebody who answers a mail that asks to confirm says yes, in eight languages; the phrases are in {@code
 * confirming.txt}. Only a plain yes is one. Whatever else there is may be a question, a refusal or the answer of a
 * program, and a person has to read it.
 */
public final class ConfirmWords {

    /** What the answer says. */
    public enum Said {
        /** A yes. */
        YES,
        /** Nothing: the answer has no words of its own. */
        NOTHING,
        /** Something else, or a yes with a word of refusal behind it. */
        OTHER
    }

    private static final Phrases PHRASES = Phrases.of("confirming.txt");
    private static final Phrases LETTERS = Phrases.of("leaving.txt");
    /** No more letters are looked at, and whoever writes more writes more than a yes. */
    private static final int LONGEST = 400;
    private static final int GREETING_WORDS = 5;
    private static final int NAME_WORDS = 2;
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{S}\n&&[^'\u2019-]]+");
    private static final Pattern DOTTED = Pattern.compile("(?i)\\bo\\.\\s?k\\b\\.?");
    private static final Pattern HYPHENS = Pattern.compile("[-\u2010-\u2015]+");
    /** What says yes without letters. */
    private static final Pattern SIGNS = Pattern
            .compile("(?:\\+1|\ud83d\udc4d|\ud83d\udc4c|\u2713|\u2714|\u2705|\\x{1f3fb}|\\x{1f3fc}|\\x{1f3fd}"
                    + "|\\x{1f3fe}|\\x{1f3ff}|\ufe0f|:-?\\)|[\\s!.])+");

    private ConfirmWords() {}

    /**
     * What stands in the lines.
     *
     * @param lines what the writer of the answer wrote
     * @param list the list's names, in one text
     */
    public static Said in(List<String> lines, String list) {
        var text = DOTTED.matcher(String.join("\n", lines).strip()).replaceAll("ok");
        if (text.isEmpty()) {
            return Said.NOTHING;
        }
        if (text.length() > LONGEST) {
            return Said.OTHER;
        }
        return SIGNS.matcher(text).matches() ? Said.YES : read(pieces(text), words(list));
    }

    private static Said read(List<String> pieces, Set<String> list) {
        var said = pieces.stream().dropWhile(ConfirmWords::isGreeting).toList();
        if (said.isEmpty() || !isYes(said.getFirst(), list)) {
            return Said.OTHER;
        }
        // A name below the letter may be any word.
        return said.stream().takeWhile(piece -> !isClosing(piece)).noneMatch(piece -> PHRASES.isIn("no", piece))
                ? Said.YES
                : Said.OTHER;
    }

    private static boolean isYes(String piece, Set<String> list) {
        return PHRASES.isOne("yes", piece) || PHRASES.isOne("yes", Arrays.stream(piece.split(" "))
                .map(word -> list.contains(word) ? "listname" : word).collect(Collectors.joining(" ")));
    }

    private static boolean isGreeting(String piece) {
        return piece.split(" ").length <= GREETING_WORDS && LETTERS.begins("greeting", piece);
    }

    private static boolean isClosing(String piece) {
        return LETTERS.left("closing", piece).orElse(NAME_WORDS + 1) <= NAME_WORDS;
    }

    private static List<String> pieces(String text) {
        return PUNCTUATION.splitAsStream(text).map(piece -> Folded.of(HYPHENS.matcher(piece).replaceAll(" ")))
                .filter(piece -> !piece.isEmpty()).toList();
    }

    private static Set<String> words(String text) {
        return Stream.of(Folded.of(text).split("[^\\p{L}\\p{Nd}]+")).filter(word -> word.length() > 1)
                .collect(Collectors.toUnmodifiableSet());
    }
}
