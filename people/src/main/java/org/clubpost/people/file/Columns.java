package org.clubpost.people.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which column of a sheet is for what. A sheet of one or two columns may do without a line that names them. */
public final class Columns {

    private static final Set<Role> MANY_LINES = Set.of(Role.NONE, Role.PERHAPS_ADDRESS, Role.CONSENT,
            Role.CONSENT_DETAIL);

    /** A row of more characters names no columns. */
    private static final int MOST_OF_NAMES = 20_000;
    /** The most that is shown of a name. */
    private static final int LONGEST_NAME = 200;

    private final List<String> header;
    private final Map<Role, List<Integer>> places;
    private final long headerLine;

    private Columns(List<String> header, Map<Role, List<Integer>> places, long headerLine) {
        this.header = header;
        this.places = places;
        this.headerLine = headerLine;
    }

    /** Finds them by the first rows of a sheet; empty when no column has addresses. */
    static Optional<Columns> of(List<Row> rows) {
        for (var i = 0; i < rows.size(); i++) {
            var found = named(rows.get(i), rows.subList(i + 1, rows.size()));
            if (found.isPresent()) {
                return found;
            }
        }
        return unnamed(rows);
    }

    private static Optional<Columns> named(Row row, List<Row> below) {
        if (row.cells().stream().anyMatch(cell -> cell.indexOf('@') >= 0)
                || row.cells().stream().mapToLong(String::length).sum() > MOST_OF_NAMES) {
            return Optional.empty();
        }
        var places = new EnumMap<Role, List<Integer>>(Role.class);
        for (var i = 0; i < row.cells().size(); i++) {
            places.computeIfAbsent(ColumnName.role(row.cell(i)), _ -> new ArrayList<>()).add(i);
        }
        var further = places.getOrDefault(Role.FURTHER_ADDRESS, List.of());
        var perhaps = places.getOrDefault(Role.PERHAPS_ADDRESS, List.of()).stream()
                .filter(column -> hasAddresses(column, below)).findFirst();
        if (!places.containsKey(Role.ADDRESS) && !further.isEmpty()) {
            places.put(Role.ADDRESS, List.of(further.getFirst()));
            places.put(Role.FURTHER_ADDRESS, further.subList(1, further.size()));
        } else if (!places.containsKey(Role.ADDRESS) && perhaps.isPresent()) {
            places.put(Role.ADDRESS, List.of(perhaps.get()));
        }
        return places.containsKey(Role.ADDRESS)
                ? Optional.of(new Columns(row.cells(), places, row.first()))
                : Optional.empty();
    }

    /** Addresses in one of at most two columns; the other one has the names. */
    private static Optional<Columns> unnamed(List<Row> rows) {
        var width = rows.stream().mapToInt(Columns::width).max().orElse(0);
        var address = IntStream.range(0, width).filter(column -> hasAddresses(column, rows)).findFirst();
        if (width > 2 || address.isEmpty()) {
            return Optional.empty();
        }
        var places = new EnumMap<Role, List<Integer>>(Role.class);
        places.put(Role.ADDRESS, List.of(address.getAsInt()));
        if (width == 2) {
            places.put(Role.NAME, List.of(1 - address.getAsInt()));
        }
        return Optional.of(new Columns(List.of(), places, 0));
    }

    private static int width(Row row) {
        return IntStream.iterate(row.cells().size(), width -> width > 0, width -> width - 1)
                .filter(width -> !row.cell(width - 1).isEmpty()).findFirst().orElse(0);
    }

    /** Whether most of its cells that are not empty have an address. */
    private static boolean hasAddresses(int column, List<Row> rows) {
        var cells = rows.stream().map(row -> row.cell(column)).filter(cell -> !cell.isEmpty()).toList();
        return cells.stream().filter(cell -> cell.indexOf('@') > 0 || Mailboxes.isOfArchive(cell)).count() * 2 > cells
                .size();
    }

    /**
     * A column, for people.
     *
     * @param name how the file calls it; empty when it does not
     * @param role what it is taken for
     */
    public record Column(String name, Role role) {}

    /** All of them, in their order. */
    public List<Column> all() {
        var last = places.values().stream().flatMap(List::stream).mapToInt(Integer::intValue).max().orElse(-1);
        return IntStream.range(0, Math.max(header.size(), last + 1))
                .mapToObj(place -> new Column(place < header.size() ? header.get(place) : "", role(place))).toList();
    }

    private Role role(int place) {
        // The column that was found to have the addresses may stand among the perhaps ones as well.
        return all(Role.ADDRESS).contains(place)
                ? Role.ADDRESS
                : places.entrySet().stream().filter(each -> each.getValue().contains(place)).map(Map.Entry::getKey)
                        .findFirst().orElse(Role.NONE);
    }

    /** The same, where columns are for something else than it seemed. Those that are not named stay as they are. */
    public Columns with(Map<Integer, Role> roles) {
        var changed = new EnumMap<Role, List<Integer>>(Role.class);
        var all = all();
        for (var place = 0; place < all.size(); place++) {
            changed.computeIfAbsent(roles.getOrDefault(place, all.get(place).role()), _ -> new ArrayList<>())
                    .add(place);
        }
        return new Columns(header, changed, headerLine);
    }

    /** How many columns mean something, for choosing between ways to read a file. */
    int known() {
        return header.isEmpty()
                ? places.size()
                : header.size() - all(Role.NONE).size() - all(Role.PERHAPS_ADDRESS).size() + 1;
    }

    /** Whether a line names them. */
    boolean areNamed() {
        return !header.isEmpty();
    }

    /** The line that names them; 0 when none does. */
    public long headerLine() {
        return headerLine;
    }

    /** The cells of a person's addresses, in the order in which they count. */
    public List<String> addresses(Row row) {
        return Stream.of(Role.ADDRESS, Role.FURTHER_ADDRESS).flatMap(role -> all(role).stream()).map(row::cell)
                .filter(cell -> !cell.isEmpty()).toList();
    }

    /** The name: the whole one, or the first and the last one together. */
    public String name(Row row) {
        var first = first(row, Role.FIRST_NAME);
        var last = first(row, Role.LAST_NAME);
        var joined = (first + " " + last).strip();
        var whole = first(row, Role.NAME);
        if (whole.isEmpty()) {
            return joined.isEmpty() ? first(row, Role.OTHER_NAME) : joined;
        }
        // Beside a first name, and without a last name, "Name" is the last name, or again the first one.
        return last.isEmpty() && !whole.toLowerCase(Locale.ROOT).contains(first.toLowerCase(Locale.ROOT))
                ? first + " " + whole
                : whole;
    }

    /** The groups, as they are written. */
    public String groups(Row row) {
        return first(row, Role.GROUPS);
    }

    /** Why the person is no member, as the file says it; empty for a member. */
    public Optional<String> whyNot(Row row) {
        return new Standing(this::all, this::named, areNamed()).whyNot(row);
    }

    /** The text of the cells that count, but for those of consent. None of them has more than one line. */
    public Stream<String> used(Row row) {
        return places.entrySet().stream()
                .filter(each -> !MANY_LINES.contains(each.getKey()))
                .flatMap(each -> each.getValue().stream()).map(row::cell);
    }

    /** What each of those that count is taken for, for people, line by line. */
    public List<String> taken() {
        var lines = new ArrayList<String>();
        add(lines, "address", Role.ADDRESS);
        add(lines, "further addresses", Role.FURTHER_ADDRESS);
        add(lines, "name", Role.NAME);
        add(lines, "first name", Role.FIRST_NAME);
        add(lines, "last name", Role.LAST_NAME);
        add(lines, "groups", Role.GROUPS);
        add(lines, "whether a member", Role.STATUS);
        add(lines, "no member, when filled in", Role.LEFT);
        add(lines, "no member, when it says no or nothing", Role.CONSENT);
        add(lines, "no member, when it says no", Role.CONSENT_DETAIL);
        return lines;
    }

    private void add(List<String> lines, String meaning, Role role) {
        if (places.containsKey(role)) {
            lines.add(meaning + ": " + String.join(", ", all(role).stream().map(this::named).toList()));
        }
    }

    /** The names of the columns that mean nothing here. */
    public List<String> unknown() {
        return Stream.of(Role.NONE, Role.PERHAPS_ADDRESS).flatMap(role -> all(role).stream())
                .filter(column -> !all(Role.ADDRESS).contains(column)).sorted().map(header::get)
                .filter(name -> !name.isEmpty()).toList();
    }

    /** All names in lower case, letters and digits only. */
    List<String> plainNames() {
        return header.stream().map(ColumnName::plain).toList();
    }

    private String named(int column) {
        var name = column < header.size() ? header.get(column) : "";
        return name.isEmpty()
                ? "column " + (column + 1)
                : "\"" + (name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...") + "\"";
    }

    private String first(Row row, Role role) {
        return all(role).stream().map(row::cell).filter(cell -> !cell.isEmpty()).findFirst().orElse("");
    }

    private List<Integer> all(Role role) {
        return places.getOrDefault(role, List.of());
    }
}
