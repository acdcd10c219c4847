package org.clubpost.people.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.clubpost.people.file.Mailboxes.Mailbox;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MailboxesTest {

    private static String written(String text) {
        return Mailboxes.in(CellText.of(text)).stream()
                .map(each -> each.name().isEmpty() ? each.address() : each.name() + " = " + each.address())
                .collect(Collectors.joining(" + "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "a@x.example | a@x.example", "Anna <a@x.example> | Anna = a@x.example",
                    "\"Müller, Anna\" <a@x.example> | Müller, Anna = a@x.example",
                    "Müller, Anna <a@x.example> | Müller, Anna = a@x.example",
                    "'Anna' <a@x.example> | Anna = a@x.example", "<a@x.example> | a@x.example",
                    "\"Anna \\\"A\\\" M\" <a@x.example> | Anna \"A\" M = a@x.example",
                    "a@x.example (Anna) | Anna = a@x.example", "mailto:a@x.example | a@x.example",
                    "SMTP:a@x.example | a@x.example", "a at x.example | a@x.example",
                    "a@x.example ::: b@x.example | a@x.example + b@x.example",
                    "a@x.example; b@x.example, | a@x.example + b@x.example",
                    "a@x.example b@x.example | a@x.example + b@x.example",
                    "Anna <a@x.example>, Ben B <b@x.example>; c@x.example "
                            + "| Anna = a@x.example + Ben B = b@x.example + c@x.example",
                    "nonsense | nonsense", "no, body | no, body", "Anna a@x.example | Anna a@x.example",
                    "hello <a@x.example> <b@x.example> | hello <a@x.example> <b@x.example>",
                    "Ann <a@x.example> Ben <b@x.example> | Ann <a@x.example> Ben <b@x.example>",
                    "b@x.example <a@x.example> | b@x.example <a@x.example>",
                    "Ann <a@x.example> b@x.example | Ann <a@x.example> b@x.example",
                    "<a@x.example> <b@x.example> | a@x.example + b@x.example",
                    "a@x.example <A@x.example> | A@x.example", "\"a@x.example\" <a@x.example> | a@x.example",
                    "\"b@x.example\" <a@x.example> | b@x.example = a@x.example",
                    "Ann <a@x.example> (home) | Ann = a@x.example", "\"open <a@x.example> | \"open = a@x.example",
                    "a@x.example> | a@x.example>"})
    void mailboxesAreFoundAsPeopleWriteThem(String text, String found) {
        assertEquals(found, written(text));
    }

    @ParameterizedTest
    @CsvSource({"\u00A0a@x.example\u00A0", "\u200Ba@x.example", "a@x.example\uFEFF", "a\u00AD@x.example",
            "\u202Aa@x.example\u202C", "a@x.example\u2003", "\u2060a@x.example\u200E"})
    void whatCannotBeSeenIsNotInAnAddress(String text) {
        assertEquals(List.of(new Mailbox("", "a@x.example")), Mailboxes.in(CellText.of(text)));
    }

    @ParameterizedTest
    @CsvSource({"'Anna\u00A0Marie', Anna Marie", "'  Anna \u2003 Marie\u200B ', Anna Marie", "'An\u00ADna', Anna",
            "'\u200EAnna', Anna", "'', ''", "'O\u2019Brien', O\u2019Brien",
            "'\u0645\u06CC\u200C\u062E', '\u0645\u06CC\u200C\u062E'"})
    void blanksOfAllKindsAreOnePlainOne(String text, String seen) {
        assertEquals(seen, CellText.of(text));
    }

    @Test
    void nothingIsNobody() {
        assertEquals(List.of(), Mailboxes.in(""));
        assertEquals(List.of(), Mailboxes.in(" ,;, "));
    }

    @Test
    void longTextCostsLittle() {
        for (var text : List.of("a,".repeat(400_000), "<".repeat(800_000), "\"".repeat(800_001),
                "a at ".repeat(160_000),
                "a@b ".repeat(200_000), "::".repeat(400_000), " ".repeat(800_000) + "x")) {
            Assertions.assertTimeout(Duration.ofSeconds(20), () -> Mailboxes.in(CellText.of(text)));
        }
    }
}
