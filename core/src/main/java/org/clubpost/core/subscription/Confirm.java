package org.clubpost.core.subscription;

import java.time.Instant;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteRecorder;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscriber.Subscribers;

/** Makes anyone who follows the link in the confirmation mail a member, or withdraws the request. */
public final class Confirm {

    private final Lists lists;
    private final Subscribers subscribers;
    private final Greeting greeting;
    private final Share share;

    /** What a link is good for at the moment, or what came of using it. */
    public sealed interface Outcome {

        /** By this very link the person has proved that they read the mail, just now or before. */
        sealed interface Proven extends Outcome {}

        /** By this link nobody has proved anything that still counts. */
        sealed interface Unproven extends Outcome {}

        /**
         * There is a request that can be confirmed or withdrawn.
         *
         * @param list the list
         * @param request the request, as this very link was sent for
         */
        record Open(MailingList list, Subscriber.Pending request) implements Unproven {}

        /**
         * The request was confirmed just now.
         *
         * @param list the list
         * @param member the new member
         */
        record Joined(MailingList list, Subscriber.Confirmed member) implements Proven {}

        /**
         * The address was confirmed just now, and the owners decide.
         *
         * @param list the list
         * @param applicant who waits for them
         */
        record Applied(MailingList list, Subscriber.Applied applicant) implements Proven {}

        /**
         * This very link has already been used to confirm, and the owners have not decided.
         *
         * @param list the list
         */
        record AlreadyApplied(MailingList list) implements Proven {}

        /**
         * This very link has already been used to confirm.
         *
         * @param list the list
         */
        record AlreadyJoined(MailingList list) implements Proven {}

        /**
         * The request was withdrawn just now.
         *
         * @param list the list
         */
        record Withdrawn(MailingList list) implements Unproven {}

        /**
         * The time of the link is over, and the request is still known: it can be withdrawn, and a fresh link can be sent
         * ({@link FreshLink}).
         *
         * @param list the list
         * @param request the request, as this very link was sent for
         */
        record Expired(MailingList list, Subscriber.Pending request) implements Unproven {}

        /**
         * The list of the link exists, but there is no request for the link: its time is over for long, it was withdrawn,
         * or it never was ours.
         *
         * @param list the list, so that a way to ask again can be shown
         */
        record Gone(MailingList list) implements Unproven {}

        /** The link is none of ours. */
        record Invalid() implements Unproven {}
    }

    /**
     * Confirms for these ports.
     *
     * @param share who confirms has read the mail, so it counts no more
     */
    public Confirm(Lists lists, Subscribers subscribers, Notices notices, Owners owners, PublicLinks links,
            Share share) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.greeting = new Greeting(subscribers, notices, owners, links);
        this.share = share;
    }

    /** Confirms several lists by one link, with the same ports. */
    public ConfirmJoint joint() {
        return new ConfirmJoint(lists, subscribers, this, share);
    }

    /**
     * Says what the link is good for. Changes nothing, however often it is called.
     *
     * @param token the text from the link
     * @return any outcome but {@link Outcome.Joined}, {@link Outcome.Applied} and {@link Outcome.Withdrawn}
     */
    public Outcome look(String token, Instant now) {
        return find(token).outcome(now);
    }

    /**
     * Confirms the request, greets the new member and tells the owners. Where the owners decide who joins, the person
     * waits for them instead, and they are asked soon after ({@link AskOwners}). May be repeated: what an earlier call
     * left undone is done then, but for the greeting, which that call has a minute for; a task does it after that.
     *
     * @param token the text from the link
     * @param origin the act of pressing the button
     * @return any outcome but {@link Outcome.Open} and {@link Outcome.Withdrawn}
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome confirm(String token, Origin origin) {
        return Attempts.until(subscribers, () -> finish(find(token), origin));
    }

    /** Does what is left to do. Empty when somebody else changed the request in the meantime. */
    Optional<Outcome> finish(Found found, Origin origin) {
        return switch (found) {
            case Found.Request request when request.request().isExpired(origin.at()) ->
                Optional.of(request.outcome(origin.at()));
            case Found.Request request when request.needsApproval() && suppressed(request.request()).isEmpty() ->
                apply(request, origin);
            case Found.Request request -> join(request, origin);
            case Found.Member(var list, var member) -> {
                if (!member.greeted() && isLate(member, origin.at())) {
                    greeting.greet(list, member);
                }
                yield Optional.of(new Outcome.AlreadyJoined(list));
            }
            case Found.Applicant applicant -> Optional.of(applicant.outcome(origin.at()));
            case Found.Nothing(var outcome) -> Optional.of(outcome);
        };
    }

    /** Before, whoever took the confirmation is still about to greet them, and a second press greets nobody twice. */
    private static boolean isLate(Subscriber.Confirmed member, Instant now) {
        return !(member.consent() instanceof Consent.DoubleOptIn given)
                || now.isAfter(given.confirmed().at().plus(NoteRecorder.WELCOME));
    }

    private Optional<Outcome> apply(Found.Request found, Origin origin) {
        var list = found.list();
        var request = found.request();
        var applicant = new Subscriber.Applied(list.id(), request.person(), consent(found, origin), request.past());
        if (!subscribers.replace(found.stored(), applicant)) {
            return Optional.empty();
        }
        share.answered(applicant.person().address(), list.id(), origin.at());
        return Optional.of(new Outcome.Applied(list, applicant));
    }

    private static Consent.DoubleOptIn consent(Found.Request found, Origin origin) {
        var request = found.request();
        return new Consent.DoubleOptIn(request.form(), request.wording(), request.requested(), origin, found.link(),
                request.mail());
    }

    private Optional<Outcome> join(Found.Request found, Origin origin) {
        var request = found.request();
        var list = found.list();
        var consent = consent(found, origin);
        var member = suppressed(request).map(before -> before.again(request.person(), consent))
                .orElseGet(() -> new Subscriber.Confirmed(list.id(), request.person(), consent, origin.at(), false,
                        MemberSettings.DEFAULT, list.groups().of(request.person().address())))
                .after(Forwarding.forwards(request));
        if (!subscribers.replace(found.stored(), member)) {
            return Optional.empty();
        }
        share.answered(member.person().address(), list.id(), origin.at());
        greeting.greet(list, member);
        return Optional.of(new Outcome.Joined(list, member));
    }

    /**
     * The membership that was only not written to: whoever confirms has it again as it was, and nobody has to let them in.
     */
    private static Optional<Subscriber.Suppressed> suppressed(Subscriber.Pending request) {
        return request.past() instanceof Past.FormerMember(var gone) && gone instanceof Subscriber.Suppressed before
                ? Optional.of(before)
                : Optional.empty();
    }

    /**
     * Removes the request with all its links, whoever asked, and nothing that was known before it. This is for people
     * who did not make the request themselves.
     *
     * @param token the text from the link
     * @return {@link Outcome.Withdrawn}, {@link Outcome.AlreadyJoined}, {@link Outcome.AlreadyApplied}, {@link
     *         Outcome.Gone} or {@link Outcome.Invalid}
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome withdraw(String token, Instant now) {
        return Attempts.until(subscribers, () -> switch (find(token)) {
            case Found.Request(_, var list, var stored, var request) -> drop(subscribers, stored, request.past())
                    ? Optional.of(new Outcome.Withdrawn(list))
                    : Optional.empty();
            case Found.Member member -> Optional.of(member.outcome(now));
            case Found.Applicant applicant -> Optional.of(applicant.outcome(now));
            case Found.Nothing(var outcome) -> Optional.of(outcome);
        });
    }

    /**
     * Undoes the request, so that what was known before is known again. False when the subscriber was changed in the
     * meantime.
     */
    static boolean drop(Subscribers subscribers, Stored stored, Past past) {
        return switch (past) {
            case Past.Stranger _ -> subscribers.remove(stored);
            case Past.FormerMember(var gone) -> subscribers.replace(stored, gone);
        };
    }

    /** What a link is good for on one list. */
    sealed interface Found {

        record Request(TokenDigest link, MailingList list, Stored stored,
                Subscriber.Pending request) implements Found {

            /** Whom the owners invited they need not let in. */
            boolean needsApproval() {
                return list.signUp().needsApproval()
                        && Invitation.inviter(request.form(), request.wording()).isEmpty();
            }
        }

        record Member(MailingList list, Subscriber.Confirmed member) implements Found {}

        record Applicant(MailingList list) implements Found {}

        record Nothing(Outcome outcome) implements Found {}

        default Outcome outcome(Instant now) {
            return switch (this) {
                case Request request when request.request().isExpired(now) ->
                    new Outcome.Expired(request.list(), request.request());
                case Request request -> new Outcome.Open(request.list(), request.request());
                case Member member -> new Outcome.AlreadyJoined(member.list());
                case Applicant applicant -> new Outcome.AlreadyApplied(applicant.list());
                case Nothing nothing -> nothing.outcome();
            };
        }
    }

    private Found find(String token) {
        var link = ConfirmationToken.parse(token);
        var list = link.flatMap(known -> lists.find(known.list()));
        if (link.isEmpty() || list.isEmpty()) {
            return new Found.Nothing(new Outcome.Invalid());
        }
        return subscribers.find(link.get().list(), link.get().subscriber())
                .map(stored -> match(link.get().digest(), list.get(), stored))
                .orElseGet(() -> new Found.Nothing(new Outcome.Gone(list.get())));
    }

    /** What the link with that digest is good for, or was until its time was over. */
    static Found match(TokenDigest link, MailingList list, Stored stored) {
        return switch (stored.subscriber()) {
            case Subscriber.Pending request when request.links().contains(link) ->
                new Found.Request(link, list, stored, request.as(link));
            case Subscriber.Confirmed member when member.consent() instanceof Consent.DoubleOptIn optIn
                    && optIn.link().equals(link) ->
                new Found.Member(list, member);
            case Subscriber.Applied applicant when applicant.consent().link().equals(link) ->
                new Found.Applicant(list);
            case Subscriber.Pending _ -> new Found.Nothing(new Outcome.Gone(list));
            case Subscriber.Confirmed _ -> new Found.Nothing(new Outcome.Gone(list));
            case Subscriber.Applied _ -> new Found.Nothing(new Outcome.Gone(list));
            case Subscriber.Gone _ -> new Found.Nothing(new Outcome.Gone(list));
        };
    }
}
