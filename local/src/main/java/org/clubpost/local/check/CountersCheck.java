package org.clubpost.local.check;

import java.sql.SQLException;
import java.util.function.Consumer;
import org.clubpost.local.sqlite.Inspection;

/**
 * The number of members that each list keeps. Nobody loses a mail by a wrong one: it is shown, and decides into how many
 * parts a post is cut.
 *
 * @param inspection the database
 */
record CountersCheck(Inspection inspection) {

    private static final String SUBJECT = "member counts";

    void look(Consumer<Finding> findings) throws SQLException {
        var miscounts = inspection.miscounts();
        for (var miscount : miscounts) {
            findings.accept(new Finding.Warning(SUBJECT, "the list " + miscount.list() + " says " + miscount.noted()
                    + " members and has " + miscount.counted(),
                    "posts reach all of them all the same; please report it, with this line"));
        }
        if (miscounts.isEmpty()) {
            findings.accept(new Finding.Right(SUBJECT, "each list has as many members as it says"));
        }
    }
}
