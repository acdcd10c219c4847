package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GiveDateTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-06T08:30:07Z");

    private static Entity dated(String header) {
        var context = new PostContext(Mails.list(), Mails.context().links(), Map.of(),
                new PostContext.Arrival(RECEIVED, 1));
        return new GiveDate().apply(MimeParser.parse(Octets.latin1(header + "\r\n\r\nx")), context);
    }

    @Test
    void aMailWithoutADateGetsTheTimeAtWhichItWasReceived() throws ParseException {
        String date = dated("Subject: x").header().value("Date").orElseThrow();

        assertEquals("Fri, 6 Mar 2026 08:30:07 +0000", date);
        assertEquals(RECEIVED, new MailDateFormat().parse(date).toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Date: yesterday", "DATE:", "Date: Tue, 31 Feb 2026 10:00:00 +0000"})
    void whatIsNoDateBecomesTheTimeAtWhichTheMailWasReceived(String field) {
        assertEquals("Fri, 6 Mar 2026 08:30:07 +0000", dated(field).header().value("Date").orElseThrow());
    }

    @Test
    void aTimeInAnotherFormIsTheSameTime() {
        assertEquals("Mon, 2 Mar 2026 10:00:00 +0100",
                dated("Date: 2026-03-02T10:00:00+01:00").header().value("Date").orElseThrow());
    }

    @Test
    void aCommentInRawLettersGoesAndTheDateStays() {
        assertEquals("Mon, 2 Mar 2026 10:00:00 +0200",
                dated("Date: Mon, 2 Mar 2026 10:00:00 +0200 (Mitteleurop\u00e4ische Zeit)").header().value("Date")
                        .orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Date: Mon, 01 Jan 2001 00:00:00 -0800", "date:1 Jan 70\r\n 00:00 GMT"})
    void aDateStays(String field) {
        assertEquals(field + "\r\n", dated(field).header().first("Date").orElseThrow().raw().latin1());
    }
}
