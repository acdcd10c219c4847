package org.clubpost.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteSizeTest {

    @ParameterizedTest
    @CsvSource({"0,0,0", "0M,0,0", "1023,1023,1023", "1024,1024,1K", "1K,1024,1K", "1024K,1048576,1M",
            "512K,524288,512K",
            "1536K,1572864,1536K", "10M,10485760,10M", "3000001,3000001,3000001",
            "999999999M,1048575998951424,999999999M"})
    void sizeIsReadAndWrittenInTheLargestUnitThatIsExact(String typed, long octets, String written) {
        var size = ByteSize.parse(typed).orElseThrow();

        assertEquals(new ByteSize(octets), size);
        assertEquals(written, size.written());
        assertEquals(Optional.of(size), ByteSize.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "M", "10 M", "1.5M", "1m", "1G", "1KB", "1234567890", "ten", "\u0665K"})
    void whatIsNoSizeIsRefused(String typed) {
        assertEquals(Optional.empty(), ByteSize.parse(typed));
    }

    @ParameterizedTest
    @CsvSource({"0,0 KB,0", "1023,0 KB,0", "1024,1 KB,1K", "1048575,1023 KB,1023K", "1048576,1 MB,1M",
            "10900000,10 MB,10M"})
    void sizeIsSaidAndRoundedDownInWholeUnits(long octets, String said, String rounded) {
        assertEquals(said, new ByteSize(octets).said());
        assertEquals(rounded, new ByteSize(octets).roundedDown().written());
    }

    @Test
    void negativeSizeIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new ByteSize(-1));
    }
}
