package org.clubpost.mail.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.clubpost.core.suppression.BounceReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CodesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"550 5.1.1 unknown | 5.1.1 | 550",
                    "550-5.1.1 unknown | 5.1.1 | 550",
                    "host 192.0.2.1 said: 452 4.2.2 full | 4.2.2 | 452", "no code at all | '' | ''",
                    "(#5.5.0) remote host 192.0.2.32 said: 550 no | 5.5.0 | 550", "5.0.0 then 5.7.1 | 5.7.1 | ''",
                    "version 4.7.0.27 and 8.14.3/8.14.3 | '' | ''", "more than 550 bytes | '' | ''",
                    "2.0.0 OK | '' | ''",
                    "554 554 5.7.0 Header error (state 18) | 5.7.0 | 554", "421 4.7.0 [TSS04] | 4.7.0 | 421",
                    "port 587 and page 599 | '' | ''", "said: 550 | '' | 550"})
    void codesAreFoundInWords(String words, String status, String reply) {
        assertEquals(new Codes(status, reply), Codes.in(words));
    }

    @Test
    void aCodeThatSaysMoreCounts() {
        assertEquals("5.1.1", new Codes("5.0.0", "").orElse(new Codes("5.1.1", "550")).status());
        assertEquals("4.4.7", new Codes("4.4.7", "").orElse(new Codes("5.1.1", "550")).status());
        assertEquals("5.0.0", new Codes("5.0.0", "").orElse(new Codes("4.2.2", "")).status());
        assertEquals("5.1.1", Codes.NONE.orElse(new Codes("5.1.1", "")).status());
    }

    @Test
    void theClassIsThatOfTheStatusBeforeThatOfTheReply() {
        assertEquals(4, new Codes("4.1.1", "550").severity());
        assertEquals(5, new Codes("", "550").severity());
        assertEquals(0, Codes.NONE.severity());
    }

    @Test
    void codesOfARangeMeanTheSame() {
        assertEquals(Optional.of(BounceReason.BLOCKED), StatusMeanings.of("5.7.606"));
        assertEquals(Optional.of(BounceReason.BLOCKED), StatusMeanings.of("5.7.649"));
        assertEquals(Optional.empty(), StatusMeanings.of("5.7.650"));
        assertEquals(Optional.empty(), StatusMeanings.of("5.0.0"));
    }
}
