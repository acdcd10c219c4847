package org.clubpost.core.list;

/**
 * What a list takes in.
 *
 * @param policy who may post
 * @param maxBytes the largest mail accepted as a post, in octets as received
 * @param screening what else is checked
 */
public record Posting(PostingPolicy policy, long maxBytes, Screening screening) {

    /** With the usual screening. */
    public Posting(PostingPolicy policy, long maxBytes) {
        this(policy, maxBytes, Screening.DEFAULT);
    }

    /** With another choice of who may post. */
    public Posting withPolicy(PostingPolicy changed) {
        return new Posting(changed, maxBytes, screening);
    }

    /** With another size for the largest mail. */
    public Posting withMaxBytes(long changed) {
        return new Posting(policy, changed, screening);
    }

    /** With another screening. */
    public Posting withScreening(Screening changed) {
        return new Posting(policy, maxBytes, changed);
    }
}
