package org.clubpost.mail.incoming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clubpost.core.list.SampleLists;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncomingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"news-owner@lists.example.org | news@lists.example.org | OWNER",
                    "x@y.example | news@lists.example.org | POST",
                    "x@y.example | news-owner@lists.example.org | OWNER",
                    "x@y.example | news-owner@lists.example.org, news@lists.example.org | POST",
                    "x@y.example | friend@example.net | POST",
                    "other-leave@lists.example.org | friend@example.net | POST",
                    "NEWS-LEAVE@LISTS.example.org | friend@example.net | LEAVE"})
    void theRoleIsThatOfTheEnvelopeRecipientOrElseIsReadFromTheHeader(String envelope, String to, String role) {
        var mail = SampleMail.from("owner@club.example").to(envelope).replacing("To", to);

        assertEquals(role, SampleIncoming.of(mail, SampleLists.aList()).role().name());
    }
}
