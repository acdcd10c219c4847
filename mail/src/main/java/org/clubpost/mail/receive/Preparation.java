package org.clubpost.mail.receive;

import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostNumbers;
import org.clubpost.core.store.MailContent;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.prepare.ListPreparation;

/** Rewrites a mail once for the whole list. Safe for use by many threads. */
@FunctionalInterface
public interface Preparation {

    /**
     * A prepared mail.
     *
     * @param stored the form in which it is stored; the members' copies are made from it
     * @param copyBytes the least number of octets of a copy, which is less than what is stored for all languages
     */
    record Prepared(MailContent stored, long copyBytes) {}

    /**
     * Rewrites a mail.
     *
     * @param list the list
     * @param post the post that is made of it, with its parties
     * @param mail the mail, read, with the receiving side's block on top
     */
    Prepared prepare(MailingList list, Post post, Entity mail);

    /**
     * The preparation of mails that go out: all steps of {@link org.clubpost.mail.step}, compiled.
     *
     * @param links makes the links
     * @param sentIds knows the ids of earlier copies, which replies refer to
     * @param numbers gives numbers to the posts of lists that number them
     */
    static Preparation rewriting(PublicLinks links, SentIds sentIds, PostNumbers numbers) {
        return rewriting(new ListPreparation(links, sentIds, numbers));
    }

    /** The same by a preparation that knows more. */
    static Preparation rewriting(ListPreparation rewriting) {
        return (list, post, mail) -> {
            var prepared = rewriting.prepare(list, post.id(), post.parties().audience(), mail);
            return new Prepared(prepared.stored(), prepared.render(_ -> "").sizeBytes());
        };
    }
}
