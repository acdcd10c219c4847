package org.clubpost.mail.field;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.mail.charset.Reading;
import org.clubpost.mail.mime.Octets;

/**
 * Takes an unstructured field apart into text and encoded words (RFC 2047). Neighbouring words of one charset and one
 * encoding are joined before their charset is decoded, because many programs split a character over two of them. Words
 * of a charset that nobody knows stay what they are. Each character is looked at a few times at most.
 */
final class Stretches {

    /** Over how many words a character may be split. */
    private static final int MOST_JOINED = 4;
    private static final String STATEFUL = "x-windows-iso2022jp";

    private final String line;
    private final List<Stretch> found = new ArrayList<>();
    private int plainFrom;

    private Stretches(String line) {
        this.line = line;
    }

    /** The stretches in order; their raw characters together are the line. */
    static List<Stretch> of(String line) {
        var stretches = new Stretches(line);
        stretches.read();
        return stretches.found;
    }

    private void read() {
        for (int at = line.indexOf("=?"); at >= 0; at = line.indexOf("=?", at)) {
            Optional<EncodedWord> word = EncodedWord.at(line, at);
            if (word.isEmpty()) {
                at++;
            } else {
                addPlain(at);
                at = word.get().charset().isPresent() ? group(word.get(), at) : unknown(word.get(), at);
                plainFrom = at;
            }
        }
        addPlain(line.length());
    }

    private void addPlain(int to) {
        if (plainFrom < to) {
            String raw = line.substring(plainFrom, to);
            boolean isGap = raw.isBlank() && !found.isEmpty() && isKnown(found.getLast())
                    && EncodedWord.at(line, to).flatMap(EncodedWord::charset).isPresent();
            found.add(isGap ? gap(raw) : new Stretch(raw, FieldText.oneLine(raw), Stretch.Kind.PLAIN));
        }
    }

    private static boolean isKnown(Stretch stretch) {
        return (stretch.kind() == Stretch.Kind.WORDS && !stretch.raw().equals(stretch.text()))
                || stretch.kind() == Stretch.Kind.SPOILT_WORDS;
    }

    /** Whether it is white space that may stand in a field. */
    static boolean isBlank(String gap) {
        return gap.chars().allMatch(c -> c == ' ' || c == '\t');
    }

    private static Stretch gap(String raw) {
        return new Stretch(raw, "", Stretch.Kind.GAP);
    }

    private int unknown(EncodedWord word, int at) {
        var kind = word.isProper() ? Stretch.Kind.WORDS : Stretch.Kind.PLAIN;
        found.add(new Stretch(word.raw(), FieldText.oneLine(word.raw()), kind));
        return at + word.raw().length();
    }

    /** Reads all words of one kind that begin there; returns where they end. */
    private int group(EncodedWord first, int start) {
        List<EncodedWord> words = new ArrayList<>(List.of(first));
        List<String> gaps = new ArrayList<>();
        int end = start + first.raw().length();
        for (;;) {
            int next = end;
            while (next < line.length() && line.charAt(next) <= ' ') {
                next++;
            }
            Optional<EncodedWord> word = EncodedWord.at(line, next).filter(other -> isLike(first, other));
            if (word.isEmpty()) {
                break;
            }
            gaps.add(line.substring(end, next));
            words.add(word.get());
            end = next + word.get().raw().length();
        }
        addWords(words, gaps);
        return end;
    }

    private static boolean isLike(EncodedWord first, EncodedWord other) {
        return first.isBase64() == other.isBase64() && first.charset().equals(other.charset());
    }

    /** As few words at a time as hold whole characters; if that does not come out, all that are left. */
    private void addWords(List<EncodedWord> words, List<String> gaps) {
        Charset charset = words.getFirst().charset().orElseThrow();
        for (int from = 0; from < words.size();) {
            int to = from + 1;
            Reading reading = read(words.subList(from, to), charset);
            while (!isWhole(reading, words.subList(from, to), charset) && to - from < MOST_JOINED
                    && to < words.size()) {
                reading = read(words.subList(from, ++to), charset);
            }
            if (!reading.isWhole() && to < words.size()) {
                to = words.size();
                reading = read(words.subList(from, to), charset);
            }
            add(words.subList(from, to), gaps.subList(from, to - 1), reading.text());
            if (to < words.size()) {
                found.add(gap(gaps.get(to - 1)));
            }
            from = to;
        }
    }

    /** Whether it all came out, and the next word does not go on in a state that these have set. */
    private static boolean isWhole(Reading reading, List<EncodedWord> words, Charset charset) {
        if (!reading.isWhole() || words.getLast().isCut() || !charset.name().equals(STATEFUL)) {
            return reading.isWhole() && !words.getLast().isCut();
        }
        String bytes = words.getLast().octets().latin1();
        return !bytes.startsWith("$", bytes.lastIndexOf('\u001B') + 1) || bytes.indexOf('\u001B') < 0;
    }

    private static Reading read(List<EncodedWord> words, Charset charset) {
        Reading each = Reading.of(Octets.concat(words.stream().map(EncodedWord::octets).toList()).toByteArray(),
                charset);
        boolean isCut = words.subList(0, words.size() - 1).stream().anyMatch(EncodedWord::isCut);
        if ((each.isWhole() && !isCut) || words.size() == 1 || !words.getFirst().isBase64()) {
            return each;
        }
        var text = new StringBuilder();
        words.forEach(word -> text.append(word.encoded()));
        Reading joined = Reading.of(EncodedWord.ofBase64(text.toString()).toByteArray(), charset);
        return joined.lost() < each.lost() || (isCut && joined.lost() == each.lost()) ? joined : each;
    }

    private void add(List<EncodedWord> words, List<String> gaps, String text) {
        var raw = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            raw.append(words.get(i).raw()).append(i < gaps.size() ? gaps.get(i) : "");
        }
        String shown = FieldText.oneLine(text);
        boolean isFine = shown.equals(text) && words.stream().allMatch(EncodedWord::isProper)
                && gaps.stream().allMatch(Stretches::isBlank);
        found.add(new Stretch(raw.toString(), shown, isFine ? Stretch.Kind.WORDS : Stretch.Kind.SPOILT_WORDS));
    }
}
