package org.clubpost.core.moderation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.care.CancelLinks;
import org.clubpost.core.care.Control;
import org.clubpost.core.care.Sweep;
import org.clubpost.core.care.Tell;
import org.clubpost.core.delivery.CollectingQueue;
import org.clubpost.core.delivery.Plan;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.limit.InMemoryRecentMails;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.People;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.owners.DecisionLinks;
import org.clubpost.core.owners.InMemoryGatheredNews;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.post.InMemorySeenMails;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.SampleSubscribers;

/**
 * A list with two owners, and posts whose mails need not be read: each test says what is in them and what comes of
 * sending them.
 */
final class Desk {

    static final MailingList LIST = SampleLists.aList().with(new People(
            List.of(EmailAddress.of("owner@club.example"), EmailAddress.of("second@club.example")), List.of()));
    static final EmailAddress SAM = EmailAddress.of("sam@stranger.example");
    static final HoldForOwners.Writer NOBODY = new HoldForOwners.Writer(Owners.Sender.UNPROVEN, Optional.empty());
    static final Reason REASON = Reason.of(Reason.Cause.MAY_NOT_POST);

    final FixedClock clock = new FixedClock();
    final InMemoryLists lists = new InMemoryLists(LIST);
    final InMemoryActLog log = new InMemoryActLog();
    final InMemoryPosts posts = new InMemoryPosts(log, clock);
    final InMemoryRanges ranges = new InMemoryRanges(posts);
    final CollectingQueue queue = new CollectingQueue();
    final CollectingNotices notices = new CollectingNotices();
    final Mails mails = new Mails();
    final CancelLinks cancelLinks = new CancelLinks(SampleSubscribers.IDS, SampleLinks.LINKS);
    private final InMemorySeenMails seen = new InMemorySeenMails();
    private final InMemoryRecentMails recent = new InMemoryRecentMails();
    final InMemoryGatheredNews gathered = new InMemoryGatheredNews();
    private final InMemoryRateLimits limits = new InMemoryRateLimits();
    private final Secrets secrets = new Secrets(SampleSubscribers.IDS, SampleLinks.LINKS, new Random(1));
    private final Tell.Way way = new Tell.Way(notices, limits, cancelLinks,
            new Owners(notices, limits, gathered, clock));

    /** The port, played by hand. */
    static final class Mails implements HeldMails {

        private final Map<PostId, List<EmailAddress>> proven = new HashMap<>();
        private Supplier<Release> release = Release.Sent::new;
        final List<PostId> takenUp = new ArrayList<>();

        /** The mail of that post lies in the store, of an author who is proven, or of nobody. */
        void put(Post post, EmailAddress... author) {
            proven.put(post.id(), List.of(author));
        }

        /** The mail of that post is gone. */
        void remove(Post post) {
            proven.remove(post.id());
        }

        /** What becomes of a mail that is let go on. */
        void answer(Supplier<Release> answer) {
            release = answer;
        }

        /** What comes of it is played by hand, too. */
        @Override
        public HeldMails by(Deed deed) {
            return this;
        }

        @Override
        public Optional<HeldMail> read(MailingList list, Post post) {
            return Optional.ofNullable(proven.get(post.id())).map(author -> new Mail(Desk.read(post), author, release));
        }

        @Override
        public void takeUp(Post post) {
            takenUp.add(post.id());
        }

        private record Mail(ReadPost post, List<EmailAddress> author, Supplier<Release> answer) implements HeldMail {

            @Override
            public Optional<EmailAddress> provenAuthor() {
                return author.stream().findFirst();
            }

            @Override
            public Release release() {
                return answer.get();
            }

            @Override
            public Release confirm() {
                return answer.get();
            }
        }
    }

    static ReadPost read(Post post) {
        return new ReadPost(LIST, post, new Post.Headline("Sam <sam@stranger.example>", "Chess sets", 1234), "<1@x>");
    }

    private static ForwardedMail forwarded() {
        return new ForwardedMail("Sam", "Chess sets", MailContent.of("mail".getBytes(US_ASCII)));
    }

    /** A post that was just taken in. */
    Post received() {
        var post = SamplePosts.aPost(LIST.id(), clock.instant());
        posts.create(post);
        return post;
    }

    Post now(Post post) {
        return posts.find(post.id()).orElseThrow();
    }

    PostState state(Post post) {
        return now(post).state();
    }

    Post in(Post post, PostState state) {
        posts.replace(post, post.with(state));
        return now(post);
    }

    boolean hold(Post post) {
        return hold(post, NOBODY);
    }

    boolean hold(Post post, HoldForOwners.Writer writer) {
        return new HoldForOwners(posts, seen, way, secrets, clock).hold(read(post), REASON, writer, Desk::forwarded);
    }

    AskAuthor.Outcome ask(Post post) {
        return new AskAuthor(posts, seen, new Unanswered(recent), way, secrets, clock).ask(read(post), SAM);
    }

    Reject reject() {
        return new Reject(posts, seen, way, secrets, clock);
    }

    Moderate moderate() {
        return new Moderate(new Moderate.Ports(lists, posts, mails,
                new DecisionLinks(SampleSubscribers.IDS, SampleLinks.LINKS)),
                new Plan(lists, posts, ranges, queue), reject(),
                new TakeBack(new Control(posts, ranges, clock), cancelLinks), clock);
    }

    Moderate.Outcome press(URI link) {
        return moderate().decide(SampleLinks.token(link), "");
    }

    Moderate.Outcome look(URI link) {
        return moderate().look(SampleLinks.token(link));
    }

    int sweep() {
        return new Sweep(lists, posts, new Expiry(posts, mails, way.owners(), reject()), clock).sweep();
    }
}
