package org.clubpost.core.subscriber;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.suppression.BounceReason;

/** Subscribers for tests. */
public final class SampleSubscribers {

    /** The keys of an installation whose secret is known. */
    public static final SubscriberIds IDS = new SubscriberIds(
            new SecretKeySpec("an installation's secret, 32 oct".getBytes(US_ASCII), "HmacSHA256"));

    /** An act on the web. */
    public static final Origin ORIGIN = new Origin(FixedClock.START, "192.0.2.7", "Mozilla/5.0 (X11; Linux)");

    private SampleSubscribers() {}

    /** Somebody of whom nothing but the address is known. */
    public static Person aPerson(String address) {
        return aPerson(IDS.of(EmailAddress.of(address)), address);
    }

    /** Somebody with a key of the test's choice. */
    public static Person aPerson(SubscriberId id, String address) {
        return new Person(id, EmailAddress.of(address), PersonName.NONE, Locale.ENGLISH);
    }

    /** A key that begins with these digits and goes on with zeros. */
    public static SubscriberId aKey(String digits) {
        return new SubscriberId(digits + "0".repeat(32 - digits.length()));
    }

    /** A digest of a link that no token has. */
    public static TokenDigest aDigest(char digit) {
        return new TokenDigest(String.valueOf(digit).repeat(64));
    }

    /** A member. */
    public static Subscriber.Confirmed aMember(ListId list, String address) {
        return aMember(list, aPerson(address));
    }

    /** A member. */
    public static Subscriber.Confirmed aMember(ListId list, Person person) {
        return new Subscriber.Confirmed(list, person, new Consent.OwnersWord(FixedClock.START, "members of 2026"),
                FixedClock.START, true);
    }

    /** So many members, in the order of their keys, which lie evenly spread over the key space. */
    public static List<Subscriber.Confirmed> members(ListId list, int count) {
        var distance = (1L << 32) / count;
        return IntStream.range(0, count)
                .mapToObj(i -> aMember(list,
                        aPerson(aKey("%08x".formatted(distance * i + distance / 2)), "member" + i + "@example.org")))
                .toList();
    }

    /** A request of {@link FixedClock#START} that can be confirmed for a day with one link, {@code aDigest('a')}. */
    public static Subscriber.Pending aPending(ListId list, String address) {
        return new Subscriber.Pending(list, aPerson(address), List.of(aDigest('a')), "/subscribe", "0".repeat(64),
                ORIGIN, FixedClock.START.plus(Duration.ofDays(1)));
    }

    /** Somebody who was a member once. */
    public static Subscriber.Left aFormerMember(ListId list, String address) {
        var member = aMember(list, address);
        return new Subscriber.Left(list, member.person(), member.consent(), FixedClock.START, LeaveWay.PAGE);
    }

    /** Somebody who must not be written to. */
    public static Subscriber.Suppressed aSuppressed(ListId list, String address) {
        return Subscriber.Suppressed.of(aMember(list, address), FixedClock.START,
                new Stopped.Bouncing(BounceReason.USER_UNKNOWN));
    }

    /** Subscribers in each state, way and consent that there is, with the texts and times that are hardest to keep. */
    public static Stream<Subscriber> everyKind(ListId list) {
        var wire = new Person(aKey("0a"), EmailAddress.of("Anna.Muessig+chess@Bücher-Straße.example"),
                PersonName.parse("Anna Müßig, geb. \"Ødegård\" 王秀英 ♞").orElseThrow(), Locale.forLanguageTag("de-CH"));
        var bare = aPerson(aKey("0b"), "o'brien@xn--bcher-kva.example");
        var optIn = new Consent.DoubleOptIn("/subscribe?list=news&ref=Über uns", "5f".repeat(32), ORIGIN,
                new Origin(FixedClock.START.plusMillis(61_001), "2001:db8::7", ""), aDigest('b'), "2d".repeat(32));
        var word = new Consent.OwnersWord(FixedClock.START.minusMillis(1), "Mitglieder 2026, „auf Papier“",
                new Actor.Owner(EmailAddress.of("Vera.Vorstand@Club.example")));
        var pending = new Subscriber.Pending(list, wire, List.of(aDigest('1'), aDigest('2'), aDigest('3')),
                "https://club.example/join?x=1", "ab".repeat(32), new Origin(FixedClock.START, "", "Æ browser"),
                FixedClock.START.plus(Duration.ofDays(30_000)));
        var left = new Subscriber.Left(list, wire, optIn, FixedClock.START.minusNanos(1), LeaveWay.MAIL);
        var open = left.with(new WayBack.Open(FixedClock.START.minusNanos(5), new MemberSettings(
                MemberSettings.OwnPosts.NONE, false, new Notification.ByPhone(new PhoneNumber("+493012345678")),
                Optional.of(LocalDate.of(2027, 2, 28))), Set.of(new GroupName("board")), true));
        var backs = Stream.of(open,
                left.with(new WayBack.Open(FixedClock.START, MemberSettings.DEFAULT, Set.of(), false)),
                new Subscriber.Pending(list, wire, pending.links(), pending.form(), pending.wording(),
                        pending.requested(), FixedClock.START, new Subscriber.Pending.Past.FormerMember(open)),
                new Subscriber.Pending(list, wire, pending.links(), pending.form(), pending.wording(),
                        pending.requested(), pending.expiresAt(), pending.past(),
                        List.of(new LinkedRequest(aDigest('1'), bare.address(), PersonName.NONE, Locale.ENGLISH, "",
                                "cd".repeat(32), new Origin(FixedClock.START.minusNanos(1), "", "")),
                                new LinkedRequest(aDigest('2'), wire.address(), wire.name(), wire.language(),
                                        "https://club.example/?q=\"ü\"&\\", "ef".repeat(32),
                                        new Origin(FixedClock.START.plusNanos(123_456_789), "2001:db8::7", "Æ"),
                                        "3e".repeat(32))),
                        "4f".repeat(32)),
                new Subscriber.Pending(list, wire, pending.links(), pending.form(), pending.wording(),
                        pending.requested(), FixedClock.START, new Subscriber.Pending.Past.FormerMember(left),
                        List.of(new LinkedRequest(aDigest('2'), wire.address(), bare.name(), Locale.GERMAN, "/join",
                                "01".repeat(32), ORIGIN))));
        var formerMembers = new Subscriber.Pending(list, wire, pending.links(), pending.form(), pending.wording(),
                pending.requested(), FixedClock.START, new Subscriber.Pending.Past.FormerMember(left));
        var choices = Stream.of(MemberSettings.OwnPosts.values())
                .map(own -> new MemberSettings(own, own != MemberSettings.OwnPosts.RECEIPT, switch (own) {
                    case COPY -> Notification.none();
                    case RECEIPT -> new Notification.ByMail();
                    case NONE -> new Notification.ByPhone(new PhoneNumber("+493012345678"));
                }))
                .map(settings -> settings.pausedUntil(Optional.of(LocalDate.of(2026, 12, 31))
                        .filter(_ -> settings.ownPosts() == MemberSettings.OwnPosts.NONE)))
                .map(settings -> new Subscriber.Confirmed(list, bare, word, FixedClock.START, true, settings,
                        Set.of(new GroupName("board"), new GroupName("two-words"))));
        var ways = Stream.of(LeaveWay.values())
                .map(way -> new Subscriber.Left(list, bare, word, FixedClock.START.plusMillis(999), way));
        var removed = Subscriber.Removed.of(new Subscriber.Confirmed(list, wire, optIn, FixedClock.START.minusNanos(9),
                true, MemberSettings.DEFAULT, Set.of(new GroupName("board"))), FixedClock.START,
                new Actor.Owner(EmailAddress.of("Olga@Club.example")));
        var ends = List.of(left.because(LeaveReason.TOO_MANY), open.because(LeaveReason.OTHER), removed,
                removed.with(new WayBack.Closed()),
                new Subscriber.Removed(list, bare, word, FixedClock.START, new Actor.Unknown(), new WayBack.Closed()),
                new Subscriber.Moved(list, wire.id(), bare.id(), FixedClock.START.plusNanos(1)),
                new Subscriber.Forgotten(list, wire.id(), FixedClock.START, ForgetWay.PERSON),
                new Subscriber.Forgotten(list, bare.id(), FixedClock.START, ForgetWay.TIME));
        var requests = ends.stream().filter(end -> end.id().equals(wire.id()))
                .map(Subscriber.Pending.Past.FormerMember::new)
                .flatMap(past -> Stream.of(pending.with(past), new Subscriber.Applied(list, wire, optIn, past)));
        var moved = new Subscriber.Confirmed(list, wire, optIn, FixedClock.START, true, MemberSettings.DEFAULT,
                Set.of(),
                List.of(new Move(aKey("0c"), FixedClock.START.plusNanos(5)),
                        new Move(aKey("0d"), FixedClock.START.plusSeconds(1))));
        var later = Stream.of(ends.stream(), requests,
                Stream.of(moved, new Subscriber.Applied(list, wire, optIn, new Subscriber.Pending.Past.Stranger())))
                .flatMap(each -> each);
        return Stream.concat(Stream.of(pending, formerMembers,
                new Subscriber.Confirmed(list, wire, optIn, FixedClock.START.plusNanos(123_456_789), false),
                new Subscriber.Confirmed(list, bare, optIn, FixedClock.START, true),
                new Subscriber.Confirmed(list, bare, word, FixedClock.START, true),
                new Subscriber.Confirmed(list, bare, new Consent.AccountSignUp("cognito eu-central-1_Ab1Cd2Ef3",
                        "custom:newsletter=yes", FixedClock.START.plusNanos(7)), FixedClock.START, true),
                new Subscriber.Left(list, wire, optIn, FixedClock.START, LeaveWay.ONE_CLICK),
                new Subscriber.Suppressed(list, wire, optIn, new Stopped.Bouncing(BounceReason.MAILBOX_FULL),
                        FixedClock.START, new WayBack.Open(FixedClock.START.minusSeconds(5), MemberSettings.DEFAULT,
                                Set.of(), true)),
                new Subscriber.Suppressed(list, bare, word, new Stopped.Complaint(), FixedClock.START.plusNanos(3),
                        new WayBack.Open(FixedClock.START.minusSeconds(6),
                                new MemberSettings(MemberSettings.OwnPosts.NONE, false),
                                Set.of(new GroupName("board")), true,
                                List.of(new Move(aKey("0e"), FixedClock.START.plusNanos(6)))))),
                Stream.of(choices, ways, backs, later).flatMap(each -> each));
    }
}
