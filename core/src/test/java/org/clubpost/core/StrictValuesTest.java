package org.clubpost.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clubpost.core.address.CountryCode;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.delivery.RetryPolicy;
import org.clubpost.core.directory.Order;
import org.clubpost.core.directory.Search;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.SenderPattern;
import org.clubpost.core.secret.SubscriberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever holds such a value need not look at it again. */
class StrictValuesTest {

    record Strict(String name, Function<String, ?> of, String good, List<String> bad) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Strict> values() {
        return Stream.of(
                new Strict("country code", CountryCode::new, "+49", List.of("", "49", "+", "+0", "+49 ", "+49a")),
                new Strict("phone number", PhoneNumber::new, "+493012345678",
                        List.of("", "+49", "030 123456", "+49 30 12345678", "+4930123456789012345")),
                new Strict("domain", DomainPattern::new, "*.uni.example",
                        List.of("", "*", "Uni.example", "uni..example", "büro.example", "anna@uni.example")),
                new Strict("group", GroupName::new, "two-words",
                        List.of("", "Board", "two words", "-board", "board-", "x".repeat(100))),
                new Strict("sender", SenderPattern::new, "anna@club.example",
                        List.of("", "anna", "Anna@Club.example", "anna@", "anna@club.example, pat@club.example")),
                new Strict("key", SubscriberId::new, "0123456789abcdef0123456789abcdef",
                        List.of("", "0", "0123456789ABCDEF0123456789ABCDEF", "0123456789abcdef0123456789abcdef0")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatIsNotWrittenSoIsNone(Strict value) {
        assertNotNull(value.of().apply(value.good()));
        for (var bad : value.bad()) {
            assertThrows(IllegalArgumentException.class, () -> value.of().apply(bad), bad);
        }
    }

    @Test
    void keyFromOutsideIsReadOnlyAsItIsWritten() {
        for (var each : Map.of("0123456789abcdef0123456789abcdef", true, "0123456789ABCDEF0123456789ABCDEF", false,
                "", false, "../0123456789abcdef0123456789abcd", false).entrySet()) {
            assertEquals(each.getValue() ? Optional.of(new SubscriberId(each.getKey())) : Optional.empty(),
                    SubscriberId.parse(each.getKey()), each.getKey());
        }
    }

    @Test
    void whatFailsIsTriedAgainAtLeastOnce() {
        assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(List.of(), true));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Search.LARGEST + 1})
    void pageHasAsManyEntriesAsCanBeReadAtOnce(int size) {
        assertThrows(IllegalArgumentException.class, () -> Search.by(Order.NAME, size));
        assertEquals(Search.LARGEST, Search.by(Order.NAME, Search.LARGEST).size());
    }
}
