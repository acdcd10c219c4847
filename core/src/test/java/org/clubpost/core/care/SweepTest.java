package org.clubpost.core.care;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.junit.jupiter.api.Test;

class SweepTest {

    private final MailingList list = SampleLists.aList();
    private final FixedClock clock = new FixedClock();
    private final InMemoryPosts posts = new InMemoryPosts();
    private final List<PostId> letGo = new ArrayList<>();
    private final List<PostId> takenUp = new ArrayList<>();
    private final Sweep sweep = new Sweep(new InMemoryLists(list), posts, new Sweep.HeldPosts() {

        @Override
        public void letGo(MailingList of, Post post) {
            letGo.add(post.id());
        }

        @Override
        public void takeUp(Post post) {
            takenUp.add(post.id());
        }
    }, clock);

    private PostId post(PostState state) {
        var post = SamplePosts.aPost(list.id(), clock.instant());
        posts.create(post.with(state));
        return post.id();
    }

    @Test
    void postWhoseTimeIsOverIsLetGoWhetherPeopleWereToldOrNot() {
        var told = post(SamplePosts.held("x").asTold());
        var untold = post(SamplePosts.held("x"));
        clock.advance(Duration.ofDays(14));

        assertEquals(2, sweep.sweep());
        assertEquals(List.of(told, untold).stream().sorted().toList(), letGo.stream().sorted().toList());
        assertEquals(List.of(), takenUp);
    }

    @Test
    void postOfWhichNobodyWasToldIsTakenUp() {
        var untold = post(SamplePosts.held("x"));
        post(SamplePosts.held("x").asTold());
        post(new PostState.Received());

        assertEquals(1, sweep.sweep());
        assertEquals(List.of(untold), takenUp);
        assertEquals(List.of(), letGo);
    }

    @Test
    void whatIsVeryOldIsNotLookedAt() {
        post(SamplePosts.held("x"));
        clock.advance(Duration.ofDays(56));

        assertEquals(0, sweep.sweep());
    }
}
