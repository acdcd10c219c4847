package org.clubpost.local.mailbox;

/** When a mail in the mailbox is on the disk. */
public enum Sync {

    /** Before it counts as accepted, so that it survives a power cut. The default. */
    ALWAYS,
    /** When the system writes it. It survives a kill of the process; a power cut may cost the last ones. */
    NEVER
}
