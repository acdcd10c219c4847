package org.clubpost.mail.receive;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.core.delivery.Departure;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.text.ByteSize;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.SendAt;
import org.clubpost.mail.verdict.Sender;

/** Prepares a mail for the members, and starts its delivery or lets it wait for its time. */
final class Relay {

    /** How many addresses of a mail are noted. No list can be set to take a mail that is addressed to more. */
    private static final int MOST_PARTIES = 1000;

    /** More than what is put into a copy for the one member takes. */
    private static final int SLOTS = 4096;

    private final Reception.Stores stores;
    private final Reception.Ways ways;
    private final SubscriberIds ids;
    private final Preparation preparation;
    private final InstantSource clock;

    Relay(Reception.Stores stores, Reception.Ways ways, SubscriberIds ids, Preparation preparation,
            InstantSource clock) {
        this.stores = stores;
        this.ways = ways;
        this.ids = ids;
        this.preparation = preparation;
        this.clock = clock;
    }

    /** What becomes of a mail that is to be relayed. */
    sealed interface Outcome {

        /** It goes out, or waits for its time. */
        record Begun(Fate fate) implements Outcome {}

        /**
         * Its copies would be larger than the way out takes, and it does not go out.
         *
         * @param mail the mail, with the post as it is now
         * @param reason why, for its author
         */
        record TooLarge(ReceivedMail mail, Reason reason) implements Outcome {}
    }

    /** Relays a mail at the time that its author chose. */
    Outcome asWished(ReceivedMail mail) {
        return relay(mail, switch (SendAt.of(mail.incoming())) {
            case SendAt.At(var time) -> time;
            case SendAt.Unsaid _,SendAt.Unreadable _ -> Instant.MIN;
        });
    }

    /** Relays a mail, whatever time its author chose. */
    Outcome now(ReceivedMail mail) {
        return relay(mail, Instant.MIN);
    }

    private Outcome relay(ReceivedMail mail, Instant wished) {
        var read = mail.read().in(mail.post().state()).with(parties(mail.incoming()));
        if (!read.equals(mail.post()) && !stores.posts().replace(mail.post(), read)) {
            return new Outcome.Begun(new Fate.Settled());
        }
        var prepared = preparation.prepare(mail.list(), read, mail.incoming().mail());
        var largest = ways.largest().getAsLong();
        return prepared.copyBytes() + SLOTS > largest
                ? new Outcome.TooLarge(new ReceivedMail(mail.incoming(), read, mail.links()),
                        Reason.of(Reason.Cause.TOO_LARGE_TO_SEND, new ByteSize(largest).said()))
                : new Outcome.Begun(begin(mail, read, prepared.stored(), wished));
    }

    private Fate begin(ReceivedMail mail, Post read, MailContent prepared, Instant wished) {
        var key = read.id().preparedMail();
        stores.mails().put(key, prepared);
        var now = clock.instant();
        var departure = Departure.of(mail.list().dispatch(), !read.parties().poster().isEmpty(), wished, now);
        if (departure.isEmpty()) {
            return ways.plan().start(read, key, now) ? new Fate.Relayed() : new Fate.Settled();
        }
        var waiting = read.with(
                new PostState.Waiting(key, departure.get().why(), departure.get().at(), List.of()));
        if (!stores.posts().replace(read, waiting)) {
            return new Fate.Settled();
        }
        ways.tell().about(mail.list(), waiting);
        return new Fate.Waiting(departure.get().at());
    }

    private Post.Parties parties(Incoming incoming) {
        return switch (incoming.sender()) {
            case Sender.Proven(var author) -> new Post.Parties(keys(incoming, "From"), keys(incoming, "To", "Cc"),
                    List.of(author), incoming.to().audience());
            // Nobody vouches that those in To and Cc got the mail.
            case Sender.Claimed _,Sender.Nobody _ -> new Post.Parties(keys(incoming, "From"), Set.of(), List.of(),
                    incoming.to().audience());
        };
    }

    private Set<SubscriberId> keys(Incoming incoming, String... fields) {
        return incoming.addressesIn(fields).stream().limit(MOST_PARTIES).map(ids::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
