package org.clubpost.people.file;

/** A file of people cannot be used, for a reason that whoever has it can deal with. */
public final class UnusableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String reason;

    /** Why. */
    public enum Kind {
        /** There is no such file. */
        MISSING,
        /** Nothing is in it. */
        EMPTY,
        /** No column of it has addresses. */
        NO_ADDRESSES,
        /** It has no sheet of that name. */
        NO_SHEET,
        /** It is no table that is read: an old spreadsheet, a PDF, contacts. */
        OTHER_KIND,
        /** It cannot be read to its end, or unpacks to too much. */
        DAMAGED
    }

    /**
     * @param reason one line in English that says what is wrong and what to do; it may have the file's name and cells of it
     */
    public UnusableFile(Kind kind, String reason) {
        super(reason);
        this.kind = kind;
        this.reason = reason;
    }

    /** Why. */
    public Kind kind() {
        return kind;
    }

    /** What is wrong and what to do, on one line in English. */
    public String reason() {
        return reason;
    }
}
