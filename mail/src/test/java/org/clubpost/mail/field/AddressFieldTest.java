package org.clubpost.mail.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.clubpost.core.address.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFieldTest {

    /** The octets of a text in UTF-8, one character each. */
    private static String octets(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String unfolded(AddressField field) {
        return field.written().replace("\r\n", "");
    }

    private static void assertStrict(String written) {
        assertTrue(written.chars().allMatch(c -> c < 127 && (c >= ' ' || "\t\r\n".indexOf(c) >= 0)), written);
        assertTrue(written.lines().allMatch(line -> line.length() <= 980), written);
        try {
            for (var address : InternetAddress.parseHeader(written, true)) {
                address.validate();
            }
        } catch (AddressException refused) {
            throw new AssertionError(written, refused);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"undisclosed-recipients:;", "Anna <a@b.example>", "<a@b.example>,<c@d.example>",
                    "a@[192.0.2.1]", "a@[IPv6:2001:db8::1]", "a@localhost", "\"x y\"@b.example",
                    "Anna (com, ment) <a@b.example>", "a@b.example (A. Smith)", "Dr. A. B. Smith <a@b.example>",
                    "Board: a@b.example, C <c@d.example>;, e@f.example", "\"A \\\"x\\\" B\" <a@b.example>",
                    "=?utf-8?q?a=2C_b?= <a@b.example>", "A&B Co. <a@b.example>", "a@b.example,,c@d.example,",
                    "Anna < a@b.example >", "\"a..b\"@b.example", "anna+x@b.example", "Board (of club): a@b.example;"})
    void whatIsInOrderStays(String field) {
        assertTrue(AddressField.isFine(field));
        assertStrict(field);
    }

    /** RFC 2047 words can hide what may not stand in a field. */
    @ParameterizedTest
    @ValueSource(
            strings = {"=?UTF-8?Q?Anna=0ABcc=3A_x=40y.example?= <a@b.example>",
                    "=?UTF-8?Q?Anna=E2=80=AE?= <a@b.example>", "\"=?UTF-8?Q?Anna=0D=0A?=\" <a@b.example>",
                    "a@b.example (=?UTF-8?Q?Anna=00?=)", "=?UTF-8?Q?Anna=0A?=: a@b.example;",
                    "=?UTF-8?B?QW5uYQo=?= <a@b.example>"})
    void noWordHidesControlCharacters(String field) {
        var written = AddressField.parse(field).written();

        assertFalse(AddressField.isFine(field));
        assertTrue(AddressField.isFine(written), written);
        assertTrue(written.contains("a@b.example"), written);
        assertTrue(Stretches.of(written.replace("\r\n", "")).stream().map(Stretch::text).collect(Collectors.joining())
                .contains("Anna"), written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    // Local parts and domains in the obsolete form.
                    "bob @ b.example, e . f@g.example | bob@b.example, e.f@g.example",
                    "e. f@g.example | e.f@g.example", "e .f@g . example | e.f@g.example",
                    "E <e . f@g.example> | E <e.f@g.example>", "Dr. anna@g.example | Dr. <anna@g.example>",
                    // Names that lack their quotes, or whose quotes are in the way.
                    "Müller, Anna <a@b.example>, c@d.example | =?UTF-8?Q?M=C3=BCller=2C_Anna?= <a@b.example>, c@d.example",
                    "A, B <a@b.example> | \"A, B\" <a@b.example>",
                    "\"=?utf-8?q?a?=\" <a@b.example> | =?utf-8?q?a?= <a@b.example>",
                    "Anna [TSV] <a@b.example> | \"Anna [TSV]\" <a@b.example>",
                    "a@b.example <a@b.example> | \"a@b.example\" <a@b.example>",
                    "'a@b.example' <a@b.example> | \"'a@b.example'\" <a@b.example>",
                    "O\"Brien <a@b.example>, \"X\" <c@d.example> | O\"\"Brien",
                    "Jürgen <j@b.example> | =?UTF-8?Q?J=C3=BCrgen?= <j@b.example>",
                    "j@b.example (Jürgen) | =?UTF-8?Q?J=C3=BCrgen?= <j@b.example>",
                    // Marks that are missing, or one too many.
                    "a@b.example; c@d.example | a@b.example, c@d.example",
                    "a@b.example c@d.example | a@b.example, c@d.example",
                    "A <a@b.example> B <c@d.example> | A <a@b.example>, B <c@d.example>",
                    "<a@b.example><c@d.example> | <a@b.example>, <c@d.example>",
                    "Anna <a@b.example | Anna <a@b.example>",
                    "Anna <a@b.example, Bob <b@c.example> | Anna <a@b.example>, Bob <b@c.example>",
                    "Anna a@b.example> | Anna <a@b.example>",
                    "Anna a@b.example | Anna <a@b.example>",
                    "Anna <<a@b.example>> | Anna <a@b.example>",
                    "Anna (unclosed <a@b.example>, c@d.example | \"Anna (unclosed\" <a@b.example>, c@d.example",
                    "a @ b.example | a@b.example",
                    "Board: a@b.example, c@d.example | Board: a@b.example, c@d.example;",
                    "A: B: a@b.example;; | A:;, B: a@b.example;",
                    "\"a@b.example\" | a@b.example",
                    // Addresses with something around them.
                    "mailto:a@b.example, Anna <mailto:c@d.example> | a@b.example, Anna <c@d.example>",
                    "'a@b.example' | a@b.example",
                    "<@x.example,@y.example:a@b.example> | a@b.example",
                    "a@b.example. | a@b.example",
                    "a@b.example\u00a0, \u200bc@d.example | a@b.example, c@d.example",
                    "=?utf-8?q?a@b.example?= | a@b.example",
                    "a@müller.example | a@xn--mller-kva.example",
                    // The same mailbox in the form that the grammar knows.
                    "s..palmer@b.example | \"s..palmer@b.example\" <\"s..palmer\"@b.example>",
                    "Sam <sam.@b.example> | Sam <\"sam.\"@b.example>",
                    // Addresses that no field may hold: their text stays.
                    "Carl <carl@mail_host.example>, d@e.example | \"Carl <carl@mail_host.example>\":;, d@e.example",
                    "a@b..example | \"a@b..example\":;",
                    "a@b@c.example | \"a@b@c.example\":;",
                    "müller@b.example | =?UTF-8?Q?m=C3=BCller=40b=2Eexample?=:;",
                    "Board: a@b.example, s@d_e.example;, f@g.example | Board: a@b.example;, \"s@d_e.example\":;, f@g.example",
                    // Names of people and things.
                    "nobody at all | nobody at all:;",
                    "root, Chess friends | root:;, Chess friends:;",
                    "a@b.example:; | \"a@b.example\":;",
                    "<> | ``",
                    ";,;: | ``"})
    void whatIsOddIsMendedAndNobodyIsLost(String field, String expected) {
        var mended = AddressField.parse(octets(field));

        if (!expected.equals("O\"\"Brien")) {
            assertEquals(expected, unfolded(mended));
        }
        assertFalse(AddressField.isFine(octets(field)) && !field.equals(expected), field);
        assertStrict(mended.written());
        assertEquals(mended, AddressField.parse(unfolded(mended)), "mending twice changes nothing");
    }

    @Test
    void aNameInSeveralCharsetsCostsItsNeighbourNothing() {
        var mended = AddressField.parse("J\u00fcrgen <j@b.example>, " + octets("Jürgen <k@b.example>"));

        assertEquals("=?UTF-8?Q?J=C3=BCrgen?= <j@b.example>, =?UTF-8?Q?J=C3=BCrgen?= <k@b.example>",
                unfolded(mended));
    }

    @Test
    void aVeryLongNameIsFolded() {
        var mended = AddressField.parse("N".repeat(1_200) + " <a@b.example>, " + "M".repeat(3_000));

        assertStrict(mended.written());
        assertEquals(List.of(EmailAddress.of("a@b.example")), List.copyOf(mended.addresses()));
    }

    @Test
    void aFieldThatIsTooLongHasNobody() {
        assertTrue(AddressField.parse("a@b.example, ".repeat(30_000)).isEmpty());
    }

    @Test
    void membersOfGroupsAreTakenOutToo() {
        var field = AddressField.parse("Board: a@b.example, c@d.example;, Other: a@b.example;, a@b.example, none:;");

        assertEquals("Board: c@d.example;, none:;",
                unfolded(field.without(EmailAddress.of("a@b.example")::equals)));
        assertEquals("Board: a@b.example, c@d.example;, none:;", unfolded(field.distinct()));
        assertEquals("Board: a@b.example, c@d.example;, Other: a@b.example;, a@b.example",
                unfolded(field.reachable()));
    }

    @Test
    void anotherFieldIsAddedWithoutThoseWhoAreThere() {
        var field = AddressField.parse("Anna <a@b.example>").and(AddressField.parse("A@B.EXAMPLE, c@d.example"));

        assertEquals("Anna <a@b.example>, c@d.example", unfolded(field));
    }

    @Test
    void whateverComesInWhatGoesOutIsStrict() {
        var random = new Random(7);
        var pieces = List.of("a@b.example", "Anna", " ", ",", ";", ":", "<", ">", "(", ")", "\"", "\\", "[", "]", "@",
                "..", "=?utf-8?q?=C3?=", "\u00c3\u00bc", "\u00fc", "mailto:", "_", "\t", "'", "\u0007");
        for (var i = 0; i < 20_000; i++) {
            var field = random.ints(random.nextInt(12), 0, pieces.size()).mapToObj(pieces::get)
                    .collect(Collectors.joining());

            var written = AddressField.parse(field).written();

            assertStrict(written);
            assertTrue(written.isEmpty() || AddressField.isFine(written.replace("\r\n", "")), field + " -> " + written);
        }
    }
}
