package org.clubpost.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({"5m,PT5M,5m", "0m,PT0S,0m", "0d,PT0S,0m", "60m,PT1H,1h", "90m,PT1H30M,90m", "24h,P1D,24h",
            "36h,PT36H,36h",
            "30d,P30D,30d", "1441m,PT24H1M,1441m", "PT24H,PT24H,24h", "P2DT3H,PT51H,51h", "PT90S,PT1M30S,PT1M30S",
            "pt5m,PT5M,5m", "999999h,PT999999H,999999h", "9999d,P9999D,9999d"})
    void timeIsReadAndWrittenInTheLargestUnitThatIsExact(String typed, Duration time, String written) {
        var span = TimeSpan.parse(typed).orElseThrow();

        assertEquals(new TimeSpan(time), span);
        assertEquals(written, span.written());
        assertEquals(Optional.of(span), TimeSpan.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "m", "5 m", "5s", "1w", "-1h", "+1h", "1.5h", "1h30m", "1000000h", "10000d",
                    "PT-5M",
                    "PT99999999999999999999H", "PT9999999999999999H", "soon", "\u0665m"})
    void whatIsNoTimeIsRefused(String typed) {
        assertEquals(Optional.empty(), TimeSpan.parse(typed));
    }

    @Test
    void negativeTimeIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new TimeSpan(Duration.ofMinutes(-1)));
    }
}
