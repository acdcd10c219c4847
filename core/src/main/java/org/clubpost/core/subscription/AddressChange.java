package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Subscriber;

/**
 * A member's wish to have their mail at another address. It begins with a fresh link, and nothing happens until whoever
 * reads the mail of the new address has confirmed it. A person has one at most: a new one takes the place of the old.
 *
 * @param person the key of the address that the member has
 * @param list the list by whose link it was wished for
 * @param from the address that the member has
 * @param to the new address
 * @param isEverywhere whether all lists are meant, or that one only
 * @param links the links that confirm it, newest last, at most {@value Subscriber.Pending#MAX_LINKS}; none before the
 *         mail to the new address is written
 * @param wished when it was wished for, to the millisecond
 * @param stage how far it has come
 */
public record AddressChange(SubscriberId person, ListId list, EmailAddress from, EmailAddress to, boolean isEverywhere,
        List<TokenDigest> links, Instant wished, Stage stage) {

    /** For how long the link in the mail to the new address works. */
    public static final Duration OPEN_FOR = Duration.ofDays(3);

    private static final String BETWEEN = "\n";
    private static final int HEAD = 7;

    /** How far a wish has come. */
    public sealed interface Stage {

        /** Nobody has confirmed it. */
        record Open() implements Stage {}

        /**
         * It was confirmed. The old address is known for as long as it can be undone.
         *
         * @param at when, to the millisecond
         */
        record Confirmed(Instant at) implements Stage {}

        /**
         * It was confirmed, and undone since.
         *
         * @param at when it was confirmed, to the millisecond
         */
        record Undone(Instant at) implements Stage {}
    }

    /** Cuts the time and copies the links. */
    public AddressChange {
        links = List.copyOf(links);
        wished = wished.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A wish, made just now by that member. */
    public static AddressChange wish(Subscriber.Confirmed member, EmailAddress to, boolean isEverywhere, Instant now) {
        return new AddressChange(member.person().id(), member.list(), member.person().address(), to, isEverywhere,
                List.of(), now, new Stage.Open());
    }

    /** This wish, when it is made while there is that one. Who wishes for the same again can use the earlier links. */
    AddressChange inPlaceOf(AddressChange earlier) {
        return earlier.stage() instanceof Stage.Open && earlier.to().equals(to) && earlier.list().equals(list)
                && earlier.isEverywhere() == isEverywhere
                        ? new AddressChange(person, list, from, to, isEverywhere, earlier.links(), wished, stage)
                        : this;
    }

    /** The same with one more link that confirms it, without the oldest when there are too many. */
    public AddressChange with(TokenDigest link) {
        return new AddressChange(person, list, from, to, isEverywhere, Subscriber.Pending.adding(links, link), wished,
                stage);
    }

    /** The same, confirmed then. */
    public AddressChange confirmedAt(Instant now) {
        return with(new Stage.Confirmed(now.truncatedTo(ChronoUnit.MILLIS)));
    }

    /** The same, undone if it was confirmed. */
    public AddressChange undone() {
        return stage instanceof Stage.Confirmed(var at) ? with(new Stage.Undone(at)) : this;
    }

    private AddressChange with(Stage changed) {
        return new AddressChange(person, list, from, to, isEverywhere, links, wished, changed);
    }

    /** When it may be forgotten. */
    public Instant expiresAt() {
        return switch (stage) {
            case Stage.Open _ -> wished.plus(OPEN_FOR);
            case Stage.Confirmed(var at) -> at.plus(UndoAddress.OPEN_FOR);
            case Stage.Undone(var at) -> at.plus(UndoAddress.OPEN_FOR);
        };
    }

    /** Whether its time is over. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt());
    }

    /** All but whose it is, as one text. */
    public String written() {
        var staged = switch (stage) {
            case Stage.Open _ -> "";
            case Stage.Confirmed(var at) -> "C" + at.toEpochMilli();
            case Stage.Undone(var at) -> "U" + at.toEpochMilli();
        };
        return String.join(BETWEEN, Stream.concat(
                Stream.of("1", list.value(), from.written(), to.written(), Boolean.toString(isEverywhere),
                        Long.toString(wished.toEpochMilli()), staged),
                links.stream().map(TokenDigest::hex)).toList());
    }

    /** The wish of that person that was {@linkplain #written written} so. */
    public static AddressChange of(SubscriberId person, String written) {
        var parts = List.of(written.split(BETWEEN, -1));
        return new AddressChange(person, new ListId(parts.get(1)), EmailAddress.of(parts.get(2)),
                EmailAddress.of(parts.get(3)), Boolean.parseBoolean(parts.get(4)),
                parts.subList(HEAD, parts.size()).stream().map(TokenDigest::new).toList(), time(parts.get(5)),
                stage(parts.get(6)));
    }

    private static Stage stage(String staged) {
        if (staged.isEmpty()) {
            return new Stage.Open();
        }
        var at = time(staged.substring(1));
        return staged.charAt(0) == 'C' ? new Stage.Confirmed(at) : new Stage.Undone(at);
    }

    private static Instant time(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    /** When it was confirmed; empty when nobody did, or it was undone. */
    Optional<Instant> confirmed() {
        return stage instanceof Stage.Confirmed(var at) ? Optional.of(at) : Optional.empty();
    }

    /** Says that this is a wish, but not for which address. */
    @Override
    public String toString() {
        return "AddressChange[" + person.hex() + "]";
    }
}
