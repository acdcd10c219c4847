package org.clubpost.mail.receive;

import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.ReadPost;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.outbox.MailContent;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.post.Post;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.store.StoredMail;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.rule.Judge;
import org.clubpost.mail.token.PersonalLinks;
import org.clubpost.mail.verdict.Sender;

/**
 * A mail that was taken in, and the post that was made of it.
 *
 * @param incoming the mail, read
 * @param post the post as it was read from the table
 * @param links takes personal links out of what is shown of it
 */
record ReceivedMail(Incoming incoming, Post post, PersonalLinks links) {

    /** The API of SES that we use takes 10 MB, counted after encoding (Amazon SES quotas, "Message size"). */
    private static final long MAX_ATTACHED_BYTES = 6L << 20;
    private static final int MAX_HEADLINE = 200;
    /** No token takes more characters, however it is written. */
    private static final int MAX_TOKEN = 800;

    /**
     * Reads the mail of a post. Whom it is for is decided when it is read first, and stays, whatever the list's groups
     * are when somebody releases it.
     */
    static ReceivedMail read(MailingList list, Post post, StoredMail stored, PersonalLinks links) {
        var incoming = Incoming.read(post.id(), list, Octets.of(stored.content().toByteArray()));
        return post.isRead()
                ? new ReceivedMail(incoming.meantFor(post.parties().audience()), post, links)
                : new ReceivedMail(incoming, post.with(post.parties().with(incoming.to().audience())), links);
    }

    MailingList list() {
        return incoming.list();
    }

    /** The post, with what a listing and a notice say of the mail. */
    ReadPost read() {
        return new ReadPost(list(), post,
                new Post.Headline(text("From"), text("Subject"), incoming.sizeBytes()),
                incoming.own().value("Message-ID").orElse(""));
    }

    /** Who wrote it, for the owners' budgets. An address of theirs counts as theirs even when nothing proves it. */
    Owners.Sender sender(SubscriberIds ids) {
        return switch (incoming.sender()) {
            case Sender.Proven(var author) -> new Owners.Sender(ids.of(author).hex(), true, owner(author));
            case Sender.Claimed(var author) when owner(author).isPresent() ->
                new Owners.Sender(ids.of(author).hex(), false, owner(author));
            case Sender.Claimed _,Sender.Nobody _ -> Owners.Sender.UNPROVEN;
        };
    }

    private Optional<EmailAddress> owner(EmailAddress author) {
        return list().people().owners().stream().filter(author::equals).findFirst();
    }

    /** The author's address, if it is proven. */
    Optional<EmailAddress> provenAuthor() {
        return incoming.sender() instanceof Sender.Proven(var author) ? Optional.of(author) : Optional.empty();
    }

    /** What is cut off in the midst of a token shows most of it, so it is taken out before. */
    private String text(String field) {
        return HeaderText.cut(links.cleaned(HeaderText.decoded(incoming.field(field), MAX_HEADLINE + MAX_TOKEN)),
                MAX_HEADLINE);
    }

    /**
     * The mail without the receiving side's block, and without personal links that it quotes, to be attached to one of ours. What
     * is signed is attached as it is. Its text is left out when SES would not send it.
     */
    ForwardedMail forwarded() {
        var attached = incoming.sizeBytes() <= MAX_ATTACHED_BYTES
                && Judge.ofAttached().objection(incoming).isEmpty()
                        ? MimeWriter.toOctets(links.cleaned(incoming.mail().with(incoming.own()))).toByteArray()
                        : new byte[0];
        var shown = read().headline();
        return new ForwardedMail(shown.author(), shown.subject(), MailContent.of(attached));
    }
}
