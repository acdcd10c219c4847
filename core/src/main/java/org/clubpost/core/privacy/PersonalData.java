package org.clubpost.core.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.feedback.CameBack;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.SignUpRequest;

/**
 * What is stored about one person, over all lists.
 *
 * @param made when it was read
 * @param key the person's key
 * @param lists the lists on which something is stored
 */
public record PersonalData(Instant made, SubscriberId key, List<OnList> lists) {

    /**
     * What is stored about the person on one list.
     *
     * @param list the list
     * @param subscriber how they stand there
     * @param request the request to join that waits for its answer
     * @param posts the posts that name them, newest first
     * @param isWhole false when older posts were not looked at, because there are too many
     * @param history what happened to them, oldest first
     * @param words the very words that they were shown before they agreed, by SHA-256; those that were never kept are
     *         missing
     * @param cameBack the mails to them that came back lately, oldest first
     * @param texts what owners keep about the person
     */
    public record OnList(MailingList list, Optional<Subscriber> subscriber, Optional<SignUpRequest> request,
            List<Named> posts, boolean isWhole, List<LogEntry> history, Map<String, String> words,
            List<CameBack> cameBack, List<MemberText> texts) {

        /** Without a history, without words, and when no mail came back. */
        public OnList(MailingList list, Optional<Subscriber> subscriber, Optional<SignUpRequest> request,
                List<Named> posts, boolean isWhole) {
            this(list, subscriber, request, posts, isWhole, List.of(), Map.of(), List.of(), List.of());
        }

        /** Copies the posts, the history and the words. */
        public OnList {
            posts = List.copyOf(posts);
            history = List.copyOf(history);
            words = Map.copyOf(words);
            cameBack = List.copyOf(cameBack);
            texts = List.copyOf(texts);
        }

        /** Whether nothing is stored. */
        boolean isEmpty() {
            return subscriber.isEmpty() && request.isEmpty() && posts.isEmpty() && history.isEmpty()
                    && cameBack.isEmpty() && texts.isEmpty();
        }
    }

    /**
     * A post that names the person.
     *
     * @param post the post
     * @param part as what
     * @param failure why they did not get it, if that is so
     */
    public record Named(Post post, Part part, Optional<Failure> failure) {

        /** As what a post names a person. */
        public enum Part {
            /** As its author. */
            AUTHOR,
            /** In To or Cc. */
            ADDRESSED,
            /** As a member who did not get it. */
            MEMBER
        }
    }

    /** Copies the lists. */
    public PersonalData {
        lists = List.copyOf(lists);
    }
}
