package org.clubpost.core.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.Moderate.Outcome;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.owners.DecisionLinks;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

class DropTest {

    private static final Actor OWNER = new Actor.Owner(EmailAddress.of("owner@club.example"));
    private static final MailingList OTHER = MailingList.create(new ListId("other"), Desk.LIST.domain(), "Other",
            List.of(EmailAddress.of("owner@club.example")));
    private final Desk desk = new Desk();
    private final Drop drop = new Drop(desk.posts, desk.clock);
    private final Post post = desk.received();

    private PostState now() {
        return desk.posts.find(post.id()).orElseThrow().state();
    }

    @Test
    void heldPostIsDroppedAndLoggedAndItsAuthorHearsNothing() {
        desk.hold(post);

        assertEquals(new Answer.Allowed<>(true), drop.drop(OWNER, Desk.LIST, post.id()));

        assertEquals(new PostState.Discarded(Reason.of(Reason.Cause.DROPPED_BY_OWNERS)), now());
        assertEquals(List.of(Act.POST_DROPPED), desk.log.of(Desk.LIST.id(), Optional.empty(), 9, desk.clock.instant())
                .stream().map(LogEntry::act).toList());
        assertTrue(desk.notices.sent(PostNotice.PostRejected.class).isEmpty());
    }

    /** Whose mail it is comes first, and what nobody decided about in time is let go of another way. */
    @Test
    void postThatWaitsForItsAuthorOrWhoseTimeIsOverIsNotDropped() {
        var until = desk.clock.instant().plusSeconds(60);
        for (var who : PostState.Held.Decider.values()) {
            var held = new PostState.Held(Reason.of(Reason.Cause.SPAM), who, List.of(), true, until);
            desk.posts.replace(desk.posts.find(post.id()).orElseThrow(), post.with(held));
            if (who == PostState.Held.Decider.OWNERS) {
                desk.clock.set(until);
            }

            assertEquals(new Answer.Allowed<>(false), drop.drop(OWNER, Desk.LIST, post.id()), who::name);
            assertEquals(held, now());
        }
    }

    @Test
    void secondDecisionChangesNothing() {
        desk.hold(post);
        drop.drop(OWNER, Desk.LIST, post.id());

        assertEquals(new Answer.Allowed<>(false), drop.drop(OWNER, Desk.LIST, post.id()));
        assertEquals(1, desk.log.of(Desk.LIST.id(), Optional.empty(), 9, desk.clock.instant()).size());
    }

    @Test
    void postOfAnotherListIsNotThere() {
        desk.hold(post);

        assertEquals(new Answer.Allowed<>(false), drop.drop(OWNER, OTHER, post.id()));
        assertTrue(now() instanceof PostState.Held);
    }

    @Test
    void strangerMayNot() {
        desk.hold(post);

        assertEquals(new Answer.Denied<>(Permission.DECIDE_POSTS),
                drop.drop(new Actor.Owner(EmailAddress.of("sam@stranger.example")), Desk.LIST, post.id()));
        assertTrue(now() instanceof PostState.Held);
    }

    @Test
    void roleForOneListSendsNoPostOfAnother() {
        desk.hold(post);
        var links = new DecisionLinks(
                SampleSubscribers.IDS, SampleLinks.LINKS);

        var answer = desk.moderate().decide(OWNER, OTHER, links.send(post.id()), "");

        assertEquals(new Answer.Allowed<>(new Outcome.Invalid()), answer);
        assertTrue(now() instanceof PostState.Held);
    }
}
