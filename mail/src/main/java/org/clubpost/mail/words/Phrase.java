package org.clubpost.mail.words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A phrase with gaps and choices. {@code (a|b)} means one of several, {@code [a|b]} one of several or none, and {@code
 * [a|b]*} up to four of them; {@code ...} stands for up to twelve words of any kind, and {@code ~} at the beginning or
 * at the end of a word says that it may go on there. Words are compared in their {@link Folded} shape, without
 * punctuation.
 *
 * <p>The work of a comparison grows with the words of the phrase times the words of the text, whatever both say: all
 * places at which a part can end are followed at once.
 */
sealed interface Phrase {

    /** The places in the text at which this can end, when it begins at one of those. */
    BitSet ends(List<String> text, BitSet begins);

    /** The word with which this begins; empty when it can begin in several ways. */
    default Optional<String> firstWord() {
        return switch (this) {
            case Word(var letters, var isOpenBefore, var isOpenBehind) ->
                isOpenBefore || isOpenBehind ? Optional.empty() : Optional.of(letters);
            case Sequence(var parts) -> parts.isEmpty() ? Optional.empty() : parts.getFirst().firstWord();
            case Choice _,Gap _ -> Optional.empty();
        };
    }

    /** Reads a phrase as it is typed. */
    static Phrase of(String typed) {
        return new Reader(typed).all();
    }

    /**
     * A word.
     *
     * @param letters its letters
     * @param isOpenBefore whether more letters may stand before them
     * @param isOpenBehind whether more letters may stand behind them
     */
    record Word(String letters, boolean isOpenBefore, boolean isOpenBehind) implements Phrase {

        @Override
        public BitSet ends(List<String> text, BitSet begins) {
            var ends = new BitSet();
            begins.stream().filter(at -> at < text.size() && is(text.get(at))).forEach(at -> ends.set(at + 1));
            return ends;
        }

        private boolean is(String word) {
            if (isOpenBefore) {
                return isOpenBehind ? word.contains(letters) : word.endsWith(letters);
            }
            return isOpenBehind ? word.startsWith(letters) : word.equals(letters);
        }
    }

    /**
     * One after the other.
     *
     * @param parts what
     */
    record Sequence(List<Phrase> parts) implements Phrase {

        @Override
        public BitSet ends(List<String> text, BitSet begins) {
            var ends = begins;
            for (var part : parts) {
                if (ends.isEmpty()) {
                    return ends;
                }
                ends = part.ends(text, ends);
            }
            return ends;
        }
    }

    /**
     * Some of several.
     *
     * @param byFirstWord those that begin with a word, by this word
     * @param others those that do not
     * @param least how many at least
     * @param most how many at most
     */
    record Choice(Map<String, List<Phrase>> byFirstWord, List<Phrase> others, int least, int most) implements Phrase {

        static Choice of(List<Phrase> ways, int least, int most) {
            var byFirstWord = new HashMap<String, List<Phrase>>();
            var others = new ArrayList<Phrase>();
            for (var way : ways) {
                way.firstWord().ifPresentOrElse(
                        word -> byFirstWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(way),
                        () -> others.add(way));
            }
            return new Choice(byFirstWord, others, least, most);
        }

        @Override
        public BitSet ends(List<String> text, BitSet begins) {
            var ends = least == 0 ? (BitSet) begins.clone() : new BitSet();
            var last = begins;
            for (var count = 0; count < most && !last.isEmpty(); count++) {
                last = one(text, last);
                ends.or(last);
            }
            return ends;
        }

        private BitSet one(List<String> text, BitSet begins) {
            var ends = new BitSet();
            others.forEach(way -> ends.or(way.ends(text, begins)));
            begins.stream().filter(at -> at < text.size()).forEach(at -> {
                var begin = new BitSet();
                begin.set(at);
                byFirstWord.getOrDefault(text.get(at), List.of()).forEach(way -> ends.or(way.ends(text, begin)));
            });
            return ends;
        }
    }

    /**
     * Any words, or none.
     *
     * @param most how many
     */
    record Gap(int most) implements Phrase {

        @Override
        public BitSet ends(List<String> text, BitSet begins) {
            var ends = new BitSet();
            begins.stream().forEach(at -> ends.set(at, Math.min(at + most, text.size()) + 1));
            return ends;
        }
    }

    /** Reads what is typed, from left to right. */
    final class Reader {

        private static final int GAP = 12;
        private static final int MOST = 4;
        private static final String PUNCTUATION = ".,:;!?/\"";

        private final String typed;
        private int at;

        private Reader(String typed) {
            this.typed = Folded.of(typed);
        }

        private Phrase all() {
            var all = sequence();
            if (at < typed.length()) {
                throw new IllegalArgumentException("a bracket too many: " + typed);
            }
            return all;
        }

        private Phrase sequence() {
            var parts = new ArrayList<Phrase>();
            while (at < typed.length() && "|)]".indexOf(typed.charAt(at)) < 0) {
                if (typed.startsWith("...", at)) {
                    parts.add(new Gap(GAP));
                    at += 3;
                } else if (typed.charAt(at) == '(' || typed.charAt(at) == '[') {
                    parts.add(choice());
                } else if (isLetter(typed.charAt(at))) {
                    parts.add(word());
                } else {
                    at++;
                }
            }
            return parts.size() == 1 ? parts.getFirst() : new Sequence(List.copyOf(parts));
        }

        private Phrase choice() {
            var isOptional = typed.charAt(at) == '[';
            var ways = new ArrayList<Phrase>();
            do {
                at++;
                ways.add(sequence());
            } while (at < typed.length() && typed.charAt(at) == '|');
            if (at == typed.length() || typed.charAt(at) != (isOptional ? ']' : ')')) {
                throw new IllegalArgumentException("a bracket too few: " + typed);
            }
            at++;
            var isRepeated = at < typed.length() && typed.charAt(at) == '*';
            at += isRepeated ? 1 : 0;
            return Choice.of(ways, isOptional ? 0 : 1, isRepeated ? MOST : 1);
        }

        private Phrase word() {
            var begin = at;
            while (at < typed.length() && isLetter(typed.charAt(at))) {
                at++;
            }
            var word = typed.substring(begin, at);
            return new Word(word.replace("~", ""), word.startsWith("~"), word.length() > 1 && word.endsWith("~"));
        }

        private static boolean isLetter(char c) {
            return " -()[]|*".indexOf(c) < 0 && PUNCTUATION.indexOf(c) < 0;
        }
    }
}
