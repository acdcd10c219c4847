package org.clubpost.core.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.clubpost.core.link.TokenDigest;

/** How far a post has come. Reasons are sentences for people. */
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
    record Held(String reason, Decider decider, List<TokenDigest> links, boolean told,
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
        public Held claimed(TokenDigest link, String why) {
            return new Held(why, decider, List.of(link), told, until);
        }
    }

    /**
     * It will not be distributed, and its author was told.
     *
     * @param reason why
     */
    record Rejected(String reason) implements PostState {}

    /**
     * It will not be distributed, and nobody was told, because there is nobody to tell, or telling would hit a stranger. The mail is kept.
     *
     * @param reason why
     */
    record Discarded(String reason) implements PostState {}

    /**
     * It is going out.
     *
     * @param prepared where the prepared mail lies
     * @param ranges into how many ranges the members were cut
     * @param since when it was planned
     */
    record Sending(MailKey prepared, int ranges, Instant since) implements PostState {}

    /**
     * Every range is finished.
     *
     * @param tally how many got it and how many did not
     * @param since when it was planned
     * @param at when the last range was finished
     */
    record Done(Tally tally, Instant since, Instant at) implements PostState {}
}
