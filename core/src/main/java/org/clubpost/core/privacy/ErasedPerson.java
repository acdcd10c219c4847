package org.clubpost.core.privacy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;

/**
 * Somebody who was erased. Wherever they were named stands a {@linkplain #mark(SubscriberId) mark}, made of their key,
 * which is a keyed hash of the address.
 */
final class ErasedPerson {

    /** Whatever may be an address in a text; {@link EmailAddress#parse} says whether it is one. */
    private static final Pattern PERHAPS_ADDRESS = Pattern
            .compile("[^\\s<>()\\[\\],;:\"']{1,64}@[^\\s<>()\\[\\],;:\"']{1,255}");
    private static final int DIGITS = 12;

    private final SubscriberIds ids;
    private final SubscriberId key;

    ErasedPerson(SubscriberIds ids, SubscriberId key) {
        this.ids = ids;
        this.key = key;
    }

    /** What stands in place of the person with that key: {@code erased-3f1c5d0e9ab8}. */
    static String mark(SubscriberId key) {
        return "erased-" + key.hex().substring(0, DIGITS);
    }

    /** Whether the person wrote that post. */
    private boolean wrote(Post post) {
        return post.parties().authors().contains(key);
    }

    /**
     * That post without the person. One that waits for a decision and is theirs is let go, because it would go out with
     * their name.
     */
    Post in(Post post) {
        var poster = post.parties().poster().stream().filter(each -> !ids.of(each).equals(key)).toList();
        var parties = new Post.Parties(post.parties().authors(), post.parties().addressed(), poster,
                post.parties().audience());
        var changed = post.with(parties).with(in(post.state(), wrote(post)));
        return wrote(post)
                ? changed.with(new Post.Headline(mark(key), post.headline().subject(), post.headline().sizeBytes()))
                : changed;
    }

    private PostState in(PostState state, boolean isTheirs) {
        return switch (state) {
            case PostState.Held held -> isTheirs
                    ? new PostState.Discarded(Reason.of(Reason.Cause.AUTHOR_ERASED))
                    : new PostState.Held(in(held.reason()), held.decider(), held.links(), held.told(), held.until());
            case PostState.Rejected(var reason) -> new PostState.Rejected(in(reason));
            case PostState.Discarded(var reason) -> new PostState.Discarded(in(reason));
            case PostState.Parked(var sending, var cause, var reason, var until, var told) ->
                new PostState.Parked(sending, cause, in(reason), until, told);
            case PostState.Received _,PostState.Waiting _,PostState.Sending _,PostState.Paused _ -> state;
            case PostState.Resumed _,PostState.Cancelled _,PostState.Done _ -> state;
        };
    }

    private Reason in(Reason reason) {
        return new Reason(reason.cause(), reason.values().stream().map(this::in).toList());
    }

    /** That text, with the mark in place of each address that is the person's. */
    private String in(String text) {
        return PERHAPS_ADDRESS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(marked(found.group())));
    }

    /** An address may be the last word of a sentence. */
    private String marked(String found) {
        var end = found.length();
        while (".!?".indexOf(found.charAt(end - 1)) >= 0) {
            end--;
        }
        return isTheirs(found.substring(0, end)) ? mark(key) + found.substring(end) : found;
    }

    private boolean isTheirs(String text) {
        return EmailAddress.parse(text).map(ids::of).equals(Optional.of(key));
    }
}
