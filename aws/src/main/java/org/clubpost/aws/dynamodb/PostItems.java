package org.clubpost.aws.dynamodb;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.store.MailKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Posts as items and back. A post is written twice, under its own key and under its list's. */
final class PostItems {

    /** The attribute that the state is in, as a map. */
    static final String STATE = "state";

    private static final String ID = "id";
    private static final String LIST = "list";
    private static final String MAIL = "mail";
    private static final String AUTHOR = "author";
    private static final String SUBJECT = "subject";
    private static final String SIZE = "sizeBytes";
    private static final String KIND = "kind";
    private static final String DECIDER = "decider";
    private static final String LINKS = "links";
    private static final String TOLD = "told";
    private static final String UNTIL = "until";
    private static final String PREPARED = "prepared";
    private static final String RANGES = "ranges";
    private static final String SINCE = "since";
    private static final String AT = "at";
    private static final String SENT = "sent";
    private static final String FAILED = "failed";

    private static final String AUTHORS = "authors";
    private static final String ADDRESSED = "addressed";
    private static final String POSTER = "poster";
    /** The groups that the post is for; not written when it is for everyone. */
    private static final String AUDIENCE = "audience";
    private static final String WHY = "why";
    private static final String RESTS = "rests";
    private static final String CAUSE = "cause";
    private static final String REPORTED = "reported";

    /**
     * Stands as the cause of a parked post, and means that the post is to go on. Earlier versions had no separate state
     * for that. It is still stored in their way, so that what was read from such an item compares equal with it.
     */
    private static final String RESUMED = "RESUMED";
    private static final Reason NOTHING = Reason.quoted("");

    private enum Kind {
        RECEIVED, HELD, REJECTED, DISCARDED, WAITING, SENDING, PAUSED, PARKED, CANCELLED, DONE
    }

    private PostItems() {}

    static Item write(Key key, Post post) {
        var item = Item.at(key).text(ID, post.id().value()).text(LIST, post.list().value())
                .text(MAIL, post.mail().value())
                .text(AUTHOR, post.headline().author()).text(SUBJECT, post.headline().subject())
                .number(SIZE, post.headline().sizeBytes()).texts(AUTHORS, hex(post.parties().authors()))
                .texts(ADDRESSED, hex(post.parties().addressed()))
                .texts(POSTER, post.parties().poster().stream().map(EmailAddress::written).toList())
                .map(STATE, write(post.state()));
        var groups = post.parties().audience().named();
        return groups.isEmpty() ? item : item.texts(AUDIENCE, groups.stream().map(GroupName::value).toList());
    }

    static Post read(Item item) {
        return new Post(new PostId(item.text(ID)), new ListId(item.text(LIST)), new MailKey(item.text(MAIL)),
                new Post.Headline(item.text(AUTHOR), item.text(SUBJECT), item.number(SIZE)),
                new Post.Parties(keys(item.texts(AUTHORS)), keys(item.texts(ADDRESSED)),
                        item.texts(POSTER).stream().map(EmailAddress::of).toList(), audience(item)),
                state(item.map(STATE)));
    }

    private static Audience audience(Item item) {
        return item.has(AUDIENCE)
                ? Audience.of(item.texts(AUDIENCE).stream().map(GroupName::new).toList())
                : Audience.everyone();
    }

    /** The state as it stands in an item, to be compared with. */
    static AttributeValue state(PostState state) {
        return write(state).asValue();
    }

    private static Item write(PostState state) {
        return switch (state) {
            case PostState.Received received -> write(received);
            case PostState.Held(var reason, var decider, var links, var told, var until) ->
                ReasonItems.write(kind(Kind.HELD), reason).text(DECIDER, decider.name())
                        .texts(LINKS, links.stream().map(TokenDigest::hex).toList()).flag(TOLD, told)
                        .instant(UNTIL, until);
            case PostState.Rejected(var reason) -> ReasonItems.write(kind(Kind.REJECTED), reason);
            case PostState.Discarded(var reason) -> ReasonItems.write(kind(Kind.DISCARDED), reason);
            case PostState.Waiting(var prepared, var why, var until, var cancel) ->
                kind(Kind.WAITING).text(PREPARED, prepared.value()).text(WHY, why.name()).instant(UNTIL, until)
                        .texts(LINKS, cancel.stream().map(TokenDigest::hex).toList());
            case PostState.Sending sending -> write(Kind.SENDING, sending);
            case PostState.Paused(var sending, var at) -> write(Kind.PAUSED, sending).instant(AT, at);
            case PostState.Parked(var sending, var cause, var reason, var until, var told) ->
                ReasonItems.write(write(Kind.PARKED, sending), reason).text(CAUSE, cause.name()).instant(UNTIL, until)
                        .flag(TOLD, told);
            case PostState.Resumed(var sending, var until) ->
                ReasonItems.write(write(Kind.PARKED, sending), NOTHING).text(CAUSE, RESUMED).instant(UNTIL, until)
                        .flag(TOLD, true);
            case PostState.Cancelled(var tally, var at, var reported) -> {
                var cancelled = write(Kind.CANCELLED, tally).instant(AT, at);
                // Written only when it was not reported. Posts from before there were such reports are over, and do not
                // have the attribute.
                yield reported ? cancelled : cancelled.flag(REPORTED, false);
            }
            case PostState.Done(var tally, var since, var at, var reported) ->
                write(Kind.DONE, tally).instant(SINCE, since).instant(AT, at).flag(REPORTED, reported);
        };
    }

    /** What says nothing is not written, as in items of earlier versions, which have to compare equal. */
    private static Item write(PostState.Received received) {
        var item = kind(Kind.RECEIVED);
        if (received.failures() > 0) {
            item.number(FAILED, received.failures());
        }
        received.begun().ifPresent(begun -> item.instant(SINCE, begun));
        return received.told() ? item.flag(TOLD, true) : item;
    }

    private static PostState.Received received(Item state) {
        return new PostState.Received(state.has(FAILED) ? Math.toIntExact(state.number(FAILED)) : 0,
                state.has(SINCE) ? Optional.of(state.instant(SINCE)) : Optional.empty(), state.has(TOLD));
    }

    private static Item write(Kind kind, PostState.Sending sending) {
        var item = kind(kind).text(PREPARED, sending.prepared().value()).number(RANGES, sending.ranges())
                .instant(SINCE, sending.since());
        var rests = sending.rests();
        return rests.number() == 0 ? item : item.number(RESTS, rests.number()).number(SENT, rests.sent());
    }

    private static Item write(Kind kind, Tally tally) {
        return kind(kind).number(SENT, tally.sent()).number(FAILED, tally.failed());
    }

    private static Item kind(Kind kind) {
        return Item.inner().text(KIND, kind.name());
    }

    private static PostState state(Item state) {
        return switch (Kind.valueOf(state.text(KIND))) {
            case RECEIVED -> received(state);
            case HELD -> new PostState.Held(ReasonItems.read(state),
                    PostState.Held.Decider.valueOf(state.text(DECIDER)),
                    state.texts(LINKS).stream().map(TokenDigest::new).toList(), state.flag(TOLD),
                    state.instant(UNTIL));
            case REJECTED -> new PostState.Rejected(ReasonItems.read(state));
            case DISCARDED -> new PostState.Discarded(ReasonItems.read(state));
            case WAITING -> new PostState.Waiting(new MailKey(state.text(PREPARED)),
                    PostState.Waiting.Why.valueOf(state.text(WHY)), state.instant(UNTIL),
                    state.texts(LINKS).stream().map(TokenDigest::new).toList());
            case SENDING -> sending(state);
            case PAUSED -> new PostState.Paused(sending(state), state.instant(AT));
            case PARKED -> parked(state);
            case CANCELLED -> new PostState.Cancelled(tally(state), state.instant(AT),
                    !state.has(REPORTED) || state.flag(REPORTED));
            case DONE -> new PostState.Done(tally(state), state.instant(SINCE), state.instant(AT),
                    state.flag(REPORTED));
        };
    }

    private static PostState parked(Item state) {
        var cause = state.text(CAUSE);
        return cause.equals(RESUMED)
                ? new PostState.Resumed(sending(state), state.instant(UNTIL))
                : new PostState.Parked(sending(state), PostState.Parked.Cause.valueOf(cause),
                        ReasonItems.read(state), state.instant(UNTIL), state.flag(TOLD));
    }

    private static PostState.Sending sending(Item state) {
        return new PostState.Sending(new MailKey(state.text(PREPARED)), Math.toIntExact(state.number(RANGES)),
                state.instant(SINCE), rests(state));
    }

    private static PostState.Rests rests(Item state) {
        return state.has(RESTS)
                ? new PostState.Rests(Math.toIntExact(state.number(RESTS)), state.number(SENT))
                : PostState.Rests.NONE;
    }

    private static Tally tally(Item state) {
        return new Tally(state.number(SENT), state.number(FAILED));
    }

    private static List<String> hex(Set<SubscriberId> keys) {
        return keys.stream().map(SubscriberId::hex).sorted().toList();
    }

    private static Set<SubscriberId> keys(Collection<String> hex) {
        return hex.stream().map(SubscriberId::new).collect(Collectors.toUnmodifiableSet());
    }
}
