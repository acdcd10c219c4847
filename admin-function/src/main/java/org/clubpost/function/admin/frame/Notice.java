package org.clubpost.function.admin.frame;

import java.util.Optional;
import org.clubpost.core.act.EntryId;

/**
 * What the next page says first: what was done.
 *
 * @param text a sentence, in the language of the visitor
 * @param undo the entry of the log that a button beside it takes back; empty for none
 */
public record Notice(String text, Optional<EntryId> undo) {

    private static final char SEPARATOR = '\n';
    private static final int MOST = 600;

    /** Cuts what is too long for a cookie. */
    public Notice {
        text = text.length() <= MOST ? text : text.substring(0, MOST - 1) + "…";
    }

    /** Without undo. */
    public static Notice of(String text) {
        return new Notice(text, Optional.empty());
    }

    /** With a button that takes that entry of the list's log back. */
    public static Notice of(String text, EntryId undo) {
        return new Notice(text, Optional.of(undo));
    }

    /** As it is kept until the next page. */
    String written() {
        return undo.map(EntryId::value).orElse("") + SEPARATOR + text;
    }

    /** Reads what {@link #written} gives. */
    static Notice parse(String written) {
        var end = written.indexOf(SEPARATOR);
        return new Notice(written.substring(end + 1), EntryId.parse(written.substring(0, Math.max(end, 0))));
    }
}
