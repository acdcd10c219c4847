package org.clubpost.mail.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.field.AddressLists;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;

/** Whoever is found in a From field is whom a lenient reader finds there, and nobody else. */
class AuthorFuzzTest {

    private static final String ANNA = "anna@club.example";

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(ANNA, ANNA, "<" + ANNA + ">", "anna", "club.example", "a@evil.example",
                "<a@evil.example>",
                "@evil.example", ".evil.example", "@", "<", ">", "(", ")", "\"", "\\", "'", ",", ";", ":", " ", " ",
                "\t", "Anna", "Anna@Club ", "@Club", "=?utf-8?Q?a=40evil.example?=", "=?utf-8?Q?anna=40club.example?=",
                "=?utf-8?Q?x=3C?=",
                "=?utf-8?B?QA==?=", "mailto:", "Board:", "\0", ".", "[", "]", "\r\n ", "%", "!", "=",
                "\u00e2\u0080\u008b").list().ofMinSize(1).ofMaxSize(9).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 20_000)
    void noLenientReaderSeesAnybodyElse(@ForAll("fields") String field) {
        var header = MimeParser.parse(Octets.latin1("From: " + field + "\r\n\r\n")).header();
        var anna = EmailAddress.of(ANNA);

        if (Author.of(header).equals(new Author.One(anna))) {
            var others = read(header.value("From").orElseThrow());

            assertEquals(Set.of(anna), Stream.concat(others.stream(), Stream.of(anna)).collect(Collectors.toSet()),
                    field);
        }
    }

    private static Set<EmailAddress> read(String value) {
        try {
            return Stream.of(AddressLists.parse(value, false)).filter(address -> !address.isGroup())
                    .map(InternetAddress::getAddress).map(EmailAddress::parse).flatMap(Optional::stream)
                    .collect(Collectors.toSet());
        } catch (AddressException unreadable) {
            return Set.of();
        }
    }
}
