package org.clubpost.function.admin.api.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.FieldCheck;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Problem.Wrong;
import org.clubpost.function.admin.imports.SentFile;
import org.clubpost.function.admin.imports.TableRead;
import org.clubpost.people.file.Role;
import org.clubpost.people.file.UnusableFile;

/**
 * The table that a program sends. It is kept nowhere, so it comes with every call that needs it.
 *
 * @param file the table
 * @param roles what columns are for, where the program says so
 */
record SentTable(SentFile file, Map<Integer, Role> roles) {

    static final String CSV = "csv";
    static final String COLUMNS = "columns";
    /** Together with all else it has to fit into a body. */
    static final int MOST_OF_CSV = 250_000;
    static final int MOST_COLUMNS = 60;

    private static final String NAME = "people.csv";
    private static final Map<String, Role> WORDS = Stream.of(Role.NONE, Role.ADDRESS, Role.NAME, Role.FIRST_NAME,
            Role.LAST_NAME, Role.GROUPS, Role.STATUS, Role.LEFT, Role.CONSENT)
            .collect(Collectors.toUnmodifiableMap(Members::word, role -> role));

    /** The members of a body that has one, and those. */
    static List<BodyField> body(BodyField... more) {
        return Stream.concat(Stream.of(BodyField.text(CSV, MOST_OF_CSV).must(), BodyField.texts(COLUMNS, MOST_COLUMNS)),
                Stream.of(more)).toList();
    }

    /** What is wrong with what is said beside the table. It is read for that only if something is. */
    static List<Wrong> wrong(ApiCall call, FieldCheck beside) {
        var words = call.texts(COLUMNS);
        var all = beside.and(IntStream.range(0, words.size())
                .filter(place -> !words.get(place).isEmpty() && !WORDS.containsKey(words.get(place)))
                .mapToObj(place -> Wrong.in(COLUMNS, place, "has to be one of: "
                        + String.join(", ", WORDS.keySet().stream().sorted().toList())
                        + "; or empty for what is recognised"))
                .toList());
        return all.wrong().isEmpty() || !call.has(CSV) ? all.wrong() : all.and(unreadable(call)).wrong();
    }

    private static List<Wrong> unreadable(ApiCall call) {
        try {
            var table = of(call);
            TableRead.lines(table.file(), table.roles(), call.list(), (_, _) -> {
            });
            return List.of();
        } catch (UnusableFile unusable) {
            return List.of(wrong(unusable));
        }
    }

    private static SentTable of(ApiCall call) {
        return new SentTable(SentFile.of(NAME, call.text(CSV).getBytes(UTF_8)), roles(call));
    }

    /** Answers with what stands in the table, or says what is wrong with it. */
    static ApiAnswer answer(ApiCall call, SubscriberIds ids, BiFunction<SentTable, TableRead, ApiAnswer> act) {
        try {
            var table = of(call);
            return act.apply(table, TableRead.of(table.file(), table.roles(), call.list(), ids));
        } catch (UnusableFile unusable) {
            return Problem.fields(List.of(wrong(unusable))).answer();
        }
    }

    private static Wrong wrong(UnusableFile unusable) {
        return new Wrong(CSV, switch (unusable.kind()) {
            case EMPTY, MISSING -> "is empty";
            case NO_ADDRESSES -> "has no column with addresses";
            case OTHER_KIND, NO_SHEET -> "is no table that can be read";
            case DAMAGED -> "cannot be read to its end";
        });
    }

    private static Map<Integer, Role> roles(ApiCall call) {
        var words = call.texts(COLUMNS);
        var roles = new HashMap<Integer, Role>();
        for (var place = 0; place < words.size(); place++) {
            var role = WORDS.get(words.get(place));
            if (role != null) {
                roles.put(place, role);
            }
        }
        return roles;
    }
}
