package org.clubpost.core.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.junit.jupiter.api.Test;

final class LineTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final SignUps service = new SignUps();
    private final List<SignUpRequest> waiting = new ArrayList<>();

    private void add(String name, String source, Instant since) {
        var signUp = service.signUp(EmailAddress.of(name + "@example.org"), source);
        waiting.add(new SignUpRequest(signUp, service.desk.share.ids().of(signUp.address()), since, since, true));
    }

    private List<String> inTurn() {
        return new Line(waiting).inTurn().stream().map(request -> request.signUp().address().localPart()).toList();
    }

    @Test
    void sourcesWithTheFewestRequestsAreServedFirst() {
        var start = FixedClock.START;
        add("a1", "192.0.2.1", start);
        add("a2", "192.0.2.1", start.plusSeconds(1));
        add("a3", "192.0.2.1", start.plusSeconds(2));
        add("b1", "192.0.2.2", start.plusSeconds(3));
        add("c1", "2001:db8::1", start.plusSeconds(5));
        add("c2", "2001:db8::2", start.plusSeconds(6));

        assertEquals(List.of("b1", "c1", "c2", "a1", "a2", "a3"), inTurn());
    }

    @Test
    void networksOfOneSiteCountTogether() {
        for (var network = 0; network < 8; network++) {
            add("a" + network, "2001:db8:0:" + network + "::1", FixedClock.START.plusSeconds(network));
        }
        add("b", "192.0.2.2", FixedClock.START.plusSeconds(30));

        assertEquals(0, inTurn().indexOf("b"));
    }

    @Test
    void soManyAMinuteThatAllHaveTheirTurnInTime() {
        for (var number = 0; number < 590; number++) {
            add("a" + number, "192.0.2.1", FixedClock.START);
        }

        assertEquals(10, new Line(waiting).perMinute(HOUR, FixedClock.START));
        assertEquals(590, new Line(waiting).perMinute(HOUR, FixedClock.START.plus(HOUR)));
        assertEquals(1, new Line(waiting.subList(0, 1)).perMinute(HOUR, FixedClock.START));
    }
}
