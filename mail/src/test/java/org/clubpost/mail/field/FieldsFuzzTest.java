package org.clubpost.mail.field;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeUtility;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.FieldLimits;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;

/** The readers of fields, given what fields are made of in any order. Nothing makes them throw. */
class FieldsFuzzTest {

    private static final String SEED = "14";
    private static final List<String> BITS = List.of("a", "Anna", "b@c.example", "@", "<", ">", "(", ")", "[", "]",
            "\"",
            "\\", ",", ";", ":", "=", "*", "*0*=", "%", "%41", "'", "utf-8''", ".", "/", "text/plain", "charset=",
            "name=",
            " ", "\t", "\r\n ", "\0", "\u007f", "\u00e4", "\u00c3\u00a4", "=?", "?=", "=?utf-8?q?", "=?utf-8?b?w6Q=?=",
            "=?x-none?q?a?=", "=?iso-2022-jp?B?GyRCJCIbKEI=?=", "xn--", "-", "_", "{{member_name}}", "Re:", "[news]",
            "Fri, 2 Jan 2026 10:00:00 +0000", "2026-01-02T10:00:00Z", "spf=pass", "amazonses.com");

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.of(BITS).list().ofMaxSize(40).map(bits -> String.join("", bits));
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of("word", " ", "  ", "\t", "averylongwordthatneverends".repeat(4), "a", "=?utf-8?Q?x?=")
                .list()
                .ofMaxSize(60).map(bits -> String.join("", bits));
    }

    @Property(tries = 1500, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void addressesAreReadOrRefused(@ForAll("bodies") String body) {
        for (var strict : List.of(true, false)) {
            try {
                AddressLists.parse(body, strict);
            } catch (AddressException refused) {
                assertFalse(String.valueOf(refused.getMessage()).isEmpty());
            }
        }
        var header = new Header(
                List.of(new HeaderLine.Field("To", org.clubpost.mail.mime.Octets.latin1("To:" + body))));
        Addresses.in(header, "To");
        Addresses.count(header, "To");
        AddressField.isFine(body);
        AddressField.parse(body);
        Mailbox.written(Mailbox.parse(body));
    }

    @Property(tries = 1500, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void parametersAreRead(@ForAll("bodies") String body) {
        ContentType.parse(body).toField();
        ContentType.parse("text/plain;" + body).toField();
        assertTrue(isField(Parameters.rewritten("Content-Disposition", "attachment;" + body)));
    }

    @Property(tries = 1500, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void textsAreRead(@ForAll("bodies") String body) {
        assertTrue(isField(FieldText.encode("Subject", FieldText.decode(body))));
        assertTrue(isField(FieldText.hastily(body)));
        HeaderText.decoded(body, 20);
        HeaderText.decodedName(body);
        MessageIds.in(body);
        MessageIds.isUsable(body);
    }

    private static boolean isField(String body) {
        return HeaderLine.Field.of("X", body).raw().length() > 0
                && body.getBytes(ISO_8859_1).length == body.length();
    }

    @Property(tries = 1500, seed = SEED, shrinking = ShrinkingMode.BOUNDED)
    void linesAreFoldedAsByAngus(@ForAll("lines") String line) {
        for (var used : List.of(0, 9, 40, 80)) {
            assertEquals(MimeUtility.fold(used, line.strip()), Folding.fold(used, line.strip()));
        }
    }

    @Example
    void longFieldsOfAddressesAreReadWhereEverythingCloses() throws AddressException {
        var recipient = "\"Anna \\\" (B)\" (a (b)) <anna@example.org>, g: b@c.example, d@e.example;, ";

        assertEquals(2000, AddressLists.parse(recipient.repeat(1000).stripTrailing(), false).length);
    }

    @Example
    void longFieldsOfAddressesAreRefusedWhereSomethingDoesNotClose() {
        for (var bit : List.of("(", "<a", "[", "a:", "\\\"", "\"a\\\"", ">", ")", ";", "<a,")) {
            assertEquals(List.of(), Mailbox.parse("a@b.example, " + bit.repeat(9000) + "x"), bit);
        }
    }

    @Example
    void fieldsBeyondTheirLimitsAreUnreadable() {
        assertEquals(List.of(), Mailbox.parse("a@b.example,".repeat(FieldLimits.ADDRESSES / 12 + 1)));
        assertEquals(List.of(), MessageIds.in("<a@b.example>".repeat(FieldLimits.IDS / 13 + 1)));
        assertEquals(ContentType.UNREADABLE,
                ContentType.parse("text/plain;" + " a=b;".repeat(FieldLimits.PARAMETERS / 5)));
        assertEquals("attachment", Parameters.rewritten("Content-Disposition",
                "attachment;" + " a=b;".repeat(FieldLimits.PARAMETERS / 5)));
    }

    @Example
    void endOfALongSubjectIsNotDecodedAndNotLost() {
        var text = FieldText.decode("=?utf-8?q?a?= ".repeat(2000));

        assertTrue(text.startsWith("aaaa"));
        assertTrue(text.endsWith("=?utf-8?q?a?= "));
    }
}
