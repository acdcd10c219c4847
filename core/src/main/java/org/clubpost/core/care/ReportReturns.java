package org.clubpost.core.care;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.health.CountReturns;
import org.clubpost.core.health.PostCounts;
import org.clubpost.core.health.Returns;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.suppression.Blame;

/**
 * Reports what came back of a post within a day after it had gone out, to those who get its other report. If the post or
 * its sender is to blame, its author and the owners get it in any case, because somebody has to do something about it.
 * Whoever has the report does not get it again.
 */
public final class ReportReturns {

    private static final RateLimits.Limit ONCE = new RateLimits.Limit(RateLimits.Kind.POST_REPORT, 1,
            Duration.ofDays(30));
    /** After this time a report that nobody took is given up. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Ports ports;
    private final Readers readers;
    private final Tell.Way way;
    private final InstantSource clock;

    /**
     * Where it looks.
     *
     * @param lists the lists
     * @param subscribers who is on them
     * @param posts the posts
     * @param returns what came back
     */
    public record Ports(Lists lists, Subscribers subscribers, Posts posts, Returns returns) {}

    /** Reports on these posts. */
    public ReportReturns(Ports ports, Tell.Way way, InstantSource clock) {
        this.ports = ports;
        this.readers = new Readers(ports.subscribers());
        this.way = way;
        this.clock = clock;
    }

    /**
     * Reports on a post of which something came back.
     *
     * @return when to look again, as long as it goes out, or went out less than a day ago
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Optional<Instant> look(NoteTask.ReportReturns task) {
        var list = ports.lists().find(task.list());
        return ports.posts().find(task.post()).filter(_ -> list.isPresent())
                .flatMap(post -> look(list.orElseThrow(), post));
    }

    private Optional<Instant> look(MailingList list, Post post) {
        var now = clock.instant();
        var end = CountReturns.end(post.state()).orElseGet(() -> new CountReturns.End(now, 0));
        var due = end.at().plus(CountReturns.DAY).truncatedTo(ChronoUnit.MILLIS);
        if (now.isBefore(due)) {
            return Optional.of(due);
        }
        if (now.isBefore(due.plus(KEPT))) {
            var counts = ports.returns().of(list.id(), post.id());
            if (!counts.isNothing()) {
                report(list, post, end.sent(), counts, "told returns " + due + " " + post.id().value() + " ");
            }
        }
        return Optional.empty();
    }

    private void report(MailingList list, Post post, long sent, PostCounts counts, String key) {
        var isOurs = counts.bounced(Blame.SENDER) + counts.bounced(Blame.POST) > 0;
        for (var reader : isOurs ? readers.ofFault(list, post) : readers.of(list, post)) {
            var own = key + way.links().ids().of(reader.address()).hex();
            if (!way.limits().isReached(ONCE, own, clock.instant())) {
                way.notices().send(new PostNotice.PostReturns(list, reader.address(), reader.language(), reader.role(),
                        post.headline().subject(), post.id().value(), sent, returned(counts), counts.complaints()));
                way.limits().allow(ONCE, own, clock.instant());
            }
        }
    }

    private static List<PostNotice.PostReturns.Returned> returned(PostCounts counts) {
        return counts.byNumber().stream()
                .map(each -> new PostNotice.PostReturns.Returned(each.getKey(), each.getValue())).toList();
    }
}
