package org.clubpost.local.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyReaderTest {

    private static List<String> lines(String answer, Charset charset) throws IOException {
        return new ReplyReader(new ByteArrayInputStream(answer.getBytes(charset))).read().lines();
    }

    @Test
    void answerIsReadInUtf8AndInWhatServersHaveBeside() throws IOException {
        for (var charset : List.of(UTF_8, ISO_8859_1)) {
            assertEquals(List.of("Pas de place", "La bo\u00eete est pleine"),
                    lines("552-Pas de place\r\n552 La bo\u00eete est pleine\r\n", charset));
        }
    }
}
