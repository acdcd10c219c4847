package org.clubpost.mail.prepare;

import org.clubpost.mail.mime.MemberValue;

/** The values of one member. Asked only for what a mail has slots for. */
@FunctionalInterface
public interface MemberValues {

    /** The value; empty if there is none. */
    String of(MemberValue value);
}
