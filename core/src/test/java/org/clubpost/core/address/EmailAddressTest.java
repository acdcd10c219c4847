package org.clubpost.core.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {

    private static final String LABEL_63 = "a".repeat(63);
    private static final String DOMAIN_190 = (LABEL_63 + ".").repeat(2) + "b".repeat(58) + ".org";
    private static final String DOMAIN_189 = (LABEL_63 + ".").repeat(2) + "b".repeat(57) + ".org";

    @ParameterizedTest
    @ValueSource(
            strings = {"anna@example.org", "Anna.Berg@Example.ORG", "a@b.de", "o'brien@example.org",
                    "anna+chess@example.org", "!#$%&'*+/=?^_`{|}~-@example.org", "1@1.example",
                    "a@xn--bcher-kva.example",
                    "a@bücher.example", "a@почта.рф", "a@例え。テスト", "a@e-x-a.m-p.l-e",
                    "postmaster@lists.club.example.org",
                    "a-@example.org", "-a@example.org"})
    void goodAddressIsReadAsItWasTyped(String text) {
        assertEquals(Optional.of(text), EmailAddress.parse(text).map(EmailAddress::written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "anna", "@", "anna@", "@example.org", "anna@example", "anna@localhost",
                    "a b@example.org", "anna@exa mple.org", ".anna@example.org", "anna.@example.org",
                    "an..na@example.org",
                    "\"anna berg\"@example.org", "\"anna\"@example.org", "anna@[192.0.2.1]", "anna@192.0.2.1",
                    "anna@[IPv6:2001:db8::1]", "änna@example.org", "anna@-example.org", "anna@example-.org",
                    "anna@exa_mple.org", "anna@example..org", "anna@.example.org", "anna@example.org.",
                    "anna@example.123",
                    "anna@@example.org", "anna@berta@example.org", "<anna@example.org>", "Anna <anna@example.org>",
                    "anna(comment)@example.org", "anna,berta@example.org", "anna;@example.org", "an\\na@example.org",
                    "anna@example.org\r\nBcc: b@example.org", "an\r\nna@example.org", "an\0na@example.org",
                    "anna@exam\0ple.org", "anna@example.org\0", "anna@exam\u202eple.org", "anna@a\u200db.example",
                    "anna@a\u200cb.example", "anna@exam!ple.org", "mailto:anna@example.org", "anna@ß_.example",
                    "anna@xn--.example"})
    void badAddressIsRefused(String text) {
        assertEquals(Optional.empty(), EmailAddress.parse(text));
        assertThrows(IllegalArgumentException.class, () -> EmailAddress.of(text));
    }

    @Test
    void whiteSpaceAroundAnAddressIsIgnored() {
        assertEquals("anna@example.org", EmailAddress.of(" \t anna@example.org\r\n").written());
    }

    @Test
    void localPartHasAtMost64Octets() {
        assertEquals(64, EmailAddress.of("a".repeat(64) + "@example.org").localPart().length());
        assertEquals(Optional.empty(), EmailAddress.parse("a".repeat(65) + "@example.org"));
    }

    @Test
    void labelHasAtMost63Octets() {
        assertEquals(LABEL_63 + ".org", EmailAddress.of("a@" + LABEL_63 + ".org").domain());
        assertEquals(Optional.empty(), EmailAddress.parse("a@a" + LABEL_63 + ".org"));
    }

    /** RFC 5321 section 4.5.3.1.3: 256 octets with the angle brackets. */
    @Test
    void wholeAddressHasAtMost254Octets() {
        assertEquals(254, EmailAddress.of("a".repeat(64) + "@" + DOMAIN_189).ascii().length());
        assertEquals(190, EmailAddress.of("a@" + DOMAIN_190).domain().length(), "the domain by itself is one");
        assertEquals(Optional.empty(), EmailAddress.parse("a".repeat(64) + "@" + DOMAIN_190));
    }

    /** It is short as it is written, and long as it travels. */
    @Test
    void internationalDomainHasAtMost253OctetsInItsAsciiForm() {
        var label = "ü".repeat(40);

        assertTrue(EmailAddress.parse("a@" + (label + ".").repeat(2) + "org").isPresent());
        assertEquals(Optional.empty(), EmailAddress.parse("a@" + (label + ".").repeat(6) + "org"));
    }

    @Test
    void domainHasAtMost253Octets() {
        assertEquals(Optional.empty(), EmailAddress.parse("a@" + (LABEL_63 + ".").repeat(4) + "org"));
    }

    @Test
    void partsAreAsTheyGoOverTheWire() {
        var address = EmailAddress.of("Anna.Berg@Bücher.Example");

        assertEquals("Anna.Berg@Bücher.Example", address.written());
        assertEquals("Anna.Berg@xn--bcher-kva.example", address.ascii());
        assertEquals("anna.berg@xn--bcher-kva.example", address.compared());
        assertEquals("Anna.Berg", address.localPart());
        assertEquals("xn--bcher-kva.example", address.domain());
    }

    /**
     * RFC 5894 section 7.2: since 2010 these letters are themselves, so that the domain without them is somebody
     * else's.
     */
    @ParameterizedTest
    @CsvSource({"straße.de,xn--strae-oqa.de", "STRASSE.de,strasse.de", "fußball.example,xn--fuball-cta.example",
            "βόλος.com,xn--nxasmm1c.com", "ßß.example,xn--zcaa.example",
            "Größe.Müller.de,xn--gre-6ka8i.xn--mller-kva.de"})
    void lettersThatOldRulesReplacedAreKept(String typed, String ascii) {
        assertEquals("a@" + ascii, EmailAddress.of("a@" + typed).ascii());
    }

    @Test
    void spellingsOfOneAddressAreEqual() {
        var address = EmailAddress.of("Anna@Bücher.example");

        for (var same : new String[]{"anna@bücher.example", "ANNA@BÜCHER.EXAMPLE", "anna@xn--bcher-kva.example",
                "anna@XN--BCHER-KVA.example", "anna@bu\u0308cher.example"}) {
            assertEquals(address, EmailAddress.of(same));
            assertEquals(address.hashCode(), EmailAddress.of(same).hashCode());
        }
    }

    @Test
    void dotsAndTagsAreSignificant() {
        assertNotEquals(EmailAddress.of("anna.berg@example.org"), EmailAddress.of("annaberg@example.org"));
        assertNotEquals(EmailAddress.of("anna+x@example.org"), EmailAddress.of("anna@example.org"));
        assertFalse(EmailAddress.of("anna@example.org").equals(new Object()));
    }

    @Test
    void addressCannotSlipIntoALog() {
        assertEquals("EmailAddress[hidden]", EmailAddress.of("anna@example.org").toString());
    }

    @Test
    void maskedAddressShowsOneLetterAndTheDomain() {
        assertEquals("A•••@example.org", EmailAddress.of("Anna@example.org").masked());
    }
}
