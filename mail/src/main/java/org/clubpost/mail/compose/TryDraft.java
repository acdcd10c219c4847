package org.clubpost.mail.compose;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.post.PostId;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.text.Catalogue;
import org.clubpost.mail.field.Mailbox;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparation;

/**
 * Sends a draft to its author alone, rewritten as the members would get it. Its subject begins with a {@linkplain #mark
 * mark}, and the links for leaving and for settings lead to no membership.
 *
 * @param preparation the steps, as for trying
 * @param outbox the way out
 * @param nowhere what stands in place of a member's links
 */
public record TryDraft(ListPreparation preparation, Supplier<Outbox> outbox, URI nowhere) {

    /** What the subject of a test begins with, for somebody who reads that language. */
    public static String mark(Locale language) {
        return Catalogue.of(language).text("mail.test-mark", Map.of());
    }

    /** Which language somebody reads. */
    public interface Tongue {

        /** The language of that author of the list. */
        Locale of(MailingList list, EmailAddress author);
    }

    /**
     * Sends a draft that lies somewhere.
     *
     * @param tongue knows in which language it is marked
     * @param id tells this copy from others
     * @return false when it was not taken, or has no author who decides about posts of the list
     */
    public boolean send(MailingList list, Octets draft, Tongue tongue, String id, Instant now) {
        var mail = MimeParser.parse(draft);
        return author(mail).filter(author -> list.people().deciders().contains(author.address()))
                .filter(author -> send(list, mail, new Draft.Writer(author.name(), author.address()),
                        tongue.of(list, author.address()), id, now))
                .isPresent();
    }

    private static Optional<Mailbox> author(Entity mail) {
        return mail.header().value("From").map(Mailbox::parse).filter(all -> all.size() == 1)
                .map(all -> all.getFirst());
    }

    /**
     * Sends it to that author.
     *
     * @param language in which it is marked
     * @return false when it was not taken
     */
    public boolean send(MailingList list, Entity mail, Draft.Writer author, Locale language, String id,
            Instant now) {
        var copy = preparation.prepareTest(list, PostId.of(now, MailKey.inbound(list.id(), "test-" + id)), mail,
                mark(language)).render(value -> value(value, author));
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
