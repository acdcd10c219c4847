package org.clubpost.core.post;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.store.MailKey;

/** How far a post has come. */
public sealed interface PostState {

    /**
     * It came in and has not been judged, perhaps because of a fault. It is judged when the event comes again, unless it
     * is {@linkplain #isSetAside() set aside}.
     *
     * @param failures how often it was tried, and failed for no reason but the mail
     * @param begun when the attempt under way began, in whole seconds; empty when none is
     * @param told whether the owners were told that it is set aside
     */
    record Received(int failures, Optional<Instant> begun, boolean told) implements PostState {

        /** After so many failures it is set aside. */
        public static final int MOST_FAILURES = 3;
        /**
         * An attempt that began longer ago is over, because the process that made it would have been stopped (AWS
         * Lambda: the timeout of two minutes in {@code template.yaml}).
         */
        private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(150);

        /** It has not been tried. */
        public Received() {
            this(0, Optional.empty(), false);
        }

        /**
         * It is set aside: whatever took it in failed on it again and again, for no reason but the mail. It is not
         * tried again before a person wants that.
         */
        public boolean isSetAside() {
            return failures >= MOST_FAILURES;
        }

        /** Why it is set aside. */
        public Reason reason() {
            return Reason.of(Reason.Cause.SET_ASIDE, Integer.toString(failures));
        }

        /** Whether the owners have to be told of it and were not told yet. */
        public boolean isNews() {
            return isSetAside() && !told;
        }

        /**
         * An attempt begins. One that began before and did not end for so long has ended its process, and counts as a
         * failure. One that may be under way still is left alone: both do the same, and one of them ends it.
         */
        public Received begun(Instant now) {
            var died = begun.filter(before -> before.plus(LONGEST_ATTEMPT).isBefore(now)).isPresent();
            if (died) {
                return failed().begun(now);
            }
            return begun.isPresent() || isSetAside()
                    ? this
                    : new Received(failures, Optional.of(now.truncatedTo(ChronoUnit.SECONDS)), told);
        }

        /** The attempt failed, and the mail is to blame. */
        public Received failed() {
            return new Received(failures + 1, Optional.empty(), told);
        }

        /** The attempt broke off, and the mail is not to blame. */
        public Received brokenOff() {
            return new Received(failures, Optional.empty(), told);
        }

        /** The same, and the owners know it. */
        public Received asTold() {
            return new Received(failures, begun, true);
        }
    }

    /**
     * It is held until a person decides.
     *
     * @param reason why
     * @param decider who has to decide
     * @param links the links that decide it, newest last, at most {@value #MAX_LINKS}
     * @param told whether the mails with those links were handed over; false only until that is done
     * @param until if nobody has decided by then, it is discarded
     */
    record Held(Reason reason, Decider decider, List<TokenDigest> links, boolean told,
            Instant until) implements PostState {

        /** How many links can be good for one post: those of three rounds of mails, if the first two broke off. */
        public static final int MAX_LINKS = 6;

        /** Who has to decide about a held post. */
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

        /** Whether it waits for them, and its time is not over. */
        public boolean isFor(Decider who, Instant now) {
            return decider == who && now.isBefore(until);
        }

        /** Held with these links as well, and without the oldest ones when there are too many. */
        public Held with(List<TokenDigest> more) {
            var all = new ArrayList<>(links);
            all.addAll(more);
            return new Held(reason, decider, all.subList(Math.max(0, all.size() - MAX_LINKS), all.size()), told, until);
        }

        /** Held, and those who have to decide know it. */
        public Held asTold() {
            return new Held(reason, decider, links, true, until);
        }

        /** Held for another reason. */
        public Held because(Reason why) {
            return new Held(why, decider, links, told, until);
        }

        /** Held for a new reason, with only the one link that was used. */
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
     * It will not be distributed, and nobody was told, because there is nobody to tell, or because the answer could go
     * to a stranger. The mail is kept.
     *
     * @param reason why
     */
    record Discarded(Reason reason) implements PostState {}

    /**
     * It is waiting: it is ready, and goes out at its time unless somebody stops it first.
     *
     * @param prepared where the prepared mail lies
     * @param why what it waits for
     * @param until when it goes out
     * @param cancel the links that stop it, sent to its author; empty until the author was told
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
     * @param ranges the number of ranges that the members were cut into
     * @param since when it was planned, or somebody last had it tried again
     * @param rests how often it has rested because the provider took no more
     */
    record Sending(MailKey prepared, int ranges, Instant since, Rests rests) implements PostState {

        /** It has not rested. */
        public Sending(MailKey prepared, int ranges, Instant since) {
            this(prepared, ranges, since, Rests.NONE);
        }

        /** The same, with so many rests. */
        public Sending with(Rests taken) {
            return new Sending(prepared, ranges, since, taken);
        }
    }

    /**
     * How often in a row a post has rested because the provider took no more, and nobody got it in between.
     *
     * @param number how often, from 0
     * @param sent how many had got it at the last one
     */
    record Rests(int number, long sent) {

        /** It has not rested. */
        public static final Rests NONE = new Rests(0, 0);

        private static final List<Duration> LENGTHS = List.of(Duration.ofHours(1), Duration.ofHours(4),
                Duration.ofHours(24));

        /** One rest more. Whoever got the post since the last one makes this one the first. */
        public Rests next(long sentByNow) {
            return new Rests(sentByNow > sent ? 1 : number + 1, sentByNow);
        }

        /** How long this rest takes; empty when there were enough of them. */
        public Optional<Duration> length() {
            return number > LENGTHS.size() ? Optional.empty() : Optional.of(LENGTHS.get(number - 1));
        }
    }

    /**
     * It is paused: a person stopped it in the middle, for as long as they like.
     *
     * @param sending what it goes on as
     * @param at when
     */
    record Paused(Sending sending, Instant at) implements PostState {}

    /**
     * It is parked: it cannot go on at the moment. It goes on by itself, unless it is {@linkplain #isUndecided() undecided}.
     *
     * @param sending what it goes on as
     * @param cause what it waits for
     * @param reason why
     * @param until when it is tried again, or given up when it is undecided
     * @param told whether those who have to act were told
     */
    record Parked(Sending sending, Cause cause, Reason reason, Instant until, boolean told) implements PostState {

        /** What a parked post has to wait for. */
        public enum Cause {
            /** The provider's quota of 24 hours is spent. */
            DAY_SPENT,
            /** The provider takes no more from us, and does not say until when. */
            LIMITED,
            /** The same, after it was tried again and again: people decide whether it goes on. */
            UNDECIDED,
            /** The provider takes nothing from us until somebody acts. */
            BLOCKED,
            /** A part of it failed again and again, for a reason of ours. */
            FAULT,
            /** Too much of the list's mail came back: a person decides when it goes on. */
            LIST_STOPPED
        }

        /** How long until a post whose list is stopped is looked at, in case it was forgotten when the list went on. */
        private static final Duration WITH_LIST = Duration.ofDays(1);

        /** What a post becomes whose list's mail is stopped. The owners are told of the list and not of each post. */
        public static Parked withList(Sending sending, Instant now) {
            return new Parked(sending, Cause.LIST_STOPPED, Reason.of(Reason.Cause.LIST_STOPPED), now.plus(WITH_LIST),
                    true);
        }

        /** Whether a person has to be told of it and was not told yet. */
        public boolean isNews() {
            return !told && (cause == Cause.BLOCKED || cause == Cause.FAULT || cause == Cause.UNDECIDED);
        }

        /** Whether it goes on only if a person says so. If nobody does by its time, it is stopped. */
        public boolean isUndecided() {
            return cause == Cause.UNDECIDED;
        }

        /** Whether it waits for its whole list. */
        public boolean isWithList() {
            return cause == Cause.LIST_STOPPED;
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
     * @param until when messages for the workers are queued again if none of them has taken it up by then
     */
    record Resumed(Sending sending, Instant until) implements PostState {}

    /**
     * Somebody stopped it for good.
     *
     * @param tally how many had got it by then, and how many had been tried in vain; once it is reported, the copies
     *         that were under way at the stop are included
     * @param at when
     * @param reported whether its author was told, where the list wants that
     */
    record Cancelled(Tally tally, Instant at, boolean reported) implements PostState {

        /** The same, with the tally as known by now, and its author knows it. */
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

    /**
     * What it goes out as, when workers may work on it. It is sending, or begins to send with a worker's next message.
     */
    default Optional<Sending> goingOut() {
        return switch (this) {
            case Sending sending -> Optional.of(sending);
            case Resumed resumed -> Optional.of(resumed.sending());
            case Received _ -> Optional.empty();
            case Held _ -> Optional.empty();
            case Rejected _ -> Optional.empty();
            case Discarded _ -> Optional.empty();
            case Waiting _ -> Optional.empty();
            case Paused _ -> Optional.empty();
            case Parked _ -> Optional.empty();
            case Cancelled _ -> Optional.empty();
            case Done _ -> Optional.empty();
        };
    }

    /** Whether nothing more happens to it by itself and nobody has to decide about it. */
    default boolean isSettled() {
        return switch (this) {
            case Rejected _,Discarded _ -> true;
            case Cancelled cancelled -> cancelled.reported();
            case Done done -> done.reported();
            case Received _ -> false;
            case Held _ -> false;
            case Waiting _ -> false;
            case Sending _ -> false;
            case Paused _ -> false;
            case Parked _ -> false;
            case Resumed _ -> false;
        };
    }
}
