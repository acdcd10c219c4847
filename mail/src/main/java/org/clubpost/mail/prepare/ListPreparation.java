package org.clubpost.mail.prepare;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.ReplyPolicy;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostNumbers;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.text.Languages;
import org.clubpost.mail.field.Addresses;
import org.clubpost.mail.field.MessageIds;
import org.clubpost.mail.field.Unstructured;
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
 * @param reach says which authors get the replies through the list
 * @param keepsIds whether the copies arrive with the Message-ID that we give them
 */
public record ListPreparation(PublicLinks links, SentIds sentIds, PostNumbers numbers, Reach reach,
        boolean keepsIds) {

    /** How many ids of a reply are looked up. No mail program's reply has more, and each costs a read of the table. */
    private static final int MOST_IDS = 40;

    /**
     * How many bytes a mail may need for one more language. Only a long base64 text with a placeholder in it needs
     * more, and then everybody gets the footer in the list's language.
     */
    private static final long MOST_OWN_BYTES = 256L << 10;

    /** How many authors are looked up. A mail has one, and seldom two. */
    private static final int MOST_AUTHORS = 5;

    /** For copies that go out through SES, and without knowing any member. */
    public ListPreparation(PublicLinks links, SentIds sentIds, PostNumbers numbers) {
        this(links, sentIds, numbers, Reach.NOBODY, false);
    }

    /** For trying how mails would look: every mail is the first post of its list. */
    public ListPreparation(PublicLinks links, SentIds sentIds) {
        this(links, sentIds, Reach.NOBODY);
    }

    /** The same, of a list whose members are known. */
    public ListPreparation(PublicLinks links, SentIds sentIds, Reach reach) {
        this(links, sentIds, (_, _) -> PostContext.Arrival.SAMPLE.number(), reach, false);
    }

    /** The same, for a way out that keeps the Message-ID of a copy, or does not. */
    public ListPreparation keepingIds(boolean keeps) {
        return new ListPreparation(links, sentIds, numbers, reach, keeps);
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
        return prepare(list, post, audience, mail, "", witness);
    }

    /**
     * Prepares a test of a mail. Nothing tells it from the post but a mark at the very beginning of its subject.
     *
     * @param list the list that it would go to
     * @param post tells this test from others
     * @param mail the mail
     * @param mark the mark
     */
    public CompiledMail prepareTest(MailingList list, PostId post, Entity mail, String mark) {
        return prepare(list, post, Audience.everyone(), mail, mark, (_, _) -> {
        });
    }

    private CompiledMail prepare(MailingList list, PostId post, Audience audience, Entity mail, String mark,
            BiConsumer<String, Entity> witness) {
        long number = list.layout().isNumbered() ? numbers.of(list.id(), post) : PostContext.Arrival.SAMPLE.number();
        var context = new PostContext(list, links, originals(mail),
                new PostContext.Arrival(post.storedAt(), number, audience),
                new PostContext.Passage(reached(list, audience, mail), keepsIds));
        var common = marked(Steps.beforeFooter(mail, context, witness), mark);
        var compiled = CompiledMail.compile(Steps.fromFooter(common, context, witness));
        return list.layout().footer().isBlank() ? translated(compiled, common, context) : compiled;
    }

    private static Entity marked(Entity mail, String mark) {
        return mark.isEmpty()
                ? mail
                : mail.with(mail.header().with("Subject",
                        Unstructured.of(mail.header().value("Subject").orElse("")).written("Subject", mark)));
    }

    /** With the standard footer in every language that members may have chosen. A mail may have no place for it. */
    private static CompiledMail translated(CompiledMail compiled, Entity common, PostContext context) {
        var inAll = compiled;
        for (var language : Languages.ALL) {
            if (language.equals(Languages.closest(context.list().profile().language()))) {
                continue;
            }
            var more = inAll.with(language, Steps.fromFooter(common, context.in(language), (_, _) -> {
            }));
            long own = more.ownBytes(language);
            if (own > MOST_OWN_BYTES) {
                return compiled;
            }
            inAll = own == 0 ? inAll : more;
        }
        return inAll;
    }

    /** The authors who are members; nobody where the answer would change nothing. */
    private Set<EmailAddress> reached(MailingList list, Audience audience, Entity mail) {
        return list.layout().reply() instanceof ReplyPolicy.WholeList
                ? Stream.of("Reply-To", "From").flatMap(name -> Addresses.in(mail.header(), name).stream()).distinct()
                        .limit(MOST_AUTHORS).filter(author -> reach.reaches(list, audience, author))
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private Map<String, String> originals(Entity mail) {
        List<String> ids = Stream.of("In-Reply-To", "References").flatMap(name -> mail.header().value(name).stream())
                .flatMap(value -> MessageIds.in(value).reversed().stream()).distinct().limit(MOST_IDS).toList();
        return ids.isEmpty() ? Map.of() : sentIds.originals(ids);
    }
}
