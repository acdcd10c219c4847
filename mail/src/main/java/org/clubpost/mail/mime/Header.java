package org.clubpost.mail.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The header block of an entity, in order, each line as it was read. It never changes: every edit returns a new block,
 * in which all other lines are the very same bytes.
 *
 * @param lines fields and what else was found between them
 */
public record Header(List<HeaderLine> lines) {

    /** No fields. */
    public static final Header EMPTY = new Header(List.of());

    /** Copies the list. */
    public Header {
        lines = List.copyOf(lines);
    }

    /** The first field of a name that is the same in every member's copy. */
    public Optional<HeaderLine.Field> first(String name) {
        for (HeaderLine line : lines) {
            if (line instanceof HeaderLine.Field field && field.is(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** The unfolded body of the first field of a name. */
    public Optional<String> value(String name) {
        return first(name).map(HeaderLine.Field::value);
    }

    /** All fields of a name. */
    public List<HeaderLine.Field> all(String name) {
        List<HeaderLine.Field> found = new ArrayList<>();
        for (HeaderLine line : lines) {
            if (line instanceof HeaderLine.Field field && field.is(name)) {
                found.add(field);
            }
        }
        return found;
    }

    /** Whether there is a field of that name. */
    public boolean has(String name) {
        return lines.stream().anyMatch(line -> line.is(name));
    }

    /**
     * With this field in place of the first one of its name, and without the others of that name. If there is none, the
     * field goes to the end.
     */
    public Header with(HeaderLine replacement) {
        List<HeaderLine> edited = new ArrayList<>(lines.size() + 1);
        boolean placed = false;
        for (HeaderLine line : lines) {
            if (!line.is(replacement.name())) {
                edited.add(line);
            } else if (!placed) {
                edited.add(replacement);
                placed = true;
            }
        }
        if (!placed) {
            closeLast(edited);
            edited.add(replacement);
        }
        return new Header(edited);
    }

    /** With a line end after the last line, which may lack one at the end of a mail or a part. */
    public Header closed() {
        List<HeaderLine> edited = new ArrayList<>(lines);
        closeLast(edited);
        return new Header(edited);
    }

    private static void closeLast(List<HeaderLine> lines) {
        if (!lines.isEmpty() && lines.getLast() instanceof HeaderLine.Field(String name, Octets raw)
                && raw.lineEndLength() == 0) {
            lines.set(lines.size() - 1, new HeaderLine.Field(name, Octets.concat(List.of(raw, Octets.latin1("\r\n")))));
        }
    }

    /** With a new field of plain or already encoded text: {@link #with(HeaderLine)}. */
    public Header with(String name, String body) {
        return with(HeaderLine.Field.of(name, body));
    }

    /** Without any field of this name. */
    public Header without(String name) {
        return without(line -> line.is(name));
    }

    /** Without the lines that a test picks. */
    public Header without(Predicate<HeaderLine> unwanted) {
        return new Header(lines.stream().filter(unwanted.negate()).toList());
    }

    /** With every line replaced by what the function makes of it, often itself. */
    public Header map(UnaryOperator<HeaderLine> change) {
        return new Header(lines.stream().map(change).toList());
    }
}
