package org.clubpost.core.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.store.MailKey;

/** How far a post has come. */
public sealed interface PostState {

    /** It was taken in and not judged yet, or a fault stopped that; it is judged when the event comes again. */
    record Received() implements PostState {}

    /**
     * It waits for a person.
     *
     * @param reason for what
     * @param decider who has to decide
     * @param links the links that decide it, newest last, at most {@value #MAX_LINKS}
     * @param told whether the mails with those links were handed over; false only between the two
     * @param until when nobody has decided by then, it is discarded
     */
    record Held(Reason reason, Decider decider, List<TokenDigest> links, boolean told,
            Instant until) implements PostState {

        /** How many links can be good for one post: those of three rounds of mails, when the first two broke off. */
        public static final int MAX_LINKS = 6;

        /** Who has to decide about a post that waits. */
        public enum Decider {
            /** The owners of the list. */
            OWNERS,
            /** Its author, who has to say that it is theirs. */
            AUTHOR
        }

        /** Copies the links. */
        public Held {
            links = List.copyOf(links);
        }

        /** Waiting with these links as well, without the oldest when they are too many. */
        public Held with(List<TokenDigest> more) {
            var all = new ArrayList<>(links);
            all.addAll(more);
            return new Held(reason, decider, all.subList(Math.max(0, all.size() - MAX_LINKS), all.size()), told, until);
        }

        /** Waiting, and those who have to decide know it. */
        public Held asTold() {
            return new Held(reason, decider, links, true, until);
        }

        /** Waiting for that one link only, which was used; for a new reason. */
        public Held claimed(TokenDigest link, Reason why) {
            return new Held(why, decider, List.of(link), told, until);
        }
    }

    /**
     * It will not be distributed, and its author was told.
     *
     * @param reason why
     */
    record Rejected(Reason reason) implements PostState {}

    /**
     * It will not be distributed, and nobody was told, because there is nobody to tell, or telling would hit a
     * stranger. The mail is kept.
     *
     * @param reason why
     */
    record Discarded(Reason reason) implements PostState {}

    /**
     * It is ready, and goes out at its time unless somebody stops it before.
     *
     * @param prepared where the prepared mail lies
     * @param why what it waits for
     * @param until when it goes out
     * @param cancel the links that stop it, of which its author was told; empty as long as nobody was
     */
    record Waiting(MailKey prepared, Why why, Instant until, List<TokenDigest> cancel) implements PostState {

        /** What a post waits for. */
        public enum Why {
            /** Its author can still take it back. */
            UNDO,
            /** The time that its author chose. */
            SEND_AT,
            /** The end of the list's quiet hours. */
            QUIET_HOURS
        }

        /** Copies the links. */
        public Waiting {
            cancel = List.copyOf(cancel);
        }

        /** The same, and its author knows that link. */
        public Waiting asTold(TokenDigest link) {
            return new Waiting(prepared, why, until, List.of(link));
        }
    }

    /**
     * It is going out.
     *
     * @param prepared where the prepared mail lies
     * @param ranges into how many ranges the members were cut
     * @param since when it was planned, or somebody last had it tried again
     */
    record Sending(MailKey prepared, int ranges, Instant since) implements PostState {}

    /**
     * Somebody stopped it in the middle, for as long as they like.
     *
     * @param sending what it goes on as
     * @param at when
     */
    record Paused(Sending sending, Instant at) implements PostState {}

    /**
     * It cannot go on at the moment, and does so by itself.
     *
     * @param sending what it goes on as
     * @param cause what it waits for
     * @param reason why
     * @param until when it is tried again
     * @param told whether those were told who have to act
     */
    record Parked(Sending sending, Cause cause, Reason reason, Instant until, boolean told) implements PostState {

        /** What a post waits for that goes on by itself. */
        public enum Cause {
            /** The provider's quota of 24 hours is spent. */
            DAY_SPENT,
            /** The provider takes nothing of us until somebody acts. */
            BLOCKED,
            /** A part of it failed again and again, for a reason of ours. */
            FAULT
        }

        /** Whether a person has to be told of it who was not. */
        public boolean isNews() {
            return !told && (cause == Cause.BLOCKED || cause == Cause.FAULT);
        }

        /** The same, and those who have to act know it. */
        public Parked asTold() {
            return new Parked(sending, cause, reason, until, true);
        }
    }

    /**
     * It is to go on, and no worker has taken it up yet.
     *
     * @param sending what it goes on as
     * @param until when messages for the workers are queued again, should none of them have taken it up by then
     */
    record Resumed(Sending sending, Instant until) implements PostState {}

    /**
     * Somebody stopped it for good.
     *
     * @param tally how many had got it by then, and how many had not although they were tried; once it is reported,
     *         with the copies that were under way then
     * @param at when
     * @param reported whether its author was told, where the list wants that
     */
    record Cancelled(Tally tally, Instant at, boolean reported) implements PostState {

        /** The same, with what is known by now, and its author knows it. */
        public Cancelled asReported(Tally later) {
            return new Cancelled(later, at, true);
        }
    }

    /**
     * Every range is finished.
     *
     * @param tally how many got it and how many did not
     * @param since when it was planned, or somebody last had it tried again
     * @param at when the last range was finished
     * @param reported whether its author was told, where the list wants that
     */
    record Done(Tally tally, Instant since, Instant at, boolean reported) implements PostState {

        /** The same, and its author knows it. */
        public Done asReported() {
            return new Done(tally, since, at, true);
        }
    }

    /** What it goes out as, when workers may work on it: it is sending, or is to send with a worker's next message. */
    default Optional<Sending> goingOut() {
        return switch (this) {
            case Sending sending -> Optional.of(sending);
            case Resumed resumed -> Optional.of(resumed.sending());
            case Received _,Held _,Rejected _,Discarded _,Waiting _,Paused _,Parked _,Cancelled _,Done _ ->
                Optional.empty();
        };
    }

    /** Whether there is nothing left that happens to it by itself or that somebody has to decide. */
    default boolean isSettled() {
        return switch (this) {
            case Rejected _,Discarded _ -> true;
            case Cancelled cancelled -> cancelled.reported();
            case Done done -> done.reported();
            case Received _,Held _,Waiting _,Sending _,Paused _,Parked _,Resumed _ -> false;
        };
    }
}
