package org.clubpost.mail.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorTest {

    private static Author author(String header) {
        return Author.of(MimeParser.parse(Octets.latin1(header + "\r\n\r\n")).header());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"From: anna@club.example", "From: <anna@club.example>", "From: Anna <anna@club.example>",
                    "From: \"Owner <owner@club.example>\" <anna@club.example>",
                    "From: \"owner@club.example\" <anna@club.example>",
                    "from:\r\n =?utf-8?q?Anna_M=C3=BCller?=\r\n <anna@club.example>", "From: anna@club.example (Anna)",
                    "From: \"M\u00fcller, Anna\" <Anna@Club.example>"})
    void oneAddressIsTheAuthor(String header) {
        assertEquals(new Author.One(EmailAddress.of("anna@club.example")), author(header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"From: anna@club.example, bert@club.example",
                    "From: anna@club.example\r\nFrom: bert@club.example",
                    "From: Board: anna@club.example, bert@club.example;", "From: Board:;"})
    void severalAddressesAreNoOneAuthor(String header) {
        assertEquals(new Author.Several(), author(header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"To: x@club.example", "From:", "From: Anna", "From: anna", "From: <>", "From: @@@",
                    "From: anna@localhost",
                    "From: anna@club.example <owner@club.example", "From: \"unclosed <anna@club.example>"})
    void whatIsNoAddressIsNoAuthor(String header) {
        assertEquals(new Author.Unreadable(), author(header));
    }

    @Test
    void twoAddressesWithoutACommaAreNotTakenForEitherOne() {
        assertEquals(new Author.Unreadable(), author("From: owner@club.example anna@club.example"));
    }
}
