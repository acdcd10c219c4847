package org.clubpost.core.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.ListId;
import org.clubpost.core.store.MailKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How mails, posts and ranges are named. */
final class PostNamesTest {

    private static final ListId NEWS = new ListId("news");
    private static final PostId POST = new PostId("0123456789abcdef01234567");

    // Where a mail lies

    @Test
    void inboundMailLiesUnderItsList() {
        var key = MailKey.inbound(NEWS, "8p0kbda0e13v");

        assertEquals("inbound/news/8p0kbda0e13v", key.toString());
        assertEquals(Optional.of(NEWS), key.inboundList());
        assertTrue(key.value().startsWith(MailKey.inboundPrefix(NEWS)));
        assertTrue(key.value().startsWith(MailKey.inboundPrefix()));
    }

    @Test
    void preparedMailIsNotInbound() {
        assertEquals("prepared/0123456789abcdef01234567", POST.preparedMail().value());
        assertEquals(Optional.empty(), POST.preparedMail().inboundList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"inbound/news", "inbound/news/", "inbound/news/a/b", "inbound//a", "inbound/News/a",
                    "inbound/../a", "outbound/news/a", "inbound/news/AMAZON_SES_SETUP_NOTIFICATION",
                    "x/inbound/news/a"})
    void keyThatIsNoInboundMailOfAListHasNoList(String key) {
        assertEquals(Optional.empty(), new MailKey(key).inboundList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "ä", "a+b", "a\\b", "a%2Fb"})
    void keyWithOtherCharactersIsRefused(String key) {
        assertThrows(IllegalArgumentException.class, () -> new MailKey(key));
    }

    @Test
    void keyHasAtMost512Characters() {
        assertEquals(512, new MailKey("a".repeat(512)).value().length());
        assertThrows(IllegalArgumentException.class, () -> new MailKey("a".repeat(513)));
    }

    // Which post

    @Test
    void idOfAPostIsTheSameForTheSameMail() {
        var mail = MailKey.inbound(NEWS, "x");

        assertEquals(PostId.of(FixedClock.START, mail), PostId.of(FixedClock.START, mail));
        assertNotEquals(PostId.of(FixedClock.START, mail), PostId.of(FixedClock.START, MailKey.inbound(NEWS, "y")));
        assertEquals("019cc2b2c640", PostId.of(Instant.ofEpochMilli(0x019cc2b2c640L), mail).value().substring(0, 12));
    }

    @Test
    void idsSortByTime() {
        var mail = MailKey.inbound(NEWS, "x");
        var early = PostId.of(FixedClock.START, mail);
        var late = PostId.of(FixedClock.START.plusMillis(1), MailKey.inbound(NEWS, "a"));

        assertTrue(early.compareTo(late) < 0);
        assertTrue(late.compareTo(early) > 0);
        assertEquals(0, early.compareTo(PostId.of(FixedClock.START, mail)));
    }

    @Test
    void idIsReadAsItIsWritten() {
        assertEquals(Optional.of(POST), PostId.parse(POST.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0123456789abcdef0123456", "0123456789abcdef012345678", "0123456789ABCDEF01234567",
                    "0123456789abcdef0123456g", "../../../../../../../etc"})
    void whatIsNoIdIsRefused(String text) {
        assertEquals(Optional.empty(), PostId.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new PostId(text));
    }

    // Which range

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 10, 63})
    void rangeIsReadAsItIsWritten(int index) {
        var ref = new RangeRef(NEWS, POST, index);

        assertEquals("news 0123456789abcdef01234567 " + index, ref.text());
        assertEquals(Optional.of(ref), RangeRef.parse(ref.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "news", "news 0123456789abcdef01234567", "news 0123456789abcdef01234567 65",
                    "news 0123456789abcdef01234567 100", "news 0123456789abcdef01234567 -1",
                    "News 0123456789abcdef01234567 1",
                    "news 0123456789abcdef0123456 1", "news 0123456789abcdef01234567 1 ",
                    "news  0123456789abcdef01234567 1",
                    "{\"list\":\"news\"}"})
    void whatIsNoRangeIsRefused(String text) {
        assertEquals(Optional.empty(), RangeRef.parse(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65})
    void rangeNumberIsAtMostThatOfSecondChances(int index) {
        assertThrows(IllegalArgumentException.class, () -> new RangeRef(NEWS, POST, index));
    }

    // What is said of them

    @Test
    void headlineCannotSlipIntoALog() {
        var headline = new Post.Headline("Anna <anna@example.org>", "A secret", 17);

        assertEquals("Headline[17 octets]", headline.toString());
        assertFalse(Post.unread(POST, NEWS, POST.preparedMail()).with(headline).toString()
                .contains("secret"));
    }

    @ParameterizedTest
    @CsvSource({"0,0,0,0,0,0", "1,2,3,4,4,6"})
    void talliesAddUp(long sent, long failed, long moreSent, long moreFailed, long allSent, long allFailed) {
        assertEquals(new Tally(allSent, allFailed), new Tally(sent, failed).plus(new Tally(moreSent, moreFailed)));
    }

    @Test
    void aPostIsReadOnceItHasAHeadline() {
        var unread = Post.unread(POST, NEWS, POST.preparedMail());

        assertFalse(unread.isRead());
        assertTrue(unread.with(new Post.Headline("Anna", "Summer party", 1_000)).isRead());
    }
}
