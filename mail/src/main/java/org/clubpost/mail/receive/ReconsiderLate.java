package org.clubpost.mail.receive;

import java.util.Optional;
import org.clubpost.core.care.Reconsider;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.Discard;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.rule.Judge;
import org.clubpost.mail.rule.Surroundings;
import org.clubpost.mail.rule.Verdict;
import org.clubpost.mail.token.PersonalLinks;

/**
 * Holds a post whose author chose a time for it and may not post any more when it comes, such as an owner who was taken
 * off meanwhile: those who run the list decide. A post that waits for another reason was let through a moment ago, or by
 * somebody who knows who its author is.
 *
 * @param stores the mails and posts
 * @param surroundings what the rules have to know
 * @param carryOut holds posts
 */
record ReconsiderLate(Reception.Stores stores, Surroundings surroundings, CarryOut carryOut) implements Reconsider {

    @Override
    public boolean isStopped(MailingList list, Post post) {
        var reason = objection(list, post);
        return reason.isPresent() && isStopped(list, post, reason.get());
    }

    private Optional<Reason> objection(MailingList list, Post post) {
        return switch (post.state()) {
            case PostState.Waiting waiting when waiting.why() == PostState.Waiting.Why.SEND_AT
                    && !mayPost(list, post) ->
                Optional.of(Reason.of(Reason.Cause.MAY_NOT_POST));
            case PostState.Held held when !held.told() && held.decider() == PostState.Held.Decider.OWNERS ->
                Optional.of(held.reason());
            case PostState.Received _,PostState.Held _,PostState.Rejected _,PostState.Discarded _,PostState.Waiting _,PostState.Sending _,PostState.Paused _,PostState.Parked _,PostState.Resumed _,PostState.Cancelled _,PostState.Done _ ->
                Optional.empty();
        };
    }

    private boolean mayPost(MailingList list, Post post) {
        return post.parties().poster().stream()
                .allMatch(author -> Judge.mayPost(surroundings, list, post.parties().audience(), author));
    }

    private boolean isStopped(MailingList list, Post post, Reason reason) {
        var stored = stores.mails().find(post.mail());
        if (stored.isEmpty()) {
            new Discard(stores.posts()).unread(post, Reason.of(Reason.Cause.MAIL_GONE));
            return true;
        }
        carryOut.carryOut(new Verdict.Hold(reason), ReceivedMail.read(list, post,
                stored.get(), new PersonalLinks(surroundings.links()), stores.lists()));
        return true;
    }
}
