package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.clubpost.core.Attempts;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.consent.KnownWordings;
import org.clubpost.core.consent.Wording;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.JointToken;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.link.ReplyTokens;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.LinkedRequest;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscriber.Subscribers;

/**
 * The mail that answers a request to join. A newcomer gets a link to confirm, and a member is told that nothing needs
 * doing. A request for several lists is answered by one mail with one link, whatever the person is on each of them. When
 * it is sent twice, the links in both mails work, each for what its mail was sent for.
 */
final class SignUpMail {

    private final Subscribers subscribers;
    private final Notices notices;
    private final Wordings wordings;
    private final PublicLinks links;
    private final RandomGenerator random;
    private final ReplyTokens replies;
    private final CountSignUps funnel;

    SignUpMail(Subscribers subscribers, Notices notices, Wordings wordings, PublicLinks links, ReplyTokens replies,
            RandomGenerator random, CountSignUps funnel) {
        this.replies = replies;
        this.funnel = funnel;
        this.subscribers = subscribers;
        this.notices = notices;
        this.wordings = new KnownWordings(wordings);
        this.links = links;
        this.random = random;
    }

    /** Whether these lists know nothing of the person but that somebody asked for them. */
    boolean isToStranger(List<MailingList> lists, SignUpRequest request) {
        return lists.stream().allMatch(list -> subscribers.find(list.id(), request.person()).map(Stored::subscriber)
                .map(known -> known instanceof Subscriber.Pending pending && pending.past() instanceof Past.Stranger)
                .orElse(true));
    }

    /**
     * Stores the request as that of somebody who may confirm it, and sends the mail.
     *
     * @param lists the lists of the request that are still there, at least one
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    void send(List<MailingList> lists, SignUpRequest request, Instant now) {
        var signUp = request.signUp();
        var person = new Person(request.person(), signUp.address(), signUp.name(), signUp.language());
        if (signUp.isJoint()) {
            answer(lists, person, signUp, now);
        } else {
            answer(lists.getFirst(), person, signUp, now);
        }
    }

    private void answer(MailingList list, Person person, SignUp signUp, Instant now) {
        var link = ConfirmationToken.create(list.id(), person.id(), random);
        var request = new JoinNotice.ConfirmationRequest(list, person.address(), person.language(), links.confirm(link),
                links.withdraw(link), list.signUp().confirmWithin(), answer(list, person, link.digest()));
        var invitation = Invitation.inviter(signUp.form(), signUp.wording())
                .map(inviter -> new JoinNotice.Invitation(request, inviter));
        Supplier<String> words = () -> keepWords(
                invitation.map(notices::words).orElseGet(() -> notices.words(request)));
        switch (ask(list, person, signUp, link.digest(), words, now)) {
            case Standing.Asked _ -> notices.send(invitation.<Notice>map(each -> each).orElse(request));
            case Standing.Member(var member) -> notices.send(new JoinNotice.AlreadyMember(list,
                    member.person().address(), person.language(), links.leavePage(list.id(), person.id())));
            case Standing.Waiting _ ->
                notices.send(new JoinNotice.AlreadyApplied(list, person.address(), person.language()));
        }
    }

    private void answer(List<MailingList> lists, Person person, SignUp signUp, Instant now) {
        var asked = new ArrayList<MailingList>();
        var others = new ArrayList<MailingList>();
        for (var list : lists) {
            switch (standing(list, person)) {
                case Standing.Asked _ -> asked.add(list);
                case Standing.Member _ -> others.add(list);
                case Standing.Waiting _ -> others.add(list);
            }
        }
        if (!asked.isEmpty()) {
            askJointly(asked, others, person, signUp, now);
        } else if (!others.isEmpty()) {
            notices.send(new JoinNotice.AlreadyMemberOfAll(others, person.address(), person.language()));
        }
    }

    /**
     * The mail is written first, because its words go on record with each request. Whoever becomes a member at this very
     * moment by another way is asked all the same: the link is then good for the other lists.
     */
    private void askJointly(List<MailingList> asked, List<MailingList> others, Person person, SignUp signUp,
            Instant now) {
        var link = JointToken.create(person.id(), random);
        var request = new JoinNotice.JointConfirmationRequest(asked, others, person.address(), person.language(),
                links.confirm(link), links.withdraw(link), shortest(asked),
                answer(asked.getFirst(), person, link.digest()));
        var words = keepWords(notices.words(request));
        var isAsked = false;
        for (var list : asked) {
            isAsked |= ask(list, person, signUp, link.digest(), () -> words, now) instanceof Standing.Asked;
        }
        if (isAsked) {
            notices.send(request);
        }
    }

    private Optional<EmailAddress> answer(MailingList list, Person person, TokenDigest link) {
        return Optional.of(list.confirmAddress(replies.of(person.id(), link)));
    }

    /** What comes of asking, as far as one can tell before. */
    private Standing standing(MailingList list, Person person) {
        return subscribers.find(list.id(), person.id()).map(Stored::subscriber)
                .map(known -> answered(known).orElseGet(Standing.Asked::new)).orElseGet(Standing.Asked::new);
    }

    /** What somebody is who cannot confirm anything; empty for everybody else. */
    private static Optional<Standing> answered(Subscriber known) {
        return switch (known) {
            case Subscriber.Confirmed member -> Optional.of(new Standing.Member(member));
            case Subscriber.Applied _ -> Optional.of(new Standing.Waiting());
            case Subscriber.Gone _,Subscriber.Pending _ -> Optional.empty();
        };
    }

    private static Duration shortest(List<MailingList> lists) {
        return lists.stream().map(list -> list.signUp().confirmWithin()).min(Duration::compareTo).orElseThrow();
    }

    /** What the person is on a list, now that the request was stored. */
    private sealed interface Standing {

        /** Somebody who may confirm by the link. */
        record Asked() implements Standing {}

        /** A member. */
        record Member(Subscriber.Confirmed member) implements Standing {}

        /** Somebody who has confirmed, and waits for the owners. */
        record Waiting() implements Standing {}
    }

    /**
     * @param words keeps the words of the mail and gives their SHA-256; empty when nobody keeps them
     */
    private Standing ask(MailingList list, Person person, SignUp signUp, TokenDigest link, Supplier<String> words,
            Instant now) {
        return Attempts.until(subscribers, () -> subscribers.find(list.id(), person.id())
                .map(stored -> askKnown(list, stored, person, signUp, link, words, now))
                .orElseGet(() -> asked(list, true, subscribers.create(
                        pending(list, person, signUp, link, words, List.of(), new Past.Stranger(), now)))));
    }

    /** Empty when somebody else changed the subscriber in the meantime. */
    private Optional<Standing> askKnown(MailingList list, Stored stored, Person person, SignUp signUp,
            TokenDigest link, Supplier<String> words, Instant now) {
        return switch (stored.subscriber()) {
            case Subscriber.Confirmed member -> Optional.of(new Standing.Member(member));
            case Subscriber.Applied _ -> Optional.of(new Standing.Waiting());
            case Subscriber.Gone gone -> asked(list, true, subscribers.replace(stored,
                    pending(list, person, signUp, link, words, List.of(), new Past.FormerMember(gone), now)));
            case Subscriber.Pending earlier -> {
                var good = stillGood(earlier, signUp, now);
                yield asked(list, good.isEmpty(), subscribers.replace(stored,
                        pending(list, person, signUp, link, words, good, earlier.past(), now)));
            }
        };
    }

    /** A further link for what was asked for before counts no more. Empty when nothing was written. */
    private Optional<Standing> asked(MailingList list, boolean isAnew, boolean isWritten) {
        if (isWritten && isAnew) {
            funnel.asked(list);
        }
        return isWritten ? Optional.of(new Standing.Asked()) : Optional.empty();
    }

    /**
     * The requests whose links go on to work. Of a request whose time is over, those of whoever has a fresh link sent
     * ({@link FreshLink}): they hold such a link and may use it.
     */
    private static List<LinkedRequest> stillGood(Subscriber.Pending earlier, SignUp signUp, Instant now) {
        return earlier.requests().stream()
                .filter(request -> !earlier.isExpired(now) || request.requested().equals(signUp.origin())).toList();
    }

    /** The time to confirm begins with the mail, which may have waited. */
    private static Subscriber.Pending pending(MailingList list, Person person, SignUp signUp, TokenDigest link,
            Supplier<String> words, List<LinkedRequest> earlier, Past past, Instant now) {
        var links = Subscriber.Pending.adding(earlier.stream().map(LinkedRequest::link).toList(), link);
        return new Subscriber.Pending(list.id(), person, links, signUp.form(), signUp.wording(), signUp.origin(),
                now.plus(list.signUp().confirmWithin()), past, earlier, words.get());
    }

    /** Their SHA-256; empty when nobody keeps them. */
    private String keepWords(Optional<Wording> words) {
        words.ifPresent(wordings::keep);
        return words.map(Wording::digest).orElse("");
    }
}
