package org.clubpost.mail.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.clubpost.core.address.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationResultsTest {

    private static final EmailAddress AUTHOR = EmailAddress.of("anna@club.example");

    private static boolean proves(String results, String envelope) {
        return AuthenticationResults.parse("amazonses.com; " + results).prove(AUTHOR, EnvelopeSender.parse(envelope));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"dmarc=pass header.from=club.example | x@other.example | true",
                    "dmarc=pass header.from=CLUB.example | x@other.example | true",
                    "dmarc=pass header.from=other.example | anna@club.example | false",
                    "dmarc=pass | anna@club.example | false",
                    "spf=pass; dkim=pass header.i=@club.example; dmarc=fail header.from=club.example | anna@club.example | false",
                    "dkim=pass header.i=@club.example; dmarc=none | x@other.example | true",
                    "dkim=pass header.i=@club.example | x@other.example | true",
                    "dkim=pass header.i=anna@club.example | x@other.example | true",
                    "dkim=pass header.i=@mail.club.example | x@other.example | true",
                    "dkim=pass header.d=club.example | x@other.example | true",
                    "dkim=pass header.i=@other.example | x@other.example | false",
                    "dkim=pass header.i=@evilclub.example | x@other.example | false",
                    "dkim=pass header.i=@example | x@other.example | false",
                    "dkim=fail header.i=@club.example | x@other.example | false",
                    "dkim=fail header.i=@club.example; dkim=pass header.i=@club.example | x@other.example | true",
                    "spf=pass client-ip=192.0.2.1; envelope-from=b@club.example; helo=x | b@club.example | true",
                    "spf=pass client-ip=192.0.2.1 | b@bounces.club.example | true",
                    "spf=pass | b@other.example | false",
                    "spf=pass | <> | false", "spf=softfail | b@club.example | false",
                    "spf=pass; dmarc=none | b@club.example | true",
                    "spf=pass; dmarc=temperror | b@club.example | true", "spf=fail | b@club.example | false"})
    void theAuthorIsProvenByDmarcOrElseByWhatIsAligned(String results, String envelope, boolean expected) {
        assertEquals(expected, proves(results, envelope));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"amazonses.com.evil.example; dmarc=pass header.from=club.example",
                    "mx.club.example; dmarc=pass header.from=club.example", "dmarc=pass header.from=club.example", "",
                    "amazonses.com; dmarc=pass header.from=club.example; dmarc=fail header.from=club.example",
                    "amazonses.com; spf=pass; spf=fail; dkim=pass header.i=@club.example",
                    "amazonses.com 2; dmarc=pass header.from=club.example",
                    "amazonses.com; dmarc=pass header.from=club.example; x=\"y; dmarc=fail header.from=club.example\"",
                    "amazonses.com; dmarc=pass header.from=club.example; reason=\"not closed",
                    "amazonses.com; dmarc=pass header.from=club.example properties.from=other.example; spf=pass; spf=pass",
                    "amazonses.com; dmarc=pass header.from=\"club.example",
                    "amazonses.com; dmarc=pass header.from=\"x\"@club.example",
                    "amazonses.com; dmarc=pass header.from=\"x y\"@club.example",
                    "amazonses.com; dmarc=pass header.from=a@b@club.example",
                    "amazonses.com; dkim=pass header.i=x; DMARC = pass header.from=club.example; dmarc=fail",
                    "amazonses.com; dkim=pass header.i=x@evil.example dmarc=pass header.from=club.example; dmarc=none",
                    "amazonses.com; dmarc=pass header.from=club.example header.from=other.example",
                    "amazonses.com; dkim=pass header.i=@club.example header.i=@other.example",
                    "amazonses.com; dkim=pass header.i=@club.example@other.example"})
    void whatSesDoesNotWriteIsNotBelieved(String value) {
        assertEquals(AuthenticationResults.NONE, AuthenticationResults.parse(value));
    }

    /** Forms that SES wrote over the years, and what RFC 8601 allows besides. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"dmarc=none properties.from=club.example; dkim=pass header.i=@club.example | true",
                    "dmarc=none properties.from=other.example; dkim=pass header.i=@club.example | false",
                    "dmarc=none header.from=other.example; spf=pass; dkim=pass header.i=@club.example | false",
                    "dmarc=none header.from=mail.club.example; dkim=pass header.i=@club.example | true",
                    "dmarc=pass properties.from=club.example | true",
                    "dkim=pass header.i=club.example | true", "dkim=pass header.i=\"@club.example\" | true",
                    "dmarc=pass header.from=anna@club.example | true",
                    "dmarc=pass header.from=<anna@club.example> | true",
                    "dmarc=pass header.from=\"anna@club.example\" | true",
                    "dmarc=pass header.from=club.example@other.example | false",
                    "dmarc=pass (p=none sp=quarantine dis=none) header.from=club.example policy.dmarc=none | true",
                    "dmarc/1=pass header.from=club.example | true", "DMARC=PASS header.from=club.example | true",
                    "arc=pass (i=1 spf=pass); dmarc=pass header.from=club.example; bimi=none; iprev=pass x | true",
                    "dmarc=pass header.from=club.example; x-new; =; ;; a b c; 1=2 | true",
                    "dmarc=pass action=none tree-walk=2 header.from=club.example said \"so; it is\" | true",
                    "dkim=pass reason=\"good; really\" header.i=@club.example | true",
                    "dkim=pass reason=\"a \\\"; b\" header.i=@club.example | true",
                    "dkim=pass header.i= header.d=club.example header.s=x header.a=rsa-sha256 header.b=\"ab/c\" | true",
                    "dkim=permerror (no key); dkim=temperror; dkim=policy header.i=@; dkim=neutral header.i=@x; dkim=pass header.i=@club.example | true",
                    "dkim=permerror header.i=@club.example | false", "dkim=policy header.i=@club.example | false",
                    "dkim=neutral header.i=@club.example | false", "dkim=pass header.i=@_x.club.example | false",
                    "dkim=passable header.i=@club.example | false", "dkim=pass-ish header.i=@club.example | false",
                    "dmarc=bestguesspass header.from=club.example | false",
                    "dmarc=permerror header.from=club.example; dkim=pass header.i=@club.example | true",
                    "notdkim=pass header.i=@club.example; x-dmarc=pass header.from=club.example | false",
                    "x=\"dmarc=pass header.from=club.example\" | false",
                    "dkim=pass header.i=@club.example dmarc=fail header.from=club.example | false",
                    "spf=pass (x( dmarc=fail header.from=club.example; dkim=pass header.i=@club.example | false",
                    "dkim=pass header.i=@club.example; spf=pass (x( dmarc=fail header.from=club.example | false",
                    "dkim=pass header.i=@club.example; dmarc=\"fail\" header.from=club.example | false",
                    "dkim=pass header.i=a; dkim=pass header.i=@club.example | false",
                    "spf=pass (x) dmarc=fail header.from=club.example; dkim=pass header.i=@club.example | false",
                    "spf=pass smtp.mailfrom=x@y.example; dmarc=fail (p=NONE) header.from=club.example | false"})
    void whatIsNotKnownIsPassedOver(String results, boolean expected) {
        assertEquals(expected, proves(results, "x@nowhere.example"));
        assertEquals(expected, AuthenticationResults.parse(" AmazonSES.com 1 ; " + results).prove(AUTHOR,
                new EnvelopeSender.Null()));
    }

    @Test
    void commentsAreNoResults() {
        assertEquals(new AuthenticationResults(false, Set.of(), new Dmarc.Undecided()), AuthenticationResults
                .parse("amazonses.com; spf=fail (a (nested) comment; dmarc=pass header.from=club.example) client-ip=::1"));
    }

    @Test
    void aCommentThatIsNotClosedTakesTheRestWithIt() {
        assertEquals(AuthenticationResults.NONE,
                AuthenticationResults.parse("amazonses.com; spf=fail (oops; dmarc=pass header.from=club.example"));
    }

    @ParameterizedTest
    @CsvSource({"club.example, club.example, true", "mail.club.example, club.example, true",
            "club.example, mail.club.example, true", "a.club.example, b.club.example, false",
            "notclub.example, club.example, false", "example, club.example, false"})
    void domainsAreAlignedWhenOneIsTheOtherOrLiesBelowIt(String one, String other, boolean expected) {
        assertEquals(expected, AuthenticationResults.aligned(one, other));
    }
}
