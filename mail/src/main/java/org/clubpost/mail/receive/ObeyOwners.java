package org.clubpost.mail.receive;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.moderation.Discard;
import org.clubpost.core.notice.CommandResult.Told;
import org.clubpost.core.notice.CommandResult.Word;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.OwnerNotice.CommandsDone.Line;
import org.clubpost.core.owners.News;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.mail.command.admin.AdminCommands;
import org.clubpost.mail.command.admin.Desk;
import org.clubpost.mail.field.DateField;
import org.clubpost.mail.rule.Surroundings;

/**
 * Carries out commands of those who run a list, and answers with what became of each line. The answer goes out before the
 * post's state says that this is done; so when a run dies, the next one does what is left and answers.
 *
 * <p>The same mail once more is not obeyed, and not answered. It is known for {@link #MEMORY}; what was written before
 * that is told to be too old, so that nobody can send a mail again that somebody else wrote long ago.
 *
 * @param tools what commands work with
 * @param surroundings knows which mails were seen
 * @param way how people are reached
 * @param ids stand for people in budgets
 * @param discard discards the post that stands for the mail in the table
 */
record ObeyOwners(Desk.Tools tools, Surroundings surroundings, Way way, SubscriberIds ids,
        Discard discard) implements Obedience {

    /** As long as {@link Recognition} knows a mail. */
    private static final Duration MEMORY = Duration.ofDays(7);
    /** More than a person sends. A program at the other end that answers every mail is not answered for ever. */
    private static final Limit ANSWERS = new Limit(Kind.COMMANDS, 60, Duration.ofHours(1));

    /**
     * How people are reached.
     *
     * @param notices the way to them
     * @param limits how often they are answered
     * @param owners the way to owners
     */
    record Way(Notices notices, RateLimits limits, Owners owners) {}

    @Override
    public Fate obey(ReceivedMail mail, EmailAddress author) {
        return switch (surroundings.sight(mail.incoming())) {
            case NEW -> mayAnswer(mail, author) ? answered(mail, author) : discarded(mail, Reason.Cause.AUTOMATIC);
            case REPEATED -> discarded(mail, Reason.Cause.REPEATED);
            case STORED_AGAIN -> discarded(mail, Reason.Cause.STORED_AGAIN);
        };
    }

    @Override
    public void besides(ReceivedMail mail, EmailAddress author) {
        if (surroundings.sight(mail.incoming()) == Surroundings.Sight.NEW && mayAnswer(mail, author)) {
            answer(mail, author);
        }
    }

    @Override
    public Fate doubt(ReceivedMail mail, EmailAddress named) {
        way.owners().tell(mail.list(), Owners.Word.of(News.Kind.FOR_OWNERS, mail.post().id(), mail.sender(ids)), () -> {
            var forwarded = mail.forwarded();
            return (owner, isLast) -> new OwnerNotice.CommandsUnproven(mail.list(), owner, forwarded, isLast);
        });
        return discarded(mail, Reason.Cause.COMMANDS_UNPROVEN);
    }

    private Fate answered(ReceivedMail mail, EmailAddress author) {
        answer(mail, author);
        discard.discard(mail.read(), Reason.of(Reason.Cause.COMMANDS));
        return new Fate.Obeyed();
    }

    private boolean mayAnswer(ReceivedMail mail, EmailAddress author) {
        return way.limits().allow(ANSWERS, ids.digest("commands " + mail.list().id() + " " + author.compared()),
                tools.clock().instant());
    }

    /** Nobody wants an answer to thanks. */
    private void answer(ReceivedMail mail, EmailAddress author) {
        var lines = isTooOld(mail) ? List.of(new Line("", new Told(Word.TOO_OLD, ""))) : carriedOut(mail, author);
        if (!lines.isEmpty()) {
            var read = mail.read();
            way.notices().send(new OwnerNotice.CommandsDone(mail.list(), author, read.headline().subject(),
                    read.messageId(), lines));
        }
    }

    private List<Line> carriedOut(ReceivedMail mail, EmailAddress author) {
        return AdminCommands.carryOut(mail.incoming(), new Desk(tools, mail.list(), new Actor.Owner(author),
                mail.post().id().storedAt()));
    }

    private static boolean isTooOld(ReceivedMail mail) {
        return written(mail).filter(date -> date.isBefore(mail.post().id().storedAt().minus(MEMORY))).isPresent();
    }

    private static Optional<Instant> written(ReceivedMail mail) {
        return DateField.mended(mail.incoming().field("Date")).flatMap(date -> {
            try {
                return Optional.of(Instant.from(
                        DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH).parse(date)));
            } catch (DateTimeException otherForm) {
                return Optional.empty();
            }
        });
    }

    private Fate discarded(ReceivedMail mail, Reason.Cause cause) {
        discard.discard(mail.read(), Reason.of(cause));
        return new Fate.Discarded(Reason.of(cause));
    }
}
