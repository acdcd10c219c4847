package org.clubpost.mail.field;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clubpost.angus.Angus;
import org.clubpost.mail.mime.FieldLimits;

/**
 * An unstructured field body (RFC 5322 section 2.2.1) that is changed without being written anew: what is not cut out
 * of it keeps the octets that its author gave it.
 */
public final class Unstructured {

    private final List<Stretch> stretches;

    static {
        Angus.lenient();
    }

    private Unstructured(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    /**
     * A piece of the text that goes.
     *
     * @param from where it begins in {@link #text}
     * @param to where it ends
     * @param by what takes its place
     */
    public record Cut(int from, int to, String by) {}

    /**
     * Reads an unfolded body, one character for each octet. What stands behind {@link FieldLimits#DECODED} is not
     * decoded.
     */
    public static Unstructured of(String bytes) {
        return ofCharacters(FieldText.characters(bytes));
    }

    /** The same of a body of which the octets are decoded already. */
    static Unstructured ofCharacters(String line) {
        if (line.length() <= FieldLimits.DECODED) {
            return new Unstructured(Stretches.of(line));
        }
        int end = Math.max(line.lastIndexOf(' ', FieldLimits.DECODED), 0);
        List<Stretch> stretches = new ArrayList<>(Stretches.of(line.substring(0, end)));
        String rest = line.substring(end);
        stretches.add(new Stretch(rest, FieldText.oneLine(rest), Stretch.Kind.PLAIN));
        return new Unstructured(stretches);
    }

    /** The text as a person reads it, on one line. */
    public String text() {
        return stretches.stream().map(Stretch::text).collect(Collectors.joining());
    }

    /** The same without some pieces, which must be in order and not overlap. */
    public Unstructured without(List<Cut> cuts) {
        List<Stretch> left = new ArrayList<>();
        int at = 0;
        int next = 0;
        for (Stretch stretch : stretches) {
            int end = at + stretch.text().length();
            var text = new StringBuilder();
            int from = at;
            boolean isSame = true;
            for (; next < cuts.size() && cuts.get(next).from() < end; next++) {
                Cut cut = cuts.get(next);
                text.append(stretch.text(), from - at, Math.max(from, cut.from()) - at)
                        .append(cut.from() >= at ? cut.by() : "");
                from = Math.min(end, cut.to());
                isSame = false;
                if (cut.to() > end) {
                    break;
                }
            }
            text.append(stretch.text(), from - at, end - at);
            left.add(isSame ? stretch : stretch.with(text.toString()));
            at = end;
        }
        return new Unstructured(left.stream()
                .filter(stretch -> stretch.kind() == Stretch.Kind.GAP || !stretch.text().isEmpty()).toList());
    }

    /** The body of that field in ASCII, folded: whatever can stay has the octets that it had. */
    public String written(String field) {
        return written(field, "");
    }

    /** The same behind a text and a space. */
    public String written(String field, String before) {
        var body = new StringBuilder();
        boolean afterWord = false;
        String gap = " ";
        if (!before.isEmpty()) {
            boolean isAscii = isAscii(before) && !before.contains("=?");
            afterWord = !isAscii;
            boolean meetsWord = afterWord && isEncoded(first());
            body.append(isAscii ? before : words(before + (meetsWord ? " " : ""))).append(isAscii ? " " : "");
            if (afterWord && !meetsWord && first() < stretches.size()) {
                body.append(' ');
                afterWord = false;
            }
        }
        for (int i = first(); i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            boolean isWord = isEncoded(i);
            if (isWord && afterWord) {
                body.append(gap);
            }
            gap = " ";
            if (stretch.kind() == Stretch.Kind.GAP) {
                gap = Stretches.isBlank(stretch.raw()) ? stretch.raw() : gap;
            } else {
                body.append(isWord ? encoded(stretch, i) : stretch.text());
                afterWord = isWord;
            }
        }
        return folded(field, before, body.toString().strip());
    }

    /** The first that is not white space. */
    private int first() {
        int i = 0;
        while (i < stretches.size() && stretches.get(i).text().isBlank()) {
            i++;
        }
        return i;
    }

    /** Whether a stretch is written as words. Few letters of a word can stand alone where no word is beside them. */
    private boolean isEncoded(int i) {
        if (i >= stretches.size() || !stretches.get(i).isEncoded()) {
            return false;
        }
        Stretch stretch = stretches.get(i);
        boolean isPlain = stretch.kind() == Stretch.Kind.SPOILT_WORDS && isAscii(stretch.text())
                && !stretch.text().contains("=?");
        return !isPlain || isEncodedAt(i - 1) || isEncodedAt(i + 1);
    }

    private boolean isEncodedAt(int i) {
        if (i < 0 || i >= stretches.size()) {
            return false;
        }
        return stretches.get(i).kind() == Stretch.Kind.GAP || stretches.get(i).isEncoded();
    }

    private String encoded(Stretch stretch, int i) {
        if (stretch.kind() == Stretch.Kind.WORDS) {
            return stretch.raw();
        }
        String text = i == first() ? stretch.text().stripLeading() : stretch.text();
        return words(i == stretches.size() - 1 ? text.stripTrailing() : text);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** The text in words with a space between each two. */
    private static String words(String text) {
        if (text.length() > FieldLimits.DECODED || isAscii(text)) {
            return EncodedWords.folded(text).strip().replace("\r\n", "");
        }
        try {
            return MimeUtility.encodeText(text, "UTF-8", null);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    private String folded(String field, String before, String body) {
        String folded = Folding.fold(field.length() + 2, body);
        return FieldText.fits(folded) ? folded : EncodedWords.folded((before + " " + text()).strip()).strip();
    }
}
