package org.clubpost.cli.members;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clubpost.people.file.PeopleFile;

/** What was found out about a file of members, for the person who is to decide whether it is right. */
final class FileLook {

    private static final int MOST_NAMES = 12;

    private final Path path;
    private final PeopleFile people;

    FileLook(Path path, PeopleFile people) {
        this.path = path;
        this.people = people;
    }

    /** Line by line: which columns are ignored, what file it is, and which column is taken for what. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        var unknown = people.columns().unknown();
        if (!unknown.isEmpty()) {
            lines.add("Ignoring the columns: "
                    + String.join(", ", unknown.subList(0, Math.min(MOST_NAMES, unknown.size())))
                    + (unknown.size() > MOST_NAMES ? " and " + (unknown.size() - MOST_NAMES) + " more" : ""));
            lines.add(
                    "  in these, only a cell that is a word such as \"unsubscribed\" or \"bounced\" counts: it leaves "
                            + "its person out");
        }
        lines.add(path.getFileName() + " is " + people.form() + ".");
        if (!people.sheet().isOfLines()) {
            people.columns().taken().forEach(line -> lines.add("  " + line));
        }
        if (!people.others().isEmpty()) {
            lines.add("Not read: its other sheets " + String.join(", ", people.others())
                    + ". --sheet NAME reads one of them.");
        }
        return lines;
    }
}
