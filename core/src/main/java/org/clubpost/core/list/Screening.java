package org.clubpost.core.list;

import java.util.List;

/**
 * What is checked in a mail besides its author and its size.
 *
 * @param refusal what becomes of a mail whose author may not post
 * @param maxRecipients how many addresses To and Cc of a mail may have together
 * @param mustBeNamed whether the list must be among them
 * @param banned senders whose mail is never taken
 * @param refusedFiles name endings of attached files that are not taken, in lower case and without a dot, besides those
 *         that SES never sends
 */
public record Screening(Refusal refusal, int maxRecipients, boolean mustBeNamed, List<SenderPattern> banned,
        List<String> refusedFiles) {

    /** The default. */
    public static final Screening DEFAULT = new Screening(Refusal.HOLD, 50, false, List.of(), List.of());

    /** Copies the lists. */
    public Screening {
        banned = List.copyOf(banned);
        refusedFiles = List.copyOf(refusedFiles);
    }

    /** With another treatment of mails whose author may not post. */
    public Screening withRefusal(Refusal changed) {
        return new Screening(changed, maxRecipients, mustBeNamed, banned, refusedFiles);
    }

    /** With another number of recipients. */
    public Screening withMaxRecipients(int changed) {
        return new Screening(refusal, changed, mustBeNamed, banned, refusedFiles);
    }

    /** With the list required among the recipients, or not. */
    public Screening withMustBeNamed(boolean changed) {
        return new Screening(refusal, maxRecipients, changed, banned, refusedFiles);
    }

    /** With other senders banned. */
    public Screening withBanned(List<SenderPattern> changed) {
        return new Screening(refusal, maxRecipients, mustBeNamed, changed, refusedFiles);
    }

    /** With other files refused. */
    public Screening withRefusedFiles(List<String> changed) {
        return new Screening(refusal, maxRecipients, mustBeNamed, banned, changed);
    }
}
