package org.clubpost.mail.prepare;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostNumbers;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.field.MessageIds;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.LineEnds;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.step.PostContext;
import org.clubpost.mail.step.Steps;

/**
 * Rewrites posts for their lists: looks up which posts a reply's ids stand for, does all steps, and compiles the
 * result.
 *
 * @param links makes the links
 * @param sentIds knows the ids of earlier copies
 * @param numbers gives numbers to the posts of lists that number them
 */
public record ListPreparation(PublicLinks links, SentIds sentIds, PostNumbers numbers) {

    /** How many ids of a reply are looked up. No mail program's reply has more, and each costs a read of the table. */
    private static final int MOST_IDS = 40;

    /** For trying how mails would look: every mail is the first post of its list. */
    public ListPreparation(PublicLinks links, SentIds sentIds) {
        this(links, sentIds, (_, _) -> PostContext.Arrival.SAMPLE.number());
    }

    /**
     * Prepares a mail to try how it would look.
     *
     * @param raw the mail as it came; any octets at all
     */
    public CompiledMail prepare(MailingList list, Octets raw) {
        return prepare(list, PostId.of(PostContext.Arrival.SAMPLE.at(), MailKey.inbound(list.id(), "sample")),
                Audience.everyone(), MimeParser.parse(LineEnds.onTheWire(raw)));
    }

    /**
     * Prepares a mail.
     *
     * @param list the list that it goes to
     * @param post the post that is made of it
     * @param audience which of the list's members it is for
     * @param mail the mail
     */
    public CompiledMail prepare(MailingList list, PostId post, Audience audience, Entity mail) {
        return prepare(list, post, audience, mail, (_, _) -> {
        });
    }

    /**
     * Prepares a mail, and shows what each step does.
     *
     * @param list the list that it goes to
     * @param post the post that is made of it
     * @param audience which of the list's members it is for
     * @param mail the mail
     * @param witness is shown the mail after each step, with the step's name
     */
    public CompiledMail prepare(MailingList list, PostId post, Audience audience, Entity mail,
            BiConsumer<String, Entity> witness) {
        long number = list.layout().isNumbered() ? numbers.of(list.id(), post) : PostContext.Arrival.SAMPLE.number();
        var context = new PostContext(list, links, originals(mail),
                new PostContext.Arrival(post.storedAt(), number, audience));
        return CompiledMail.compile(Steps.apply(mail, context, witness));
    }

    private Map<String, String> originals(Entity mail) {
        List<String> ids = Stream.of("In-Reply-To", "References").flatMap(name -> mail.header().value(name).stream())
                .flatMap(value -> MessageIds.in(value).reversed().stream()).distinct().limit(MOST_IDS).toList();
        return ids.isEmpty() ? Map.of() : sentIds.originals(ids);
    }
}
