package org.clubpost.core.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MailboxTest {

    @ParameterizedTest
    @CsvSource({
            "anna@example.org,                  anna@example.org",
            "Anna@EXAMPLE.org,                  anna@example.org",
            "anna+news@example.org,             anna@example.org",
            "anna+news+more@example.org,        anna@example.org",
            "+news@example.org,                 +news@example.org",
            "an.na@example.org,                 an.na@example.org",
            "anna-news@example.org,             anna-news@example.org",
            "an.n.a@gmail.com,                  anna@gmail.com",
            "A.N.N.A+x.y@googlemail.com,        anna@gmail.com",
            "anna-x@gmail.com,                  anna-x@gmail.com",
            "anna-news@yahoo.com,               anna@yahoo.com",
            "anna-news@yahoo.co.uk,             anna@yahoo.co.uk",
            "anna-news@ymail.com,               anna@ymail.com",
            "an_n-a.x@protonmail.com,           annax@proton.me",
            "annax@pm.me,                       annax@proton.me",
            "anna@me.com,                       anna@icloud.com",
            "anything@anna.fastmail.com,        anna@fastmail.com",
            "anna@fastmail.com,                 anna@fastmail.com",
            "anna+x@fastmail.fm,                anna@fastmail.fm",
            "an.n-a@ya.ru,                      anna@yandex.ru",
            "an-na@yandex.com.tr,               anna@yandex.ru",
            "_-_@proton.me,                     _-_@proton.me",
            "anna+x@bücher.example,             anna@xn--bcher-kva.example"})
    void addressesOfOneMailboxAreOne(String address, String mailbox) {
        assertEquals(mailbox, Mailbox.of(EmailAddress.of(address)).text());
    }

    @Test
    void itDoesNotSlipIntoALog() {
        assertFalse(Mailbox.of(EmailAddress.of("anna@example.org")).toString().contains("anna"));
    }
}
