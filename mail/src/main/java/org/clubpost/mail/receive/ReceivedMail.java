package org.clubpost.mail.receive;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.ReadPost;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.Shown;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.post.Post;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.StoredMail;
import org.clubpost.core.text.Languages;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.field.Mailbox;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.rule.Judge;
import org.clubpost.mail.text.ShownText;
import org.clubpost.mail.token.PersonalLinks;
import org.clubpost.mail.verdict.Sender;
import org.clubpost.mail.words.OwnText;

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
    private static final int MAX_NAME = 80;
    /** As much as a letter shows: a page and a half. */
    private static final int MAX_SHOWN = 3_000;
    private static final int MAX_SHOWN_LINES = 80;
    private static final int MAX_RECORDED_LINES = 5;
    /** No token takes more characters, however it is written. */
    private static final int MAX_TOKEN = 800;

    /**
     * Reads the mail of a post. Whom it is for is decided when it is read first, and stays, whatever the list's groups
     * are when somebody releases it.
     */
    static ReceivedMail read(MailingList list, Post post, StoredMail stored, PersonalLinks links, Lists lists) {
        var incoming = Incoming.read(post.id(), list, Octets.of(stored.content().toByteArray()),
                address -> ListAddress.find(address, list.domain(), lists)
                        .filter(found -> !found.list().equals(list.id())).isPresent());
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
        var headline = read().headline();
        return new ForwardedMail(headline.author(), headline.subject(), MailContent.of(attached), shown());
    }

    /** What is cut off in the midst of a token shows most of it, so it is taken out before. */
    private Shown shown() {
        var text = ShownText.of(incoming.mail().with(incoming.own()));
        var whole = links.cleaned(text.substring(0, Math.min(text.length(), MAX_SHOWN + MAX_TOKEN)));
        return new Shown(writer(), incoming.sender() instanceof Sender.Proven,
                incoming.own().value("Message-ID").orElse(""), whole, false)
                .beginning(MAX_SHOWN_LINES, MAX_SHOWN);
    }

    /** The author as the mail has it. It is the proven one if one is proven. */
    private Optional<Shown.Writer> writer() {
        return switch (incoming.sender()) {
            case Sender.Proven(var author) -> Optional.of(writer(author));
            case Sender.Claimed(var author) -> Optional.of(writer(author));
            case Sender.Nobody _ -> Optional.empty();
        };
    }

    /** The name that the From field gives to its author. */
    PersonName name(EmailAddress author) {
        return Mailbox.parse(incoming.field("From")).stream().filter(each -> each.address().equals(author))
                .map(Mailbox::name).filter(name -> name.indexOf('@') < 0)
                .flatMap(name -> PersonName.parse(FieldText.oneLine(name)).stream()).findFirst()
                .orElse(PersonName.NONE);
    }

    /** The language that its writer's program is set to, if we write in it; else the list's. */
    Locale language() {
        return Stream.of("Content-Language", "Accept-Language").map(incoming::field)
                .map(field -> Locale.forLanguageTag(field.split("[,;]", 2)[0].strip())).filter(Languages::has)
                .findFirst().map(Languages::closest).orElse(list().profile().language());
    }

    /** How the writer's own words begin, for the record. */
    String beginning() {
        return links.cleaned(String.join(" ", OwnText.lines(incoming.mail()).orElse(List.of()).stream()
                .filter(line -> !line.isBlank()).limit(MAX_RECORDED_LINES).toList()));
    }

    private Shown.Writer writer(EmailAddress author) {
        var name = Mailbox.parse(incoming.field("From")).stream().filter(each -> each.address().equals(author))
                .map(Mailbox::name).findFirst().orElse("");
        var cleaned = links.cleaned(name.substring(0, Math.min(name.length(), MAX_NAME + MAX_TOKEN)));
        return new Shown.Writer(HeaderText.cut(cleaned, MAX_NAME), author);
    }
}
