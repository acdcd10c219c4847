package org.clubpost.core.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link MailStore} must do. */
public interface MailStoreContract {

    /** The store under test. May hold what other tests left there. */
    MailStore testee();

    /** More keys than a store names at once. */
    default int moreThanOnePage() {
        return 1050;
    }

    private static String freshPrefix() {
        return "inbound/" + UUID.randomUUID() + "/";
    }

    private static MailContent mail(String text) {
        return MailContent.of(text.getBytes(US_ASCII));
    }

    @Test
    default void unknownMailIsNotFound() {
        assertEquals(Optional.empty(), testee().find(new MailKey(freshPrefix() + "nothing")));
    }

    @Test
    default void mailThatWasRemovedIsGoneAndRemovingItAgainIsNoError() {
        var prefix = freshPrefix();
        var key = new MailKey(prefix + "one");
        testee().put(key, mail("Subject: x\r\n\r\nbody\r\n"));
        testee().put(new MailKey(prefix + "other"), mail("Subject: y\r\n\r\nbody\r\n"));

        testee().remove(key);
        testee().remove(key);

        assertEquals(Optional.empty(), testee().find(key));
        try (var keys = testee().keys(prefix)) {
            assertEquals(List.of(new MailKey(prefix + "other")), keys.toList());
        }
    }

    @Test
    default void mailComesBackOctetForOctet() {
        var key = new MailKey(freshPrefix() + "A_mail-1.eml");
        var octets = new byte[256 * 3];
        for (var i = 0; i < octets.length; i++) {
            octets[i] = (byte) i;
        }

        testee().put(key, MailContent.of(octets));

        var found = testee().find(key).orElseThrow();
        assertEquals(octets.length, found.content().sizeBytes());
        assertArrayEquals(octets, found.content().toByteArray());
    }

    @Test
    default void mailCanBeReadManyTimes() throws IOException {
        var key = new MailKey(freshPrefix() + "m");
        testee().put(key, mail("Subject: x\r\n\r\nbody\r\n"));
        var content = testee().find(key).orElseThrow().content();
        var first = new ByteArrayOutputStream();

        content.writeTo(first);

        assertArrayEquals(first.toByteArray(), content.toByteArray());
        assertEquals("Subject: x\r\n\r\nbody\r\n", first.toString(US_ASCII));
    }

    @Test
    default void largeMailComesBackOctetForOctet() {
        var key = new MailKey(freshPrefix() + "large");
        var octets = new byte[12 << 20];
        new Random(3).nextBytes(octets);

        testee().put(key, MailContent.of(octets));

        assertArrayEquals(octets, testee().find(key).orElseThrow().content().toByteArray());
    }

    @Test
    default void emptyMailIsAMail() {
        var key = new MailKey(freshPrefix() + "empty");

        testee().put(key, mail(""));

        assertEquals(0, testee().find(key).orElseThrow().content().sizeBytes());
    }

    @Test
    default void laterMailTakesThePlaceOfTheEarlier() {
        var key = new MailKey(freshPrefix() + "m");
        testee().put(key, mail("first, and longer"));

        testee().put(key, mail("second"));

        assertEquals("second", new String(testee().find(key).orElseThrow().content().toByteArray(), US_ASCII));
    }

    @Test
    default void timeOfStoringDoesNotChange() {
        var key = new MailKey(freshPrefix() + "m");
        testee().put(key, mail("x"));

        var storedAt = testee().find(key).orElseThrow().storedAt();

        assertEquals(storedAt, testee().find(key).orElseThrow().storedAt());
        assertEquals(storedAt.truncatedTo(ChronoUnit.MILLIS), storedAt);
        assertTrue(storedAt.toEpochMilli() > 0);
    }

    @Test
    default void keysComeInTheirOrder() {
        var prefix = freshPrefix();
        for (var name : List.of("b", "a", "c.eml", "B", "a/1", "a-")) {
            testee().put(new MailKey(prefix + name), mail("x"));
        }

        try (var keys = testee().keys(prefix)) {
            assertEquals(List.of("B", "a", "a-", "a/1", "b", "c.eml"),
                    keys.map(key -> key.value().substring(prefix.length())).toList());
        }
    }

    @Test
    default void onlyKeysWithThePrefixAreNamed() {
        var prefix = freshPrefix();
        testee().put(new MailKey(prefix + "x1"), mail("x"));
        testee().put(new MailKey(prefix + "y1"), mail("x"));

        try (var keys = testee().keys(prefix + "x"); var none = testee().keys(prefix + "z")) {
            assertEquals(List.of(new MailKey(prefix + "x1")), keys.toList());
            assertEquals(List.of(), none.toList());
        }
    }

    @Test
    default void moreKeysThanOnePageAreAllNamed() {
        var prefix = freshPrefix();
        var expected = IntStream.range(0, moreThanOnePage()).mapToObj(i -> new MailKey(prefix + "%05d".formatted(i)))
                .sorted(Comparator.comparing(MailKey::value)).toList();
        expected.forEach(key -> testee().put(key, mail("")));

        try (var keys = testee().keys(prefix)) {
            assertEquals(expected, keys.toList());
        }
        try (var keys = testee().keys(prefix)) {
            assertFalse(keys.findFirst().isEmpty());
        }
    }
}
