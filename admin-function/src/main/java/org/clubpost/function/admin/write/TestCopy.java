package org.clubpost.function.admin.write;

import java.net.URI;
import java.time.Instant;
import java.util.function.Supplier;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.post.PostId;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.compose.Draft;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.prepare.ListPreparation;

/**
 * Sends a draft to its author alone, rewritten as the members would get it. The links for leaving and for settings lead to
 * no membership.
 *
 * @param preparation the steps, as for trying
 * @param outbox the way out
 * @param nowhere what stands in place of a member's links
 */
public record TestCopy(ListPreparation preparation, Supplier<Outbox> outbox, URI nowhere) {

    /** Sends it; false when it was not taken. */
    boolean send(MailingList list, Draft draft, String id, Instant now) {
        var mail = MimeParser.parse(draft.mail(id, now));
        var copy = preparation.prepare(list, PostId.of(now, MailKey.inbound(list.id(), "test-" + id)),
                Audience.everyone(), mail).render(value -> value(value, draft));
        return send(list, draft, copy);
    }

    private boolean send(MailingList list, Draft draft, MailContent copy) {
        return outbox.get().send(new OutgoingMail(list.address(ListRole.BOUNCES), draft.from().address(),
                copy)) instanceof SendOutcome.Accepted;
    }

    private String value(MemberValue value, Draft draft) {
        return switch (value) {
            case UNSUBSCRIBE_URL, MANAGE_URL, ONE_CLICK_URL, UNSUBSCRIBE_MAILTO -> nowhere.toASCIIString();
            case MEMBER_NAME -> draft.from().name();
            case MEMBER_EMAIL -> draft.from().address().ascii();
        };
    }
}
