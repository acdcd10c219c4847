package org.clubpost.core.note;

import org.clubpost.core.list.MailingList;

/** Puts notes into words, in the language of their list. */
public interface NoteWords {

    /**
     * The words.
     *
     * @param subject a line of at most 100 ASCII characters, which begins with a letter, for mail
     * @param text one or two sentences
     */
    record Words(String subject, String text) {}

    /** Says it. */
    Words of(MailingList list, Note note);
}
