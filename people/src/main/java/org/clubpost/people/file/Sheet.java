package org.clubpost.people.file;

import java.io.IOException;

/** A table in a file. It can be read more than once. */
public interface Sheet {

    /** What it is, as the end of a sentence: {@code CSV with semicolons, in windows-1252}. */
    String form();

    /** Its name within a spreadsheet; empty for a text file. */
    default String name() {
        return "";
    }

    /** Whether each address in it stands for a person, also when a line has several. */
    boolean isOfLines();

    /** Its rows from the beginning. */
    Rows rows() throws IOException;
}
