package org.clubpost.core.list;

import java.util.List;

/**
 * What is looked at in a mail besides its author and its size.
 *
 * @param refusal what becomes of a mail whose author may not post
 * @param maxRecipients to how many a mail may be addressed in To and Cc together
 * @param mustBeNamed whether the list must be among them
 * @param banned who is not listened to at all
 * @param refusedFiles endings of names of attached files that are not taken, in lower case and without a dot, besides
 *            those that SES never sends
 */
public record Screening(Refusal refusal, int maxRecipients, boolean mustBeNamed, List<SenderPattern> banned,
        List<String> refusedFiles) {

    /** A list as it is when nobody changed this. */
    public static final Screening DEFAULT = new Screening(Refusal.HOLD, 50, false, List.of(), List.of());

    /** Copies the lists. */
    public Screening {
        banned = List.copyOf(banned);
        refusedFiles = List.copyOf(refusedFiles);
    }

    /** With something else that becomes of mail of those who may not post. */
    public Screening withRefusal(Refusal changed) {
        return new Screening(changed, maxRecipients, mustBeNamed, banned, refusedFiles);
    }

    /** With another number of recipients. */
    public Screening withMaxRecipients(int changed) {
        return new Screening(refusal, changed, mustBeNamed, banned, refusedFiles);
    }

    /** With the list having to be named, or not. */
    public Screening withMustBeNamed(boolean changed) {
        return new Screening(refusal, maxRecipients, changed, banned, refusedFiles);
    }

    /** With others who are not listened to. */
    public Screening withBanned(List<SenderPattern> changed) {
        return new Screening(refusal, maxRecipients, mustBeNamed, changed, refusedFiles);
    }

    /** With other files that are not taken. */
    public Screening withRefusedFiles(List<String> changed) {
        return new Screening(refusal, maxRecipients, mustBeNamed, banned, changed);
    }
}
