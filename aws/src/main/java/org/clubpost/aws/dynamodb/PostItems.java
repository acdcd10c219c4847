package org.clubpost.aws.dynamodb;

import org.clubpost.core.link.TokenDigest;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.MailKey;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
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
    private static final String REASON = "reason";
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

    private enum Kind {
        RECEIVED, HELD, REJECTED, DISCARDED, SENDING, DONE
    }

    private PostItems() {}

    static Item write(Key key, Post post) {
        return Item.at(key).text(ID, post.id().value()).text(LIST, post.list().value()).text(MAIL, post.mail().value())
                .text(AUTHOR, post.headline().author()).text(SUBJECT, post.headline().subject())
                .number(SIZE, post.headline().sizeBytes()).map(STATE, write(post.state()));
    }

    static Post read(Item item) {
        return new Post(new PostId(item.text(ID)), new ListId(item.text(LIST)), new MailKey(item.text(MAIL)),
                new Post.Headline(item.text(AUTHOR), item.text(SUBJECT), item.number(SIZE)),
                state(item.map(STATE)));
    }

    /** The state as it stands in an item, to be compared with. */
    static AttributeValue state(PostState state) {
        return write(state).asValue();
    }

    private static Item write(PostState state) {
        return switch (state) {
            case PostState.Received _ -> kind(Kind.RECEIVED);
            case PostState.Held(var reason, var decider, var links, var told, var until) ->
                kind(Kind.HELD).text(REASON, reason).text(DECIDER, decider.name())
                        .texts(LINKS, links.stream().map(TokenDigest::hex).toList()).flag(TOLD, told)
                        .instant(UNTIL, until);
            case PostState.Rejected(var reason) -> kind(Kind.REJECTED).text(REASON, reason);
            case PostState.Discarded(var reason) -> kind(Kind.DISCARDED).text(REASON, reason);
            case PostState.Sending(var prepared, var ranges, var since) ->
                kind(Kind.SENDING).text(PREPARED, prepared.value()).number(RANGES, ranges).instant(SINCE, since);
            case PostState.Done(var tally, var since, var at) -> kind(Kind.DONE).number(SENT, tally.sent())
                    .number(FAILED, tally.failed()).instant(SINCE, since).instant(AT, at);
        };
    }

    private static Item kind(Kind kind) {
        return Item.inner().text(KIND, kind.name());
    }

    private static PostState state(Item state) {
        return switch (Kind.valueOf(state.text(KIND))) {
            case RECEIVED -> new PostState.Received();
            case HELD -> new PostState.Held(state.text(REASON),
                    PostState.Held.Decider.valueOf(state.text(DECIDER)),
                    state.texts(LINKS).stream().map(TokenDigest::new).toList(), state.flag(TOLD),
                    state.instant(UNTIL));
            case REJECTED -> new PostState.Rejected(state.text(REASON));
            case DISCARDED -> new PostState.Discarded(state.text(REASON));
            case SENDING -> new PostState.Sending(new MailKey(state.text(PREPARED)),
                    Math.toIntExact(state.number(RANGES)), state.instant(SINCE));
            case DONE -> new PostState.Done(new Tally(state.number(SENT), state.number(FAILED)), state.instant(SINCE),
                    state.instant(AT));
        };
    }
}
