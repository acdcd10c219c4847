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
                    "amazonses.com; dmarc=pass header.from=club.example; x=y",
                    "amazonses.com; dmarc=pass header.from=club.example header.from=other.example",
                    "amazonses.com; dkim=pass header.i=@club.example header.b=x@other.example",
                    "amazonses.com; dkim=pass header.i=@club.example@other.example",
                    "amazonses.com; dkim=pass reason=\"good; really\" header.i=@club.example"})
    void whatSesDoesNotWriteIsNotBelieved(String value) {
        assertEquals(AuthenticationResults.NONE, AuthenticationResults.parse(value));
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
