package org.clubpost.function.admin.write;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.mail.compose.Draft;
import org.clubpost.mail.compose.TryDraft;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.prepare.ListPreparation;

/**
 * Sends a draft to its author alone, as the members would get it ({@link TryDraft}).
 *
 * @param preparation the steps, as for trying
 * @param outbox the way out
 * @param nowhere what stands in place of a member's links
 */
public record TestCopy(ListPreparation preparation, Supplier<Outbox> outbox, URI nowhere) {

    /**
     * Sends it; false when it was not taken.
     *
     * @param language in which it is marked as a test
     */
    boolean send(MailingList list, Draft draft, Locale language, String id, Instant now) {
        return new TryDraft(preparation, outbox, nowhere).send(list, MimeParser.parse(draft.mail(id, now)),
                draft.from(), language, id, now);
    }
}
