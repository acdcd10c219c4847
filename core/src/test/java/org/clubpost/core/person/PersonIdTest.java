package org.clubpost.core.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonIdTest {

    private static final EmailAddress OLGA = EmailAddress.of("olga@club.example");

    @Test
    void whoeverHasTheAddressIsTheSamePersonAndNobodyElse() {
        var olga = PersonId.of(new Actor.Owner(OLGA), SampleSubscribers.IDS);

        assertEquals(SampleSubscribers.IDS.of(OLGA).hex(), olga.value());
        assertEquals(Optional.of(olga), PersonId.parse(olga.value()));
        assertEquals(PersonId.OPERATOR, PersonId.of(new Actor.Operator(), SampleSubscribers.IDS));
        assertEquals(Optional.of(PersonId.OPERATOR), PersonId.parse("operator"));
    }

    static Actor[] others() {
        return new Actor[]{new Actor.Member(), new Actor.Service(), new Actor.Unknown()};
    }

    @ParameterizedTest
    @MethodSource("others")
    void whoeverNeverSignsInHasNone(Actor actor) {
        assertThrows(IllegalArgumentException.class, () -> PersonId.of(actor, SampleSubscribers.IDS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Operator", "operator ", "0123456789abcdef0123456789abcde",
                    "0123456789abcdef0123456789abcdef0", "0123456789ABCDEF0123456789ABCDEF",
                    "0123456789abcdef0123456789abcdef\n"})
    void whatIsWrittenInAnotherWayIsNone(String text) {
        assertEquals(Optional.empty(), PersonId.parse(text));
        assertThrows(IllegalArgumentException.class, () -> new PersonId(text));
    }
}
