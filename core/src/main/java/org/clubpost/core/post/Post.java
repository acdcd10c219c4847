package org.clubpost.core.post;

import java.util.List;
import java.util.Set;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.ListId;
import org.clubpost.core.reason.Reason.Cause;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailKey;

/**
 * One mail to a list.
 *
 * @param id its id
 * @param list the list
 * @param mail where the mail lies as it came
 * @param headline what a listing shows of it
 * @param parties who wrote it, and whom it is for
 * @param state how far it has come
 */
public record Post(PostId id, ListId list, MailKey mail, Headline headline, Parties parties, PostState state) {

    /** What a listing shows before the mail has been read. */
    public static final Headline UNREAD = new Headline("", "", 0);

    /** Why a mail lies with a list's and is none of it. */
    private static final Set<Cause> OF_OTHERS = Set.of(Cause.FOR_OPERATOR, Cause.FOR_OPERATOR_KEPT,
            Cause.FOR_ANOTHER_LIST);

    /**
     * What a listing shows of a post.
     *
     * @param author the author as the From field has it, decoded, one line; empty when there is none
     * @param subject the subject, decoded, one line, at most 200 characters; empty when there is none
     * @param sizeBytes the mail's size in octets as received
     */
    public record Headline(String author, String subject, long sizeBytes) {

        /** Says what this is, but nothing of the mail. */
        @Override
        public String toString() {
            return "Headline[" + sizeBytes + " octets]";
        }
    }

    /**
     * Who wrote a post, whom it is for, and who else it was addressed to.
     *
     * @param authors the keys that its authors have if they are members
     * @param addressed the keys that those in To and Cc have if they are members
     * @param poster the author whose address is proven, who is told what became of the post; nobody, or one
     * @param audience which of the list's members it is for
     */
    public record Parties(Set<SubscriberId> authors, Set<SubscriberId> addressed, List<EmailAddress> poster,
            Audience audience) {

        /** What is known before the mail has been read. */
        public static final Parties UNKNOWN = new Parties(Set.of(), Set.of(), List.of());

        /** The parties of a post for everyone. */
        public Parties(Set<SubscriberId> authors, Set<SubscriberId> addressed, List<EmailAddress> poster) {
            this(authors, addressed, poster, Audience.everyone());
        }

        /** Copies the keys. */
        public Parties {
            authors = Set.copyOf(authors);
            addressed = Set.copyOf(addressed);
            poster = List.copyOf(poster);
        }

        /** The same, for other members. */
        public Parties with(Audience changed) {
            return new Parties(authors, addressed, poster, changed);
        }

        /** Says what this is, but names nobody. */
        @Override
        public String toString() {
            return "Parties[" + authors.size() + " authors, " + addressed.size() + " addressed]";
        }
    }

    /** A post whose mail has not been read. */
    public static Post unread(PostId id, ListId list, MailKey mail) {
        return new Post(id, list, mail, UNREAD, Parties.UNKNOWN, new PostState.Received());
    }

    /** Whether its mail has been read, and what was read of it is stored. */
    public boolean isRead() {
        return !headline.equals(UNREAD);
    }

    /**
     * What those who run the list see of its headline: nothing but the size of a mail to the domain or to another list, which
     * is none of their business.
     */
    public Headline shownHeadline() {
        return state instanceof PostState.Discarded(var reason) && OF_OTHERS.contains(reason.cause())
                ? new Headline("", "", headline.sizeBytes())
                : headline;
    }

    /** This post in another state. */
    public Post with(PostState changed) {
        return new Post(id, list, mail, headline, parties, changed);
    }

    /** This post with another headline. */
    public Post with(Headline changed) {
        return new Post(id, list, mail, changed, parties, state);
    }

    /** This post with other parties. */
    public Post with(Parties changed) {
        return new Post(id, list, mail, headline, changed, state);
    }
}
