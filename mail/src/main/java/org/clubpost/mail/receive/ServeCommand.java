package org.clubpost.mail.receive;

import java.time.InstantSource;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.consent.Wording;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.Discard;
import org.clubpost.core.moderation.HourlyAnswers;
import org.clubpost.core.moderation.Reject;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscription.ConfirmByReply;
import org.clubpost.core.subscription.SignUp;
import org.clubpost.core.subscription.Subscribe;
import org.clubpost.mail.command.Wish;
import org.clubpost.mail.route.Handling;

/**
 * Does what people ask for by mail, through the same use cases as the pages. What cannot be done is told to whoever is
 * proven to have asked. The post that stands for the mail is settled last, so that a run that dies has it done again.
 *
 * @param desk the use cases
 * @param answers says who may be answered
 * @param reject tells what cannot be done
 * @param discard discards the post that stands for the mail in the table
 * @param clock the time
 */
record ServeCommand(Desk desk, HourlyAnswers answers, Reject reject, Discard discard, InstantSource clock) {

    /**
     * What commands are obeyed with.
     *
     * @param subscribe takes requests to join
     * @param confirm confirms
     * @param notices the way to people
     * @param links leads them to the pages
     */
    record Desk(Subscribe subscribe, ConfirmByReply confirm, Notices notices, PublicLinks links) {}

    /** Obeys, and settles the post. */
    Fate serve(ReceivedMail mail, Wish.Service wish) {
        var refusal = obey(mail, wish);
        if (refusal.isEmpty()) {
            var reason = new Handling.Serve(wish).reason().orElseThrow();
            discard.discard(mail.read(), reason);
            return new Fate.Served(reason);
        }
        var reason = refusal.get();
        if (mail.provenAuthor().filter(author -> answers.mayAnswer(mail.list(), author, mail.post()))
                .filter(author -> reject.reject(mail.read(), author, reason)).isPresent()) {
            return new Fate.Rejected(reason);
        }
        discard.discard(mail.read(), reason);
        return new Fate.Discarded(reason);
    }

    /** Obeys, and leaves the post as it is. Says why nothing is done; empty when it is done. */
    Optional<Reason> obey(ReceivedMail mail, Wish.Service wish) {
        return switch (wish) {
            case Wish.Join(var address, var isProven) -> join(mail, address, isProven);
            case Wish.Confirm(var author, var tokens) -> switch (desk.confirm().confirm(author, tokens,
                    Origin.byMail(mail.post().id().storedAt(), source(mail), mail.beginning()))) {
                case CONFIRMED, FRESH_LINK -> Optional.empty();
                case NOTHING -> Optional.of(Reason.of(Reason.Cause.CONFIRMS_NOTHING,
                        mail.list().address(ListRole.JOIN).ascii()));
            };
            case Wish.Help(var asker) -> {
                if (answers.mayAnswer(mail.list(), asker, mail.post())) {
                    help(mail, asker);
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<Reason> join(ReceivedMail mail, EmailAddress address, boolean isProven) {
        var list = mail.list();
        var words = words(list);
        var signUp = new SignUp(list.id(), address, mail.name(address), mail.language(),
                "mailto:" + list.address(ListRole.JOIN).ascii(), words.digest(),
                Origin.byMail(clock.instant(), source(mail), mail.read().headline().subject()));
        return switch (desk.subscribe().request(signUp, words,
                isProven ? Subscribe.Sender.PROVEN : Subscribe.Sender.UNPROVEN)) {
            case ACCEPTED -> Optional.empty();
            case UNKNOWN_LIST, CLOSED -> Optional.of(Reason.of(Reason.Cause.JOIN_CLOSED,
                    list.address(ListRole.OWNER).ascii()));
            case OTHER_DOMAIN -> Optional.of(Reason.of(Reason.Cause.JOIN_OTHER_DOMAIN, String.join(", ",
                    list.signUp().domains().stream().map(DomainPattern::toString).toList())));
            case TOO_MANY, UNPROVEN -> Optional.of(Reason.of(Reason.Cause.JOIN_TOO_MANY));
        };
    }

    /** What stands for the words of a form. */
    private static Wording words(MailingList list) {
        return Wording.of("Whoever writes to " + list.address(ListRole.JOIN).ascii() + " asks to join " + list.id()
                + ", and gets a mail that asks to confirm.");
    }

    /** The host from which the mail came in, which is mostly a provider's; empty text when it is not known. */
    private static String source(ReceivedMail mail) {
        return mail.incoming().block().client().orElse("");
    }

    private void help(ReceivedMail mail, EmailAddress asker) {
        var list = mail.list();
        desk.notices().send(new MemberNotice.Help(list, asker, list.profile().language(), mail.read().messageId(),
                new MemberNotice.Help.Ways(desk.links().signUp(list.id()), desk.links().withoutMail())));
    }
}
