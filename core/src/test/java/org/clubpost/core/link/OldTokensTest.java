package org.clubpost.core.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscription.Unsubscribe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every link that was ever sent keeps working as long as its membership. The tokens in {@code old-tokens.txt} were made
 * once; this test reads them for ever.
 */
final class OldTokensTest {

    private static final SigningKeys KEYS = new SigningKeys(7,
            Map.of(0, key("the first signing key, 32 octets"), 7, key("a later signing key of 32 octets")));
    private static final SubscriberIds IDS = new SubscriberIds(key("an installation's secret, 32 oct"));
    private static final EmailAddress ANNA = EmailAddress.of("anna@example.org");

    private static SecretKey key(String text) {
        return new SecretKeySpec(text.getBytes(US_ASCII), "HmacSHA256");
    }

    private static Stream<String[]> lines(String kind) throws IOException {
        try (var in = Objects.requireNonNull(OldTokensTest.class.getResourceAsStream("old-tokens.txt"))) {
            return new String(in.readAllBytes(), UTF_8).lines().map(line -> line.split(" "))
                    .filter(words -> words[0].equals(kind));
        }
    }

    /** A token of a membership. */
    record Old(LinkPurpose purpose, ListId list, SubscriberId subscriber, String token) {}

    static Stream<Old> memberships() throws IOException {
        return lines("membership").map(words -> new Old(LinkPurpose.valueOf(words[1]), new ListId(words[2]),
                new SubscriberId(words[3]), words[4]));
    }

    @ParameterizedTest
    @MethodSource("memberships")
    void aMembershipTokenSaysWhatItSaid(Old old) {
        assertEquals(IDS.of(ANNA), old.subscriber());
        assertEquals(Optional.of(new MembershipLink(old.purpose(), old.list(), old.subscriber())),
                new MembershipTokens(KEYS).verify(old.token()));
    }

    static Stream<Old> shorts() throws IOException {
        return lines("short").map(words -> new Old(LinkPurpose.valueOf(words[1]), new ListId(words[2]),
                new SubscriberId(words[3]), words[4]));
    }

    @ParameterizedTest
    @MethodSource("shorts")
    void aShortTokenFitsWhomItFitted(Old old) {
        var tokens = new MembershipTokens(KEYS).shorts();
        var link = new MembershipLink(old.purpose(), old.list(), old.subscriber());

        assertEquals(Optional.of(link),
                tokens.read(old.token()).flatMap(token -> tokens.link(token, old.list(), old.subscriber())));
        assertEquals(IDS.of(ANNA), old.subscriber());
    }

    static Stream<Old> links() throws IOException {
        return Stream.concat(memberships(), shorts());
    }

    @ParameterizedTest
    @MethodSource("links")
    void aMembershipTokenDoesWhatItDid(Old old) {
        var list = MailingList.create(old.list(), "lists.example.org", "News", SampleLists.aList().people().owners());
        var lists = new InMemoryLists(list);
        var subscribers = new InMemorySubscribers(lists);
        subscribers.create(SampleSubscribers.aMember(list.id(),
                SampleSubscribers.aPerson(old.subscriber(), "anna@example.org")));
        var unsubscribe = new Unsubscribe(lists, subscribers, new MembershipTokens(KEYS));
        var way = switch (old.purpose()) {
            case ONE_CLICK -> LeaveWay.ONE_CLICK;
            case LEAVE_MAIL -> LeaveWay.MAIL;
            default -> LeaveWay.PAGE;
        };

        assertInstanceOf(Unsubscribe.Outcome.Member.class, unsubscribe.look(old.token()));
        assertInstanceOf(Unsubscribe.Outcome.Left.class, unsubscribe.leave(old.token(), way, FixedClock.START));
    }

    @Test
    void everyPurposeOfThatDayIsThere() throws IOException {
        assertEquals(Set.of("ONE_CLICK", "LEAVE_PAGE", "LEAVE_MAIL", "MANAGE_PAGE"),
                lines("membership").map(words -> words[1]).collect(Collectors.toSet()));
        assertEquals(Set.of("LEAVE_PAGE", "MANAGE_PAGE"),
                lines("short").map(words -> words[1]).collect(Collectors.toSet()));
        assertEquals(Set.of("SEND", "REFUSE", "CONFIRM", "DISOWN", "CANCEL"),
                lines("moderation").map(words -> words[1]).collect(Collectors.toSet()));
        assertEquals(2, lines("confirmation").count());
    }

    static Stream<Arguments> confirmations() throws IOException {
        return lines("confirmation").map(words -> Arguments.of((Object[]) words));
    }

    @ParameterizedTest
    @MethodSource("confirmations")
    void aConfirmationTokenSaysWhatItSaid(String kind, String list, String subscriber, String secret, String token) {
        assertEquals(Optional.of(new ConfirmationToken(new ListId(list), new SubscriberId(subscriber), secret)),
                ConfirmationToken.parse(token));
    }

    static Stream<Arguments> moderations() throws IOException {
        return lines("moderation").map(words -> Arguments.of((Object[]) words));
    }

    @ParameterizedTest
    @MethodSource("moderations")
    void aModerationTokenSaysWhatItSaid(String kind, String action, String post, String secret, String token) {
        assertEquals(Optional.of(new ModerationToken(new PostId(post),
                ModerationToken.Action.valueOf(action), secret)), ModerationToken.parse(token));
    }
}
