package org.clubpost.core.post;

import java.time.Instant;

/** How far a post has come. Reasons are sentences for people. */
public sealed interface PostState {

    /** It was taken in and not judged yet, or a fault stopped that; it is judged when the event comes again. */
    record Received() implements PostState {}

    /**
     * It waits for a person.
     *
     * @param reason for what
     */
    record Held(String reason) implements PostState {}

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
