package org.clubpost.function.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SesEventsTest {

    private static final String ID = "0107019cba5a1f00-5b8b6f0a-1111-2222-3333-444455556666-000000";

    private final FixedClock clock = new FixedClock();
    private final SesEvents events = new SesEvents("eu-central-1", clock);

    static Stream<String> expected() {
        return Samples.expected();
    }

    @ParameterizedTest
    @MethodSource("expected")
    void eventTells(String line) {
        var name = line.substring(0, line.indexOf(':'));

        assertEquals(line, name + ": " + written(events.read(Samples.event(name))));
    }

    private static String written(SesEvents.Reading reading) {
        return switch (reading) {
            case SesEvents.Reading.Broken _ -> "broken";
            case SesEvents.Reading.Passed(var kind) -> "passed " + kind;
            case SesEvents.Reading.Unmarked(var kind) -> "unmarked " + kind;
            case SesEvents.Reading.Told(_, var all) ->
                all.stream().map(SesEventsTest::written).collect(Collectors.joining(" | "));
        };
    }

    private static String written(Feedback feedback) {
        var trace = switch (feedback.trace()) {
            case Trace.Marked marked -> marked.purpose().name().toLowerCase(Locale.ROOT);
            case Trace.Sent _ -> "sent";
        };
        return trace + " " + switch (feedback.what()) {
            case Returned.Bounce bounce ->
                ("bounce " + bounce.lasting() + " " + bounce.reason() + " " + bounce.status()).strip();
            case Returned.Complaint complaint -> "complaint " + complaint.kind();
        };
    }

    private List<Feedback> told(String event) {
        return assertInstanceOf(SesEvents.Reading.Told.class, events.read(event)).all();
    }

    private Feedback one(String name) {
        return told(Samples.event(name)).getFirst();
    }

    @Test
    void tagsSayWhoseMailItWas() {
        var trace = assertInstanceOf(Trace.Marked.class, one("bounce-no-email").trace());

        assertEquals("news 019cba5a1f00a1b2c3d4e5f6 00112233445566778899aabbccddeeff",
                trace.list() + " " + trace.post().orElseThrow() + " " + trace.subscriber().hex());
    }

    @Test
    void withoutTagsTheIdSaysItAsItStandsInTheMail() {
        assertEquals(new Trace.Sent(ID + "@eu-central-1.amazonses.com"), one("notification-no-email").trace());
        assertEquals(new Trace.Sent(ID + "@eu-central-1.amazonses.com"),
                new SesEvents("", clock)
                        .read(Samples.event("notification-no-email")) instanceof SesEvents.Reading.Told told
                                ? told.all().getFirst().trace()
                                : "nothing",
                "the event names the region");
    }

    @Test
    void timeIsThatOfTheReportElseThatOfTheMailElseNow() {
        var event = Samples.event("bounce-no-email");
        var unreadable = event.replace("2026-03-06T08:31:00.000Z", "yesterday");

        assertEquals(Instant.parse("2026-03-06T08:31:00Z"), one("bounce-no-email").what().at());
        assertEquals(Instant.parse("2026-03-06T08:30:00Z"), told(unreadable).getFirst().what().at());
        assertEquals(clock.instant(),
                told(unreadable.replace("2026-03-06T08:30:00.000Z", "")).getFirst().what().at());
    }

    @Test
    void sameThingHasTheSameIdHoweverItIsTold() {
        var told = one("bounce-no-email");

        assertEquals(told.id(), one("notification-no-email").id());
        assertEquals(told.id(), told(Samples.event("bounce-no-email").replace("0107019cba5b0000-9c7a-000000", "other")
                .replace("\"emailAddress\": \"anna@club.example\"", "\"emailAddress\": \"ANNA@mx.club.example\""))
                .getFirst().id(), "another feedback id, another form of the address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounce-mailbox-full", "complaint", "complaint-not-spam"})
    void otherThingsOfTheSameMailHaveOtherIds(String name) {
        assertNotEquals(one("bounce-no-email").id(), one(name).id());
    }

    @Test
    void recipientsOfOneMailHaveIdsOfTheirOwn() {
        var ids = told(Samples.event("bounce-two-recipients")).stream().map(Feedback::id).toList();

        assertNotEquals(ids.getFirst(), ids.getLast());
    }

    @Test
    void idHoldsNoAddressAndIsShort() {
        var id = one("complaint").id();

        assertFalse(id.contains("@") || id.contains("anna"), id);
        assertEquals(64, id.length());
    }

    @Test
    void whatIsNestedDeeplyIsPassedOver() {
        var deep = "[".repeat(900) + "]".repeat(900);
        var event = Samples.event("complaint").replaceFirst("\\{", "{\"deep\": " + deep + ",");

        assertEquals(1, told(event).size());
        assertInstanceOf(SesEvents.Reading.Broken.class,
                events.read("{\"deep\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
    }
}
