package org.clubpost.people.file;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * Which sheet of a spreadsheet is the list of people. A sheet counts first whose heading names a column of addresses
 * and others that are known: before all one that is called after members, and last one that is called after those who
 * left. Without such a sheet the one with the most addresses counts. Of equals the first one does.
 */
final class SheetChoice {

    /** Rows beyond these are not counted. */
    private static final int MOST_ROWS = 10_000;
    /** What a heading of two known columns counts as. */
    private static final int KNOWN = 3;

    private SheetChoice() {}

    /**
     * A sheet that may be the one.
     *
     * @param sheet the sheet
     * @param columns its columns
     * @param addresses how many of its rows have an address
     */
    record Candidate(Sheet sheet, Columns columns, long addresses) {

        static Candidate of(Sheet sheet, Columns columns) throws IOException {
            var addresses = 0L;
            try (var rows = sheet.rows()) {
                var row = rows.next();
                for (var i = 0; i < MOST_ROWS && row.isPresent(); i++) {
                    addresses += row.get().first() > columns.headerLine() && hasAddress(columns, row.get()) ? 1 : 0;
                    row = rows.next();
                }
            }
            return new Candidate(sheet, columns, addresses);
        }

        private static boolean hasAddress(Columns columns, Row row) {
            return columns.addresses(row).stream().anyMatch(cell -> cell.indexOf('@') > 0);
        }

        private boolean isList() {
            return columns.areNamed() && columns.known() >= KNOWN && addresses > 0;
        }

        private int rank() {
            if (MembershipWords.nameFormer(sheet.name())) {
                return 3;
            }
            return isList() ? MembershipWords.nameMembers(sheet.name()) ? 0 : 1 : 2;
        }

        private long weight() {
            return isList() ? 0 : -addresses;
        }

        /** Its name and how many addresses it has. */
        String words() {
            return "\"" + sheet.name() + "\" ("
                    + (addresses == 1 ? "1 address" : "%,d addresses".formatted(addresses)) + ")";
        }
    }

    /** The best of them, of which there is one at least. */
    static Candidate of(List<Candidate> candidates) {
        return candidates.stream().min(Comparator.comparingInt(Candidate::rank).thenComparingLong(Candidate::weight))
                .orElseThrow();
    }
}
