package org.clubpost.local.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParametersTest {

    @Test
    void valuesOfOneNameKeepTheirOrder() {
        assertEquals(Map.of("a", List.of("1", "", "2"), "b", List.of("")), QueryParameters.of("a=1&b&&a=&a=2"));
        assertEquals(Map.of(), QueryParameters.of(""));
    }

    @ParameterizedTest
    @CsvSource({"J%c3%B6rg+%2B+1, Jörg + 1", "a=b%3Dc, a=b=c", "%, %", "%4, %4", "%zz, %zz", "%-1, %-1", "%%41, %A",
            "100%, 100%", "%ff, \uFFFD", "Jörg, Jörg"})
    void whatIsNoEncodingStands(String sent, String read) {
        assertEquals(Map.of("q", List.of(read)), QueryParameters.of("q=" + sent));
    }
}
