package org.clubpost.core.notice;

import org.clubpost.core.store.MailContent;

/**
 * Somebody's mail, to be attached to one of ours.
 *
 * @param author the author as the mail has it, decoded, one line; empty when there is none. Nothing proves it.
 * @param subject the subject, decoded, one line; empty when there is none
 * @param content the mail as its sender wrote it; empty, with zero octets, when it is too large to be attached
 * @param shown what of it is shown in ours
 */
public record ForwardedMail(String author, String subject, MailContent content, Shown shown) {

    /** A mail of which nothing is shown. */
    public ForwardedMail(String author, String subject, MailContent content) {
        this(author, subject, content, Shown.NOTHING);
    }

    /** Whether the mail itself is there. */
    public boolean isAttached() {
        return content.sizeBytes() > 0;
    }

    /** The same without the mail itself, because there is no room for it. */
    public ForwardedMail unseen() {
        return new ForwardedMail(author, subject, MailContent.of(new byte[0]), shown);
    }

    /** Says what this is, but nothing of the mail. */
    @Override
    public String toString() {
        return "ForwardedMail[" + content.sizeBytes() + " octets]";
    }
}
