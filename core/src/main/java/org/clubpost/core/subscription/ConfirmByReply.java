package org.clubpost.core.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.Attempts;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.JointToken;
import org.clubpost.core.link.ReplyTokens;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Confirms for whoever answers the confirmation mail. What the link in that mail is good for, the answer is good for:
 * one list, or several lists that were asked for together.
 *
 * <p>The answer has to name as its author the address that is to join, because a token in an address is found by it. That
 * this author is proven is not needed: the token shows that whoever wrote the answer had the mail, and they could press
 * its button as well.
 *
 * <p>Nothing about answers is stored. May be repeated: the second of two answers finds a member, and does nothing.
 */
public final class ConfirmByReply {

    private final Lists lists;
    private final Subscribers subscribers;
    private final Confirm confirm;
    private final FreshLink fresh;
    private final ReplyTokens replies;
    private final CountSignUps counts;

    /** What came of an answer. */
    public enum Outcome {
        /** What it confirms is confirmed, just now or before. */
        CONFIRMED,
        /** The time was over, and a mail with a fresh link is on its way. */
        FRESH_LINK,
        /** It confirms nothing. */
        NOTHING
    }

    /**
     * @param fresh has fresh links sent
     * @param counts counts who confirms
     */
    public ConfirmByReply(Lists lists, Subscribers subscribers, Confirm confirm, FreshLink fresh,
            CountSignUps counts) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.confirm = confirm;
        this.fresh = fresh;
        this.replies = new ReplyTokens(fresh.share().ids());
        this.counts = counts;
    }

    /**
     * Confirms.
     *
     * @param author whom the answer names as its author
     * @param tokens what it has that may be a token: of an answer, or of the link in the mail that it quotes
     * @param origin the answer as an act of theirs
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome confirm(EmailAddress author, List<String> tokens, Origin origin) {
        var person = fresh.share().ids().of(author);
        var quoted = tokens.stream().flatMap(token -> quoted(token, person)).toList();
        var outcomes = new ArrayList<Confirm.Outcome>();
        for (var id : tokens.isEmpty() ? List.<ListId>of() : lists.ids()) {
            Attempts.until(subscribers, () -> confirm(id, person, tokens, quoted, origin)).ifPresent(outcomes::add);
        }
        if (outcomes.size() > 1) {
            fresh.share().jointAnswered(author, origin.at());
        }
        return outcome(outcomes, origin);
    }

    /** The outer one is empty when somebody else was quicker; the inner one when nothing is confirmed on that list. */
    private Optional<Optional<Confirm.Outcome>> confirm(ListId id, SubscriberId person, List<String> tokens,
            List<TokenDigest> quoted, Origin origin) {
        var found = lists.find(id).flatMap(list -> subscribers.find(id, person)
                .flatMap(stored -> found(list, stored, tokens, quoted)));
        if (found.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        var outcome = confirm.finish(found.get(), origin);
        outcome.ifPresent(counts::came);
        return outcome.isPresent() ? Optional.of(outcome) : Optional.empty();
    }

    private Optional<Confirm.Found> found(MailingList list, Stored stored, List<String> tokens,
            List<TokenDigest> quoted) {
        var subscriber = stored.subscriber();
        return links(subscriber)
                .filter(link -> quoted.contains(link)
                        || tokens.stream().anyMatch(token -> replies.fits(token, subscriber.id(), link)))
                .findFirst().map(link -> Confirm.match(link, list, stored));
    }

    /** The links that are good for something, or were used. */
    private static Stream<TokenDigest> links(Subscriber subscriber) {
        return switch (subscriber) {
            case Subscriber.Pending request -> request.links().stream();
            case Subscriber.Applied applicant -> Stream.of(applicant.consent().link());
            case Subscriber.Confirmed member when member.consent() instanceof Consent.DoubleOptIn optIn ->
                Stream.of(optIn.link());
            case Subscriber.Confirmed _ -> Stream.of();
            case Subscriber.Gone _ -> Stream.of();
        };
    }

    /** The link in a mail to that person. */
    private static Stream<TokenDigest> quoted(String token, SubscriberId person) {
        return Stream.concat(
                ConfirmationToken.parse(token).stream().filter(link -> link.subscriber().equals(person))
                        .map(ConfirmationToken::digest),
                JointToken.parse(token).stream().filter(link -> link.subscriber().equals(person))
                        .map(JointToken::digest));
    }

    private Outcome outcome(List<Confirm.Outcome> outcomes, Origin origin) {
        if (outcomes.stream().anyMatch(Confirm.Outcome.Proven.class::isInstance)) {
            return Outcome.CONFIRMED;
        }
        var expired = outcomes.stream().filter(Confirm.Outcome.Expired.class::isInstance)
                .map(Confirm.Outcome.Expired.class::cast).toList();
        return fresh.ask(expired, origin.at()) ? Outcome.FRESH_LINK : Outcome.NOTHING;
    }
}
