package org.clubpost.cli.posts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.store.InMemoryMailStore;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final ListId NEWS = new ListId("news");

    private final FixedClock clock = new FixedClock();
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryMailStore mails = new InMemoryMailStore(clock);
    private final Backlog backlog = new Backlog(posts, mails);

    private MailKey mail(String id) {
        var key = MailKey.inbound(NEWS, id);
        mails.put(key, MailContent.of("Subject: Hello\r\n\r\n".getBytes(US_ASCII)));
        return key;
    }

    private Post post(MailKey mail, PostState state) {
        var post = Post.unread(PostId.of(clock.instant(), mail), NEWS, mail).with(state);
        posts.create(post);
        return post;
    }

    private List<Backlog.Mail> found() {
        try (var found = backlog.of(NEWS, clock.instant())) {
            return found.toList();
        }
    }

    @Test
    void mailWithoutAPostAndOneThatStayedReceivedAreFound() {
        var without = mail("a");
        var stayed = mail("b");
        var post = post(stayed, new PostState.Received());
        post(mail("c"), SamplePosts.held("x"));
        mail("AMAZON_SES_SETUP_NOTIFICATION");
        clock.advance(Duration.ofMinutes(15));
        post(mail("d"), new PostState.Received());

        assertEquals(List.of(new Backlog.Mail(without, Optional.empty()),
                new Backlog.Mail(stayed, Optional.of(post))), found());
    }

    @Test
    void mailThatWasStoredAgainCountsAsTakenInOnceOneOfItsPostsWas() {
        var mail = mail("a");
        post(mail, SamplePosts.held("x"));
        clock.advance(Duration.ofHours(1));
        post(mail, new PostState.Received());
        clock.advance(Duration.ofHours(1));

        assertEquals(List.of(), found());
    }
}
