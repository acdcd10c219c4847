package org.clubpost.function.admin.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clubpost.function.admin.api.Problem.Wrong;

/**
 * A member that the JSON object of a request may have.
 *
 * @param name its name
 * @param kind what it is
 * @param most how long a text may be, in UTF-16 units, or how many texts or files there may be
 * @param required whether it must be there
 */
public record BodyField(String name, Kind kind, int most, boolean required) {

    private static final int MOST_OF_ONE = 200;

    /** What a member is. */
    public enum Kind {
        /** A text. */
        TEXT,
        /** A text, or null for nothing. */
        TEXT_OR_NULL,
        /** A list of texts. */
        TEXTS,
        /** A list of files: objects with a {@link #FILE_NAME} and a {@link #FILE_CONTENT}, which is base64. */
        FILES
    }

    /** The member of a file that is its name. */
    public static final String FILE_NAME = "name";
    /** The member of a file that is what is in it. */
    public static final String FILE_CONTENT = "content";

    /** A text that may be there. */
    public static BodyField text(String name, int most) {
        return new BodyField(name, Kind.TEXT, most, false);
    }

    /** A text, or null. */
    public static BodyField textOrNull(String name, int most) {
        return new BodyField(name, Kind.TEXT_OR_NULL, most, false);
    }

    /** Texts. */
    public static BodyField texts(String name, int most) {
        return new BodyField(name, Kind.TEXTS, most, false);
    }

    /** Files. */
    public static BodyField files(String name, int most) {
        return new BodyField(name, Kind.FILES, most, false);
    }

    /** The same, and it must be there. */
    public BodyField must() {
        return new BodyField(name, kind, most, true);
    }

    /** What is wrong with that value; nothing when it can be used. */
    List<Wrong> wrong(Object value) {
        return switch (kind) {
            case TEXT -> whole(text(value, most));
            case TEXT_OR_NULL -> value instanceof Json.Null ? List.of() : whole(text(value, most));
            case TEXTS -> value instanceof List<?> all ? texts(all) : whole(Optional.of("must be a list of texts"));
            case FILES -> value instanceof List<?> all ? files(all) : whole(Optional.of("must be a list of files"));
        };
    }

    private List<Wrong> whole(Optional<String> why) {
        return why.map(detail -> new Wrong(name, detail)).stream().toList();
    }

    private List<Wrong> texts(List<?> all) {
        return all.size() > most
                ? whole(Optional.of("must have at most " + most + " texts"))
                : IntStream.range(0, all.size()).boxed().flatMap(index -> text(all.get(index), MOST_OF_ONE)
                        .map(detail -> Wrong.in(name, index, detail)).stream()).toList();
    }

    private List<Wrong> files(List<?> all) {
        return all.size() > most
                ? whole(Optional.of("must have at most " + most + " files"))
                : IntStream.range(0, all.size()).filter(index -> !isFile(all.get(index)))
                        .mapToObj(index -> Wrong.in(name, index, "must be an object of a name of at most " + MOST_OF_ONE
                                + " characters and a content, both texts"))
                        .toList();
    }

    private static boolean isFile(Object value) {
        return value instanceof Map<?, ?> file && file.size() == 2
                && file.get(FILE_NAME) instanceof String called && called.length() <= MOST_OF_ONE
                && file.get(FILE_CONTENT) instanceof String;
    }

    private static Optional<String> text(Object value, int longest) {
        if (!(value instanceof String text)) {
            return Optional.of("must be a text");
        }
        return text.length() > longest
                ? Optional.of("must have at most " + longest + " characters")
                : Optional.empty();
    }
}
