package org.clubpost.core.post;

import org.clubpost.core.list.ListId;

/**
 * One mail to a list.
 *
 * @param id its id
 * @param list the list
 * @param mail where the mail lies as it came
 * @param headline what a listing shows of it
 * @param state how far it has come
 */
public record Post(PostId id, ListId list, MailKey mail, Headline headline, PostState state) {

    /** What a listing shows before the mail has been read. */
    public static final Headline UNREAD = new Headline("", "", 0);

    /**
     * What a listing shows of a post.
     *
     * @param author the author as the From field has it, decoded, one line; empty when there is none
     * @param subject the subject, decoded, one line, at most 200 characters; empty when there is none
     * @param sizeBytes the mail's size in octets as received
     */
    public record Headline(String author, String subject, long sizeBytes) {

        /** Says what this is, and nothing of the mail. */
        @Override
        public String toString() {
            return "Headline[" + sizeBytes + " octets]";
        }
    }

    /** This post in another state. */
    public Post with(PostState changed) {
        return new Post(id, list, mail, headline, changed);
    }

    /** This post with another headline. */
    public Post with(Headline changed) {
        return new Post(id, list, mail, changed, state);
    }
}
