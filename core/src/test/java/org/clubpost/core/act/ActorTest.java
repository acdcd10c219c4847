package org.clubpost.core.act;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clubpost.core.address.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who did something is read as it was written. */
final class ActorTest {

    @ParameterizedTest
    @CsvSource({"operator, Operator", "member, Member", "service, Service", "unknown, Unknown"})
    void actorIsStoredByOneWord(String written, String kind) {
        var actor = Actor.parse(written);

        assertEquals(kind, actor.getClass().getSimpleName());
        assertEquals(written, actor.written());
    }

    @Test
    void ownerIsStoredWithTheAddressAsItWasWritten() {
        var owner = new Actor.Owner(EmailAddress.of("Olga@Club.example"));

        assertEquals(owner, Actor.parse(owner.written()));
        assertEquals("owner Olga@Club.example", owner.written());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "owner", "owner ", "owner nobody", "robot", "OPERATOR", " member"})
    void whatOnlyANewerVersionKnowsIsUnknown(String written) {
        assertEquals(new Actor.Unknown(), Actor.parse(written));
    }
}
