package org.clubpost.mail.receive;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.core.delivery.Departure;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.SendAt;
import org.clubpost.mail.verdict.Sender;

/** Prepares a mail for the members, and starts its delivery or lets it wait for its time. */
final class Relay {

    /** How many addresses of a mail are noted. No list can be set to take a mail that is addressed to more. */
    private static final int MOST_PARTIES = 1000;

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

    /** Relays a mail at the time that its author chose. */
    Fate asWished(ReceivedMail mail) {
        return relay(mail, switch (SendAt.of(mail.incoming())) {
            case SendAt.At(var time) -> time;
            case SendAt.Unsaid _,SendAt.Unreadable _ -> Instant.MIN;
        });
    }

    /** Relays a mail, whatever time its author chose. */
    Fate now(ReceivedMail mail) {
        return relay(mail, Instant.MIN);
    }

    private Fate relay(ReceivedMail mail, Instant wished) {
        var read = mail.read().in(mail.post().state()).with(parties(mail.incoming()));
        if (!read.equals(mail.post()) && !stores.posts().replace(mail.post(), read)) {
            return new Fate.Settled();
        }
        var key = read.id().preparedMail();
        stores.mails().put(key, preparation.prepare(mail.list(), read, mail.incoming().mail()));
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
        return new Post.Parties(keys(incoming, "From"), keys(incoming, "To", "Cc"),
                incoming.sender() instanceof Sender.Proven(var author) ? List.of(author) : List.of(),
                incoming.to().audience());
    }

    private Set<SubscriberId> keys(Incoming incoming, String... fields) {
        return incoming.addressesIn(fields).stream().limit(MOST_PARTIES).map(ids::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
