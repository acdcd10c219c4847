package org.clubpost.local.sqlite;

import java.sql.SQLException;
import org.clubpost.core.UnavailableException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's faults mean to us. */
final class Faults {

    private Faults() {}

    /** For a port: names the kind of fault, never a value. */
    static UnavailableException unavailable(SQLException fault) {
        return new UnavailableException("the database says " + code(fault), fault);
    }

    static SQLiteErrorCode code(SQLException fault) {
        return fault instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
    }

    /** Whether the file is damaged, or not a database at all. */
    static boolean isDamage(SQLException fault) {
        var code = code(fault).name();
        return code.startsWith("SQLITE_CORRUPT") || code.startsWith("SQLITE_NOTADB");
    }
}
