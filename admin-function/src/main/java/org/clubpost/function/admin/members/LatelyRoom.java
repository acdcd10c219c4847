package org.clubpost.function.admin.members;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.feedback.CameBack;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.suppression.Returned;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.mails.Headlines;

/**
 * {@code /rooms/LIST/members/KEY/posts}: what a member got lately, what came of it, and which of their own posts went to
 * nobody. It looks at the newest {@value #NEWEST} posts, and reads what became of {@value #SHOWN} copies.
 *
 * @param subscribers who is on the lists
 * @param posts the posts
 * @param ranges have the copies that failed
 * @param bounces what came back
 */
public record LatelyRoom(Subscribers subscribers, Posts posts, Ranges ranges, Bounces bounces) implements Room {

    private static final int NEWEST = 60;
    private static final int SHOWN = 10;

    @Override
    public RoomPath path() {
        return RoomPath.ofList("members", RoomPath.ANY, "posts");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.SEE_MEMBERS);
    }

    @Override
    public KnownFields fields() {
        return NO_FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return SubscriberId.parse(visit.piece(0)).flatMap(id -> subscribers.find(visit.list().id(), id))
                .map(Stored::subscriber).filter(Subscriber.Known.class::isInstance).map(Subscriber.Known.class::cast)
                .map(known -> page(visit, known)).orElseGet(RoomAnswer::notFound);
    }

    private RoomAnswer page(RoomVisit visit, Subscriber.Known known) {
        List<Post> newest;
        try (var all = posts.of(visit.list().id())) {
            newest = all.limit(NEWEST).toList();
        }
        var back = bounces.find(visit.list().id(), known.id());
        var got = known instanceof Subscriber.Confirmed member
                ? newest.stream().filter(post -> wentTo(post, member)).limit(SHOWN)
                        .map(post -> row(visit, post, outcome(visit, post, member, back))).toList()
                : List.<Map<String, Object>>of();
        var refused = newest.stream().filter(post -> post.parties().authors().contains(known.id()))
                .flatMap(post -> refusal(post).map(why -> row(visit, post, visit.words().reason(why))).stream())
                .limit(SHOWN).toList();
        return RoomAnswer.page(this, "lately", visit.words().text("lately.title"), Map.of("name",
                known.person().name().isGiven() ? known.person().name().text() : known.person().address().written(),
                "back", visit.room("members", known.id().hex()), "got", got, "nothing", got.isEmpty(), "refused",
                refused, "hasRefused", !refused.isEmpty()));
    }

    /** Whether the member was among those whom it went to, as far as can be told from what the member is now. */
    private static boolean wentTo(Post post, Subscriber.Confirmed member) {
        return begun(post.state()).filter(began -> !began.isBefore(member.since())).isPresent()
                && post.parties().audience().includes(member.groups());
    }

    private static Optional<Instant> begun(PostState state) {
        return switch (state) {
            case PostState.Done done -> Optional.of(done.at());
            case PostState.Sending sending -> Optional.of(sending.since());
            case PostState.Cancelled cancelled when cancelled.tally().sent() > 0 -> Optional.of(cancelled.at());
            default -> Optional.empty();
        };
    }

    private static Optional<Reason> refusal(Post post) {
        return switch (post.state()) {
            case PostState.Rejected(var reason) -> Optional.of(reason);
            case PostState.Discarded(var reason) -> Optional.of(reason);
            default -> Optional.empty();
        };
    }

    private String outcome(RoomVisit visit, Post post, Subscriber.Confirmed member, Optional<BounceRecord> back) {
        var words = visit.words();
        var returned = back.stream().flatMap(record -> record.history().stream())
                .filter(each -> each.post().equals(Optional.of(post.id()))).map(CameBack::what).findFirst();
        if (returned.isPresent()) {
            return words.text("lately.came-back", Map.of("why", switch (returned.get()) {
                case Returned.Bounce bounce -> words.text("bounce." + bounce.reason().word());
                case Returned.Complaint _ -> words.text("members.status.complained");
            }));
        }
        return ranges.failure(post.id(), member.id()).map(failure -> said(visit, failure))
                .orElseGet(() -> words.text(post.parties().authors().contains(member.id())
                        ? "lately.own"
                        : post.state() instanceof PostState.Done ? "lately.sent" : "lately.going"));
    }

    private static String said(RoomVisit visit, Failure failure) {
        var words = visit.words();
        var kind = words.text("posts.kind." + switch (failure.kind()) {
            case REFUSED -> "refused";
            case MAYBE_SENT -> "maybe";
            case LATER -> "later";
            case WANTED -> "wanted";
        });
        return words.text("lately.not", Map.of("kind", kind, "why", words.reason(failure.reason())));
    }

    private static Map<String, Object> row(RoomVisit visit, Post post, String outcome) {
        return Map.of("subject", Headlines.subject(visit.words(), post), "href",
                visit.room("posts", post.id().value()), "day",
                visit.words().time(begun(post.state()).orElseGet(() -> post.id().storedAt()), visit.zone()), "outcome",
                outcome);
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return RoomAnswer.notFound();
    }
}
