package org.clubpost.function.admin.write;

import org.clubpost.mail.field.FieldText;

/** What a file of a post is called. */
public final class FileName {

    /** The longest, in characters. */
    static final int LONGEST = 100;

    private static final String FILE = "file";

    private FileName() {}

    /** The name from what somebody, or a browser, says: on one line, without folders, its end where it is too long. */
    public static String of(String said) {
        var line = FieldText.oneLine(said);
        var last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1).strip();
        var cut = last.length() > LONGEST ? last.substring(last.length() - LONGEST) : last;
        return cut.isEmpty() ? FILE : cut;
    }
}
