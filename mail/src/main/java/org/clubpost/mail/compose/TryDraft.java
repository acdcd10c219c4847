package org.clubpost.mail.compose;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.post.PostId;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.field.Mailbox;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparation;

/**
 * Sends a draft to its author alone, rewritten as the members would get it. The links for leaving and for settings lead to
 * no membership.
 *
 * @param preparation the steps, as for trying
 * @param outbox the way out
 * @param nowhere what stands in place of a member's links
 */
public record TryDraft(ListPreparation preparation, Supplier<Outbox> outbox, URI nowhere) {

    /**
     * Sends a draft that lies somewhere.
     *
     * @param id tells this copy from others
     * @return false when it was not taken, or has no author who decides about posts of the list
     */
    public boolean send(MailingList list, Octets draft, String id, Instant now) {
        var mail = MimeParser.parse(draft);
        return author(mail).filter(author -> list.people().deciders().contains(author.address()))
                .filter(author -> send(list, mail, author, id, now)).isPresent();
    }

    private static Optional<Mailbox> author(Entity mail) {
        return mail.header().value("From").map(Mailbox::parse).filter(all -> all.size() == 1)
                .map(all -> all.getFirst());
    }

    private boolean send(MailingList list, Entity mail, Mailbox author, String id, Instant now) {
        return send(list, mail, new Draft.Writer(author.name(), author.address()), id, now);
    }

    /**
     * Sends it to that author.
     *
     * @return false when it was not taken
     */
    public boolean send(MailingList list, Entity mail, Draft.Writer author, String id, Instant now) {
        var copy = preparation.prepare(list, PostId.of(now, MailKey.inbound(list.id(), "test-" + id)),
                Audience.everyone(), mail).render(value -> value(value, author));
        return outbox.get().send(new OutgoingMail(list.address(ListRole.BOUNCES), author.address(),
                copy)) instanceof SendOutcome.Accepted;
    }

    private String value(MemberValue value, Draft.Writer author) {
        return switch (value) {
            case UNSUBSCRIBE_URL, MANAGE_URL, ONE_CLICK_URL, UNSUBSCRIBE_MAILTO -> nowhere.toASCIIString();
            case MEMBER_NAME -> author.name();
            case MEMBER_EMAIL -> author.address().ascii();
        };
    }
}
