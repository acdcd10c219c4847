package org.clubpost.local.sqlite;

import java.sql.SQLException;
import org.clubpost.core.UnavailableException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's faults mean to us. */
public final class Faults {

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
        return isDamage(code(fault));
    }

    private static boolean isDamage(SQLiteErrorCode code) {
        return code.name().startsWith("SQLITE_CORRUPT") || code.name().startsWith("SQLITE_NOTADB");
    }

    /** What went wrong and what to do about it, for the person at the command line. */
    public static String explain(UnavailableException unavailable) {
        return unavailable.getCause() instanceof SQLException fault
                ? explain(fault)
                : "the data cannot be used now (" + unavailable.getMessage() + "). Is there room on the disk?";
    }

    /** What went wrong and what to do about it, for the person at the command line. */
    public static String explain(SQLException fault) {
        return explain(code(fault));
    }

    private static String explain(SQLiteErrorCode code) {
        if (isDamage(code)) {
            return "the database is damaged. ./clubpost check tells how much; the way back is the latest backup:"
                    + " ./clubpost restore FILE --data NEW-DIR";
        }
        var name = code.name();
        if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
            return "somebody else has been writing for more than five seconds. Nothing was changed; try again.";
        }
        if (name.startsWith("SQLITE_FULL")) {
            return "the disk is full. Make room and try again; nothing is half done.";
        }
        if (name.startsWith("SQLITE_READONLY") || name.startsWith("SQLITE_CANTOPEN")) {
            return "the data cannot be written. Are you the user who started the service?";
        }
        return "the database says " + name + ". Is the disk in order?";
    }
}
