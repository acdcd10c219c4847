package org.clubpost.core.notice;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post.Headline;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.suppression.BounceReason;

/**
 * Tells an owner what has happened lately, in one letter.
 *
 * @param list the list
 * @param recipient the owner
 * @param content what has happened
 */
public record Gathered(MailingList list, EmailAddress recipient, Content content) implements Notice {

    @Override
    public Locale language() {
        return list.profile().language();
    }

    @Override
    public List<ForwardedMail> brings() {
        return Stream.of(content.stillHeld().stream().map(Waiting::mail), content.held().stream().map(Waiting::mail),
                content.mails().stream()).flatMap(Function.identity()).map(Mail::mail).toList();
    }

    /**
     * A mail that somebody wrote.
     *
     * @param at when it came in
     * @param mail what it says of itself
     */
    public record Mail(Instant at, ForwardedMail mail) {}

    /**
     * A mail about which the owner can decide.
     *
     * @param mail the mail
     * @param reason why it is held
     * @param audience whom it would go to
     * @param send the page on which to send it
     * @param refuse the page on which to refuse it
     * @param until how long the owners have
     */
    public record Waiting(Mail mail, Reason reason, Audience audience, URI send, URI refuse, Instant until) {}

    /**
     * Somebody who left.
     *
     * @param person who
     * @param reason why, if they said it
     */
    public record Leaver(Person person, Optional<LeaveReason> reason) {}

    /**
     * Somebody about whom the owner can decide.
     *
     * @param person who asks to join
     * @param since since when
     * @param letIn the page on which to let them in
     * @param refuse the page on which to refuse them
     */
    public record Applicant(Person person, Instant since, URI letIn, URI refuse) {}

    /**
     * A member whose mail came back, or who complained.
     *
     * @param person who
     * @param what what became of it
     * @param reason why mail came back
     */
    public record Fate(Person person, What what, Optional<BounceReason> reason) {

        /** What became of it. */
        public enum What {
            /** A mail went out to find out whether mail arrives. */
            DOUBTED,
            /** That mail did not come back. */
            ARRIVES,
            /** The list's mail to them is stopped. */
            STOPPED,
            /** They complained, and the list's mail to them is stopped. */
            COMPLAINED,
            /** They were taken off. */
            GIVEN_UP
        }
    }

    /**
     * What has happened.
     *
     * @param joined who joined
     * @param left who left
     * @param applicants who waits to be let in
     * @param held the mails that wait for a decision
     * @param stillHeld those that have waited for long and are let go soon
     * @param mails the mails to the owners
     * @param expired the mails that were let go because nobody decided
     * @param fates whose mail came back
     */
    public record Content(List<Person> joined, List<Leaver> left, List<Applicant> applicants, List<Waiting> held,
            List<Waiting> stillHeld, List<Mail> mails, List<Headline> expired, List<Fate> fates) {

        /** When nobody's mail came back. */
        public Content(List<Person> joined, List<Leaver> left, List<Applicant> applicants, List<Waiting> held,
                List<Waiting> stillHeld, List<Mail> mails, List<Headline> expired) {
            this(joined, left, applicants, held, stillHeld, mails, expired, List.of());
        }

        /** When nobody left, and nobody waits to be let in. */
        public Content(List<Person> joined, List<Waiting> held, List<Waiting> stillHeld, List<Mail> mails,
                List<Headline> expired) {
            this(joined, List.of(), List.of(), held, stillHeld, mails, expired);
        }

        /** What moderators see of it: the posts that they decide about, and nobody who is or was on the list. */
        public Content forModerators() {
            return new Content(List.of(), List.of(), List.of(), held, stillHeld, List.of(), expired);
        }

        /** Copies the lists. */
        public Content {
            joined = List.copyOf(joined);
            left = List.copyOf(left);
            applicants = List.copyOf(applicants);
            held = List.copyOf(held);
            stillHeld = List.copyOf(stillHeld);
            mails = List.copyOf(mails);
            expired = List.copyOf(expired);
            fates = List.copyOf(fates);
        }

        /** The same, with other links to decide. */
        public Content deciding(UnaryOperator<URI> links) {
            return new Content(joined, left,
                    applicants.stream().map(each -> new Applicant(each.person(), each.since(),
                            links.apply(each.letIn()), links.apply(each.refuse()))).toList(),
                    deciding(held, links), deciding(stillHeld, links), mails, expired, fates);
        }

        private static List<Waiting> deciding(List<Waiting> waiting, UnaryOperator<URI> links) {
            return waiting.stream().map(each -> new Waiting(each.mail(), each.reason(), each.audience(),
                    links.apply(each.send()), links.apply(each.refuse()), each.until())).toList();
        }

        /** Whether nothing has happened. */
        public boolean isEmpty() {
            return joined.isEmpty() && left.isEmpty() && applicants.isEmpty() && held.isEmpty()
                    && stillHeld.isEmpty() && mails.isEmpty()
                    && expired.isEmpty() && fates.isEmpty();
        }
    }
}
