package org.clubpost.local.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.clubpost.core.FixedClock;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.privacy.Retention;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OldMailsTest {

    private static final ListId NEWS = new ListId("news");
    private static final MailKey INBOUND = new MailKey("inbound/news/ab12");
    private static final Duration LIFETIME = Duration.ofDays(90);

    @TempDir
    private Path root;
    private final FixedClock clock = new FixedClock();
    private final InMemoryPosts posts = new InMemoryPosts();
    private FileMails mails;

    @BeforeEach
    void open() {
        mails = new FileMails(root);
    }

    private void store(MailKey key, Instant at) throws IOException {
        mails.put(key, MailContent.of(new byte[1]));
        Files.setLastModifiedTime(MailPaths.of(key, root), FileTime.from(at));
    }

    private int sweep(List<MailKey> owed) {
        var needed = new NeededMails(new InMemoryLists(SampleLists.aList(NEWS)), posts, () -> owed);
        return new OldMails(mails, needed, clock).sweep();
    }

    @Test
    void mailIsDeletedWhenItsTimeIsOverAndNotBefore() throws IOException {
        store(INBOUND, clock.instant().minus(LIFETIME));
        store(new MailKey("prepared/0a"), clock.instant().minus(LIFETIME));

        var tooEarly = sweep(List.of());
        clock.advance(Duration.ofMillis(1));
        var inTime = sweep(List.of());

        assertEquals(0, tooEarly);
        assertEquals(2, inTime);
        assertTrue(mails.find(INBOUND).isEmpty());
    }

    @Test
    void mailsOfAPostThatIsNotSettledStay() throws IOException {
        var post = Post.unread(PostId.of(clock.instant(), INBOUND), NEWS, INBOUND);
        posts.create(post);
        for (var key : Set.of(INBOUND, post.id().preparedMail(), new MailKey("inbound/news/other"))) {
            store(key, clock.instant().minus(LIFETIME).minusMillis(1));
        }

        var deleted = sweep(List.of());

        assertEquals(1, deleted);
        assertTrue(mails.find(INBOUND).isPresent());
        assertTrue(mails.find(post.id().preparedMail()).isPresent());
    }

    @Test
    void mailThatWasNotTakenInYetStays() throws IOException {
        store(INBOUND, clock.instant().minus(LIFETIME).minusMillis(1));

        assertEquals(0, sweep(List.of(INBOUND)));
    }

    @Test
    void whatAKilledWriterLeftIsDeletedAfterAnHour() throws IOException {
        store(INBOUND, clock.instant());
        var leftover = Files.createFile(root.resolve("inbound/news/.writing~0123456789abcdef"));
        Files.setLastModifiedTime(leftover, FileTime.from(clock.instant().minus(Duration.ofHours(1))));

        sweep(List.of());
        var wasThere = Files.exists(leftover);
        clock.advance(Duration.ofMillis(1));
        sweep(List.of());

        assertTrue(wasThere);
        assertFalse(Files.exists(leftover));
    }

    @Test
    void mailsGoWhenThePageAboutPrivacySaysSo() {
        assertEquals(Retention.MAILS.toDays(), OldMails.LIFETIME_DAYS);
    }
}
