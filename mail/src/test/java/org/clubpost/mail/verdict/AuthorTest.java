package org.clubpost.mail.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    /** How programs and people really write it. The one address is found. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Miller, Anna <anna@club.example>", "\"Anna <anna@club.example>", "Anna\" <anna@club.example>",
                    "mailto:anna@club.example", "Anna <mailto:anna@club.example>", "Anna [mailto:anna@club.example]",
                    "Anna [SMTP:anna@club.example]", "Anna; Miller <anna@club.example>", "anna@club.example;",
                    "Anna <anna@club.example>,", ", Anna <anna@club.example>", "Anna <anna@club.example>;",
                    "<<anna@club.example>>", "Anna <anna@club.example", "Anna anna@club.example>",
                    "Anna anna@club.example", "Anna Miller anna@club.example", "(Anna) anna@club.example (Miller)",
                    "anna@club.example(Anna)", "Miller, anna@club.example(Anna)",
                    "Anna (bert@other.example) <anna@club.example>",
                    "anna@club.example (bert@other.example)", "\"Anna (\" <anna@club.example>",
                    "\"A (\" <anna@club.example> (x)", "Anna (at home <anna@club.example>", "Anna) <anna@club.example>",
                    "anna@club.example <anna@club.example>", "Anna@Club.example <anna@club.example>",
                    "anna@club.example, Anna <anna@club.example>", "Board: anna@club.example;",
                    "Board:anna@club.example;", "Board: Anna <anna@club.example>;", "Board: anna@club.example",
                    "=?utf-8?Q?Anna_<anna=40club.example>?=", "=?utf-8?Q?Anna_<anna@club.example>?=",
                    "=?utf-8?B?QW5uYSA8YW5uYUBjbHViLmV4YW1wbGU+?=", "=?utf-8?Q?Miller,_Anna?=, x <anna@club.example>",
                    "\"=?utf-8?Q?M=C3=BCller,_Anna?=\" <anna@club.example>", "'Anna' <'anna@club.example'>",
                    "'anna@club.example'", "''anna@club.example''", "<anna@club.example.>",
                    "M\u00fcller, Anna <anna@club.example>", "M\u00c3\u00bcller. <anna@club.example>",
                    "Anna <anna@club.example> via web, x", "Anna <anna@club.example> <anna@club.example>",
                    "Anna at Club: the best <anna@club.example>, Ltd.", "\t,\tAnna\t<anna@club.example>",
                    "Anna.Miller <anna@club.example>", "Dr. A. Miller <anna@club.example>",
                    "\"A\" \"B\", <anna@club.example>", "Anna \\<anna@club.example>",
                    "Anna@Club <anna@club.example>", "anna@work <anna@club.example>", "Anna @ Club <anna@club.example>",
                    "Anna@Club, Miller <anna@club.example>", "M\u00c3\u00bcller@B\u00c3\u00bcro <anna@club.example>",
                    "A@Home B@Work <anna@club.example>", "Anna@Club<anna@club.example>",
                    "=?utf-8?Q?Anna=40Club?= <anna@club.example>", "=?utf-8?Q?Anna?= @Club <anna@club.example>",
                    "\"Anna@Club\" <anna@club.example>"})
    void theOneAddressInABrokenFieldIsTheAuthor(String field) {
        assertEquals(new Author.One(EmailAddress.of("anna@club.example")), author("From: " + field));
    }

    /** In each of these, some program reads another author, or may. */
    @ParameterizedTest
    @ValueSource(
            strings = {"a@evil.example, anna@club.example", "a@evil.example; anna@club.example",
                    "a@evil.example <anna@club.example", "anna@club.example <a@evil.example",
                    "anna@club.example a@evil.example", "<anna@club.example> <a@evil.example>",
                    "<<anna@club.example> a@evil.example>", "\"anna@club.example <a@evil.example>",
                    "\"anna@club.example\", <a@evil.example>", "anna@club.example, \"x\" <a@evil.example>",
                    "Miller, (a@evil.example) <anna@club.example>", "(anna@club.example), a@evil.example",
                    "(anna@club.example (nested)) x, a@evil.example", "x, ((a@evil.example) <anna@club.example>",
                    "<@evil.example:anna@club.example>", "<@evil.example,@x.example:anna@club.example>",
                    "anna@club.example@evil.example", "anna@club.example\u0000@evil.example",
                    "anna@club.example\u0000.evil.example", "anna\u0000@club.example",
                    "anna@club.example(x).evil.example", "anna@club.example .evil.example",
                    "anna@club.example (x) . (y) evil.example", "anna@club.example. evil.example",
                    "anna@club.example\"x\".evil.example", "anna@club.example\\.evil.example",
                    "anna@club.example%evil.example", "anna@club.example,@evil.example", "anna @club.example, x",
                    "anna@ club.example, x", "anna@(x)club.example, y", "x \"a\"anna@club.example",
                    "\"anna\"@club.example", "a\\ nna@club.example, x", "x . anna@club.example, y",
                    "=?utf-8?Q?a=40evil.example?=, anna@club.example",
                    "=?utf-8?Q?a=40?=evil.example, anna@club.example",
                    "=?utf-8?Q?a=40evil.example,?= x, <anna@club.example>",
                    "=?utf-8?B?YUBldmlsLmV4YW1wbGU=?= x, <anna@club.example>",
                    "=?utf-8?Q?anna=40club.example?=.evil.example", "anna@club.example=?utf-8?Q?.evil.example?=",
                    "=?utf-8?Q?anna=40club.example=00.evil.example?=",
                    "=?utf-8?Q?anna=40club.example_.evil.example?=", "=?x-none?Q?a=40evil.example?=@club.example",
                    "a\u00ef\u00bc\u00a0evil.example, anna@club.example",
                    "anna@club.example\u00e2\u0080\u008b.evil.example",
                    "anna@club.example'.evil.example", "'anna@club.example", "anna@club.example' x",
                    "anna@club.example:evil.example", "evil.example!anna@club.example@x",
                    "anna@club.example/evil.example",
                    "<evil@evil.example:anna@club.example>", "<anna@club.example>:,evil@evil.example",
                    "<anna@club.example>.!mailto:,evil@evil.example", "!<anna@club.example>:, a@evil.example",
                    "(anna@club.example", "anna@club.example evil, x", "anna@club.example evil.example",
                    "=?utf-8?Q?a=40evil.example?=\\<anna@club.example>",
                    "=?utf-8?Q?a=40evil.example?= x]<anna@club.example>",
                    "anna@club.example x<anna@club.example>", "=?utf-8?Q?a?=anna@club.example x<anna@club.example>",
                    "=?utf-8?Q?x?=anna@club.example, y", "Board: a@evil.example, anna@club.example;",
                    "a@evil.example <anna@club.example>", "a @ evil.example <anna@club.example>",
                    "a@evil .example <anna@club.example>", "a@evil. example <anna@club.example>",
                    "a@evil(x).example <anna@club.example>", "a@[192.0.2.1] <anna@club.example>",
                    "a@evil\\.example <anna@club.example>", "a@\"evil.example\" <anna@club.example>",
                    "a@=?utf-8?Q?evil.example?= <anna@club.example>",
                    "a@=?x-none?Q?evil=2Eexample?= <anna@club.example>",
                    "a@evil\u00e3\u0080\u0082example <anna@club.example>",
                    "a@evil\u00ef\u00bc\u008eexample <anna@club.example>", "a@evil\u0000.example <anna@club.example>",
                    "Anna@Club <anna@club.example> <a@evil.example>", "Anna@Club <anna@club.example> a@evil.example",
                    "Anna@Club (<anna@club.example>)", "Anna@Club \"<anna@club.example>\"",
                    "Anna@Club <anna@club.example", "Anna@Club anna@club.example", "anna@club.example <Anna@Club>",
                    "a@evil@Club <anna@club.example>", "Anna@Club <@evil.example:anna@club.example>",
                    "Board: a@evil.example; anna@club.example", "x:y:anna@club.example, z", "@, anna@club.example",
                    "anna@club.example, @", "anna@localhost, x", "anna@club..example, x", "anna@[192.0.2.1], x"})
    void whereTwoReadersMaySeeTwoAuthorsNoneIsFound(String field) {
        assertNotEquals(new Author.One(EmailAddress.of("anna@club.example")), author("From: " + field), field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"From : a@evil.example\r\nFrom: anna@club.example",
                    "From:\r\n a@evil.example,\r\n\tanna@club.example",
                    "From: x,\r\n \r\n <anna@club.example> a@evil.example",
                    "FROM: anna@club.example\r\nfrom: anna@club.example"})
    void foldsAndSecondFieldsHideNothing(String header) {
        assertFalse(author(header) instanceof Author.One);
    }

    @Test
    void aBrokenFieldMayBeFolded() {
        assertEquals(new Author.One(EmailAddress.of("anna@club.example")),
                author("From: Miller,\r\n Anna\r\n\t<anna@club.example>"));
    }

    @Test
    void aLineOfAnMboxIsNoField() {
        assertEquals(new Author.One(EmailAddress.of("anna@club.example")),
                author("From a@evil.example Mon Jan  1 00:00:00 2026\r\nFrom: anna@club.example"));
    }

    /** Each reading takes a while. */
    @Test
    @Timeout(30)
    void aLongBrokenFieldCostsLittle() {
        for (var bit : List.of("(", "((a)", "\"", "a@b.example ", "=?utf-8?Q?=40?= ", "'", ":", "@", " .", "mailto:")) {
            for (var length : List.of(4_000, 200_000)) {
                author("From: " + bit.repeat(length / bit.length()) + ", <anna@club.example>");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"To: x@club.example", "From:", "From: Anna", "From: anna", "From: <>", "From: @@@",
                    "From: anna@localhost"})
    void whatIsNoAddressIsNoAuthor(String header) {
        assertEquals(new Author.Unreadable(), author(header));
    }

    @Test
    void twoAddressesWithoutACommaAreNotTakenForEitherOne() {
        assertEquals(new Author.Unreadable(), author("From: owner@club.example anna@club.example"));
        assertEquals(new Author.Unreadable(), author("From: anna@club.example <owner@club.example"));
    }
}
