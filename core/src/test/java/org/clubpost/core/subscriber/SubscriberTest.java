package org.clubpost.core.subscriber;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.clubpost.core.subscriber.SampleSubscribers.IDS;
import static org.clubpost.core.subscriber.SampleSubscribers.aDigest;
import static org.clubpost.core.subscriber.SampleSubscribers.aFormerMember;
import static org.clubpost.core.subscriber.SampleSubscribers.aMember;
import static org.clubpost.core.subscriber.SampleSubscribers.aPending;
import static org.clubpost.core.subscriber.SampleSubscribers.aSuppressed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SubscriberTest {

    private static final ListId NEWS = new ListId("news");

    @Test
    void requestExpiresExactlyAtItsTime() {
        var pending = aPending(NEWS, "anna@example.org");

        assertFalse(pending.isExpired(pending.expiresAt().minusNanos(1)));
        assertTrue(pending.isExpired(pending.expiresAt()));
        assertTrue(pending.isExpired(pending.expiresAt().plusNanos(1)));
    }

    @Test
    void latestLinksAreKept() {
        var links = List.<TokenDigest>of();
        var all = new ArrayList<TokenDigest>();
        for (var digit : "0123456789".toCharArray()) {
            links = Subscriber.Pending.adding(links, aDigest(digit));
            all.add(aDigest(digit));
        }

        assertEquals(all.subList(10 - Subscriber.Pending.MAX_LINKS, 10), links);
    }

    @Test
    void greetingAMemberKeepsWhatTheyChose() {
        var member = aMember(NEWS, "a@example.org").with(new MemberSettings(OwnPosts.RECEIPT, false));

        assertEquals(member.settings(), member.asGreeted().settings());
    }

    @Test
    void pauseEndsByItselfWhereItsDayBegins() {
        var settings = MemberSettings.DEFAULT.pausedUntil(Optional.of(LocalDate.of(2026, 7, 1)));
        var berlin = ZoneId.of("Europe/Berlin");
        var begins = Instant.parse("2026-06-30T22:00:00Z");

        assertEquals(settings.pausedUntil(), settings.pauseAt(begins.minusNanos(1), berlin));
        assertEquals(Optional.empty(), settings.pauseAt(begins, berlin));
        assertEquals(settings.pausedUntil(), settings.pauseAt(begins, ZoneId.of("UTC")));
        assertEquals(Optional.empty(), MemberSettings.DEFAULT.pauseAt(begins, berlin));
    }

    @Test
    void pauseLastsFromTomorrowToAYearAtMost() {
        var now = Instant.parse("2026-06-30T22:00:00Z");
        var zone = ZoneId.of("Europe/Berlin");

        assertFalse(MemberSettings.mayPauseUntil(LocalDate.of(2026, 7, 1), now, zone), "that is today");
        assertTrue(MemberSettings.mayPauseUntil(LocalDate.of(2026, 7, 2), now, zone));
        assertTrue(MemberSettings.mayPauseUntil(LocalDate.of(2027, 7, 1), now, zone));
        assertFalse(MemberSettings.mayPauseUntil(LocalDate.of(2027, 7, 2), now, zone));
    }

    @Test
    void otherChoicesKeepThePause() {
        var paused = Optional.of(LocalDate.of(2026, 7, 1));
        var settings = MemberSettings.DEFAULT.pausedUntil(paused);

        for (var each : List.of(settings.with(OwnPosts.NONE), settings.withCopyWhenAddressed(false),
                settings.with(new Notification.ByMail()))) {
            assertEquals(paused, each.pausedUntil());
        }
    }

    @Test
    void membershipComesBackAsItWasUntilTheTimeForItIsOver() {
        var member = aMember(NEWS, "a@example.org").with(new MemberSettings(OwnPosts.RECEIPT, false))
                .in(Set.of(new GroupName("board")));
        var left = Subscriber.Left.of(member, FixedClock.START, LeaveWay.PAGE);
        var end = FixedClock.START.plus(Duration.ofDays(14));

        assertEquals(Optional.of(member), left.asBefore(end.minusNanos(1)));
        assertEquals(Optional.empty(), left.asBefore(end));
        assertEquals(Optional.empty(), left.with(new WayBack.Closed()).asBefore(FixedClock.START));
        assertEquals(Optional.of(member), Subscriber.Removed.of(member, FixedClock.START, new Actor.Operator())
                .asBefore(FixedClock.START));
    }

    @Test
    void choiceForOwnPostsIsReadAsItIsWritten() {
        for (var each : OwnPosts.values()) {
            assertEquals(Optional.of(each), OwnPosts.parse(each.word()));
        }
        assertEquals(Optional.of(OwnPosts.NONE), OwnPosts.parse("None"));
        assertEquals(Optional.empty(), OwnPosts.parse("some"));
    }

    @Test
    void everyStateHasItsWord() {
        assertEquals(SubscriberStatus.PENDING, SubscriberStatus.of(aPending(NEWS, "a@example.org")));
        assertEquals(SubscriberStatus.CONFIRMED, SubscriberStatus.of(aMember(NEWS, "a@example.org")));
        assertEquals(SubscriberStatus.LEFT, SubscriberStatus.of(aFormerMember(NEWS, "a@example.org")));
        assertEquals(SubscriberStatus.SUPPRESSED, SubscriberStatus.of(aSuppressed(NEWS, "a@example.org")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0000000000000000000000000000000g", "0000000000000000000000000000000A",
                    "000000000000000000000000000000000"})
    void keyHas32HexadecimalDigits(String bad) {
        assertThrows(IllegalArgumentException.class, () -> new SubscriberId(bad));
    }

    @Test
    void spellingsOfOneAddressHaveTheSameKey() {
        assertEquals(IDS.of(EmailAddress.of("Anna@Bücher.example")),
                IDS.of(EmailAddress.of("anna@xn--bcher-kva.example")));
        assertNotEquals(IDS.of(EmailAddress.of("anna@example.org")), IDS.of(EmailAddress.of("anna@example.com")));
    }

    @Test
    void keyDependsOnTheSecret() {
        var anna = EmailAddress.of("anna@example.org");

        assertNotEquals(IDS.of(anna), new SubscriberIds(SampleLinks.aKey('x')).of(anna));
    }

    /** RFC 4231 section 4.3, the first 128 bits: the keys in the table must stay what they are. */
    @Test
    void keyIsTheBeginningOfAnHmac() {
        var ids = new SubscriberIds(new SecretKeySpec(
                "Jefe".getBytes(US_ASCII), "HmacSHA256"));

        assertEquals("5bdcc146bf60754e6a042426089575c7", ids.digest("what do ya want for nothing?"));
    }

    @Test
    void userAgentIsCutAndCleaned() {
        assertEquals("a b  c", new Origin(FixedClock.START, "", "a\tb\r\nc").userAgent());
        assertEquals("a b c d", new Origin(FixedClock.START, "", "a\u0085b\ud800c\u001bd").userAgent());
        assertEquals("x".repeat(256), new Origin(FixedClock.START, "", "x".repeat(10_000)).userAgent());
        assertEquals("x".repeat(255) + " ", new Origin(FixedClock.START, "", "x".repeat(255) + "🙂").userAgent());
    }

    @Test
    void whatIsLeftOfAMembershipIsFoundUnderARequestToo() {
        var left = SampleSubscribers.aFormerMember(NEWS, "anna@example.org");
        var changed = left.because(LeaveReason.OTHER);
        var request = aPending(NEWS, "anna@example.org").with(new Subscriber.Pending.Past.FormerMember(left));

        assertEquals(Optional.of(left), left.left());
        assertEquals(Optional.of(left), request.left());
        assertEquals(changed, left.withEnded(changed));
        assertEquals(Optional.of(changed), request.withEnded(changed).ended());
        for (var other : SampleSubscribers.everyKind(NEWS).toList()) {
            var isMember = other instanceof Subscriber.Confirmed;
            assertEquals(isMember ? Optional.empty() : Optional.of(changed), other.withEnded(changed).ended());
            assertEquals(other.ended().filter(gone -> gone instanceof Subscriber.Left), other.left());
        }
    }
}
