package org.clubpost.people.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a row's person is a member, as its cells say it. When in doubt they are none, because a mail to somebody who
 * left or refused is worse than one member who is brought in later.
 *
 * @param columns the columns of a role
 * @param name a column's name as people are to read it
 * @param isNamed whether a line names the columns; without one, also a name is looked at
 */
record Standing(Function<Role, List<Integer>> columns, IntFunction<String> name, boolean isNamed) {

    private static final Set<String> TAGS = Set.of("tag", "tags", "label", "labels", "segment", "segments", "lists",
            "schlagwort", "schlagworte", "schlagworter", "etiketten", "etiquettes", "etiquetas", "kategorien",
            "categories", "groupmembership");
    /** The longest name of a column of tags, with blanks and marks. */
    private static final int LONGEST_TAGS = 40;
    private static final Pattern BETWEEN_TAGS = Pattern.compile("[,;|]|:::");

    /** Why the person is no member; empty for a member. */
    Optional<String> whyNot(Row row) {
        return Stream.<Stream<String>>of(
                is(row, Role.STATUS, cell -> !MemberStatus.isMember(cell)),
                of(Role.LEFT).filter(column -> MemberStatus.isSaid(row.cell(column)))
                        .map(column -> name.apply(column) + " is filled in"),
                is(row, Role.CONSENT, cell -> cell.isEmpty() || MemberStatus.isRefused(cell)),
                is(row, Role.CONSENT_DETAIL, cell -> !cell.isEmpty() && MemberStatus.isRefused(cell)),
                Stream.of(Role.NONE, Role.PERHAPS_ADDRESS, Role.OTHER_NAME).flatMap(this::of)
                        .filter(column -> saysLeft(column, row.cell(column))).map(column -> words(row, column)),
                isNamed
                        ? Stream.empty()
                        : is(row, Role.NAME, cell -> MemberStatus.saysLeft(cell) || MemberStatus.saysNo(cell)))
                .flatMap(each -> each).findFirst();
    }

    private boolean saysLeft(int column, String cell) {
        return MemberStatus.saysLeft(cell) || (!cell.isEmpty() && isOfTags(name.apply(column))
                && BETWEEN_TAGS.splitAsStream(cell).anyMatch(MemberStatus::saysLeft));
    }

    private static boolean isOfTags(String name) {
        return name.length() <= LONGEST_TAGS && TAGS.contains(ColumnName.plain(name));
    }

    private Stream<String> is(Row row, Role role, Predicate<String> isNone) {
        return of(role).filter(column -> isNone.test(row.cell(column))).map(column -> words(row, column));
    }

    private String words(Row row, int column) {
        return name.apply(column) + " is \"" + row.cell(column) + "\"";
    }

    private Stream<Integer> of(Role role) {
        return columns.apply(role).stream();
    }
}
