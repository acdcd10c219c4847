package org.clubpost.mail.preview;

/** Whether a mail without the receiving side's block is taken to be from the author that it names. */
public enum Trust {

    /** It is, as if its domain had signed it. */
    AUTHOR,
    /** Nothing proves who wrote it. */
    NONE
}
