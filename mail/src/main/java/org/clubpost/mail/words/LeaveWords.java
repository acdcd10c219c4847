package org.clubpost.mail.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whether nothing but a request to leave stands in some lines, in eleven languages; the phrases are in {@code
 * leaving.txt}. Greetings, thanks, the writer's name and address, and what stands below them count for nothing.
 */
public final class LeaveWords {

    /** What stands in the lines. */
    public enum Said {
        /** Nothing that counts. */
        NOTHING,
        /** A request to leave, and nothing else. */
        REQUEST,
        /** One word that may be a request, such as "stop". */
        SHORT,
        /** Something else, perhaps beside a request. */
        OTHER
    }

    private static final Phrases PHRASES = Phrases.of("leaving.txt");
    /** Whoever writes more writes more than a request. */
    private static final int LONGEST = 800;
    private static final int MOST_SAID = 40;
    private static final int LONGEST_PIECE = 150;
    /** Over so many lines one sentence may run. */
    private static final int MOST_LINES = 4;
    private static final int GREETING_WORDS = 5;
    private static final int SIGNATURE_WORDS = 4;
    private static final int NAME_WORDS = 2;

    private static final Pattern ADDRESS = Pattern.compile("<?(?:mailto:)?[^\\s<>@:,;]{1,64}@[^\\s<>@,;:]{1,255}>?");
    private static final Pattern PUNCTUATION = Pattern
            .compile(
                    "[.!?;:,\u2026()\\[\\]{}\"\u201e\u201c\u201d\u00ab\u00bb|/*_<>=~+\u00a1\u00bf&#]+|(?<=\\s)[-\u2010-\u2015]+(?=\\s|$)");
    private static final Pattern HYPHENS = Pattern.compile("[-\u2010-\u2015]+");
    /** A name as people write it below their letter. */
    private static final Pattern NAME_LINE = Pattern
            .compile("\\s*\\p{Lu}[\\p{L}'\u2019.-]*+(?:\\s\\p{Lu}[\\p{L}'\u2019.-]*+)?\\s*");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]*");

    private final Set<String> ofList;
    private final Set<String> ofAuthor;
    private final String address;

    private boolean isRequest;
    private boolean isShort;
    private boolean isOther;
    private boolean isClosed;

    private LeaveWords(Names names) {
        this.ofList = words(names.list());
        this.ofAuthor = words(names.author());
        this.address = Folded.of(names.address());
    }

    /**
     * Names that may stand in a request.
     *
     * @param list the list's names, in one text
     * @param author the writer's name; empty for none
     * @param address the writer's address; empty for none
     */
    public record Names(String list, String author, String address) {}

    /** What stands in the lines. */
    public static Said in(List<String> lines, Names names) {
        if (lines.stream().mapToInt(String::length).sum() > LONGEST
                || lines.stream().filter(line -> !line.isBlank()).count() > MOST_SAID) {
            return Said.OTHER;
        }
        var words = new LeaveWords(names);
        for (var paragraph : paragraphs(lines)) {
            words.read(paragraph);
        }
        return words.said();
    }

    private Said said() {
        if (isOther) {
            return Said.OTHER;
        }
        return isRequest ? Said.REQUEST : isShort ? Said.SHORT : Said.NOTHING;
    }

    private static List<List<String>> paragraphs(List<String> lines) {
        var paragraphs = new ArrayList<List<String>>();
        paragraphs.add(new ArrayList<>());
        for (var line : lines) {
            if (line.isBlank()) {
                paragraphs.add(new ArrayList<>());
            } else {
                paragraphs.getLast().add(line);
            }
        }
        return paragraphs;
    }

    /** A paragraph is one sentence over several lines, or several, or each line says something of its own. */
    private void read(List<String> lines) {
        if (isRequest && !lines.isEmpty() && NAME_LINE.matcher(lines.getFirst()).matches()) {
            isClosed = true;
            lines.stream().skip(1).forEach(line -> pieces(line).forEach(this::take));
            return;
        }
        if (lines.size() > 1 && NAME_LINE.matcher(lines.getLast()).matches()) {
            read(lines.subList(0, lines.size() - 1));
            read(lines.subList(lines.size() - 1, lines.size()));
            return;
        }
        var whole = String.join(" ", lines);
        if (isRequest && PHRASES.isIn("disclaimer", Folded.of(whole))) {
            return;
        }
        var sentences = pieces(whole);
        if (sentences.stream().anyMatch(piece -> is("request", piece))) {
            sentences.forEach(this::take);
            return;
        }
        var at = 0;
        while (at < lines.size()) {
            at += take(lines, at);
        }
    }

    /** Takes the lines from here that are one request together, or one line; says how many. */
    private int take(List<String> lines, int from) {
        for (var count = Math.min(MOST_LINES, lines.size() - from); count > 0; count--) {
            var together = String.join(" ", lines.subList(from, from + count));
            if (is("request", piece(PUNCTUATION.matcher(named(together)).replaceAll(" ")))) {
                isRequest = true;
                return count;
            }
        }
        pieces(lines.get(from)).forEach(this::take);
        return 1;
    }

    private void take(String piece) {
        var words = piece.split(" ").length;
        if (is("request", piece)) {
            isRequest = true;
        } else if (is("short", piece)) {
            isShort = true;
        } else if (PHRASES.left("closing", piece).orElse(NAME_WORDS + 1) <= NAME_WORDS) {
            isClosed = true;
        } else {
            isOther |= !(isClosed && words <= SIGNATURE_WORDS) && !is("please", piece) && !isOfAuthor(piece)
                    && !isGreeting(piece, words);
        }
    }

    private boolean isGreeting(String piece, int words) {
        return !isRequest && words <= GREETING_WORDS && PHRASES.begins("greeting", piece);
    }

    private boolean isOfAuthor(String piece) {
        return Arrays.stream(piece.split(" ")).allMatch(word -> ofAuthor.contains(word) || word.equals("myaddress"));
    }

    /** A word of the list's name may be a word like any other. */
    private boolean is(String section, String piece) {
        return PHRASES.isOne(section, piece) || PHRASES.isOne(section, Arrays.stream(piece.split(" "))
                .map(word -> ofList.contains(word) ? "listname" : word).collect(Collectors.joining(" ")));
    }

    private List<String> pieces(String text) {
        return PUNCTUATION.splitAsStream(named(text)).map(LeaveWords::piece)
                .filter(piece -> !NO_LETTERS.matcher(piece).matches()).toList();
    }

    private static String piece(String text) {
        var folded = Folded.of(HYPHENS.matcher(text).replaceAll(" "));
        return folded.length() <= LONGEST_PIECE ? folded : folded.substring(0, LONGEST_PIECE);
    }

    private String named(String text) {
        return ADDRESS.matcher(text).replaceAll(found -> {
            var other = Folded.of(found.group().replaceAll("^<?(?:mailto:)?|[>.]+$", ""));
            return other.equals(address) ? " myaddress " : other.startsWith("mailto") ? " " : " someaddress ";
        });
    }

    private static Set<String> words(String text) {
        return Stream.of(Folded.of(text).split("[^\\p{L}\\p{Nd}]+")).filter(word -> word.length() > 1)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
