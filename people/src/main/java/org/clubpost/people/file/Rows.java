package org.clubpost.people.file;

import java.io.IOException;
import java.util.Optional;

/** The rows of a sheet, one after the other. Memory does not grow with their number. */
public interface Rows extends AutoCloseable {

    /** The next row that is not empty; empty at the end. */
    Optional<Row> next() throws IOException;

    @Override
    void close() throws IOException;
}
