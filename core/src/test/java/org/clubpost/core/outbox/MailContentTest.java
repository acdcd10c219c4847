package org.clubpost.core.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.clubpost.core.store.MailContent;
import org.junit.jupiter.api.Test;

final class MailContentTest {

    @Test
    void contentIsWhatItWasMadeOf() {
        var octets = "Subject: x\n\nx".getBytes(US_ASCII);

        assertEquals(octets.length, MailContent.of(octets).sizeBytes());
        assertArrayEquals(octets, MailContent.of(octets).toByteArray());
    }

    @Test
    void arrayBelongsToTheCaller() {
        var content = MailContent.of("abc".getBytes(US_ASCII));

        content.toByteArray()[0] = 'x';

        assertArrayEquals("abc".getBytes(US_ASCII), content.toByteArray());
    }

    @Test
    void contentThatCannotBeWrittenIsABug() {
        var broken = new MailContent() {

            @Override
            public long sizeBytes() {
                return 1;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                throw new IOException("never");
            }
        };

        assertThrows(UncheckedIOException.class, broken::toByteArray);
    }
}
