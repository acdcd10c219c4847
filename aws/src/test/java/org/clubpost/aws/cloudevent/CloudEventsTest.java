package org.clubpost.aws.cloudevent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.clubpost.core.event.Event;
import org.clubpost.core.event.EventKind;
import org.clubpost.core.event.SampleEvents;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published is what docs/events.md and docs/events.schema.json say, and no more. */
class CloudEventsTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CloudEvents FORMAT = new CloudEvents(URI.create("https://join.club.example"));

    static List<Event> events() {
        return SampleEvents.everyKind();
    }

    private static JsonNode schemaFile() throws IOException {
        return JSON.readTree(Files.readString(DOCS.resolve("events.schema.json")));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaFile());
    }

    private static Set<String> faults(String json) throws IOException {
        return schema().validate(json, InputFormat.JSON, context -> context.getExecutionConfig()
                .setFormatAssertionsEnabled(true)).stream().map(Object::toString).collect(Collectors.toSet());
    }

    private static ObjectNode tree(Event event) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(FORMAT.json(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventIsAsTheSchemaSays(Event event) throws IOException {
        assertEquals(Set.of(), faults(FORMAT.json(event)));

        var tree = tree(event);
        assertEquals("org.clubpost." + event.kind().code(), tree.path("type").asText());
        assertEquals(event.id(), tree.path("id").asText());
        assertEquals(event.time().toString(), tree.path("time").asText());
        assertEquals(tree.path("subject").asText(),
                tree.path("data").path(event instanceof Event.OfMember ? "member" : "post").asText());
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventAboutAMemberCarriesNoMoreThanKeyWayAndAddress(Event event) throws IOException {
        if (event instanceof Event.OfMember member) {
            var documented = Stream.of("list", "member", "address", "way", "before", "why", "reason")
                    .filter(field -> !field.equals("address") || member.who().address().isPresent())
                    .filter(field -> !field.equals("way") || event.kind() == EventKind.MEMBER_CONFIRMED
                            || event.kind() == EventKind.MEMBER_LEFT || event.kind() == EventKind.MEMBER_REMOVED)
                    .filter(field -> !field.equals("why") || event instanceof Event.MemberSuppressed)
                    .filter(field -> !field.equals("reason") || (event instanceof Event.MemberSuppressed stopped
                            && stopped.why() instanceof Stopped.Bouncing))
                    .filter(field -> !field.equals("before") || event.kind() == EventKind.ADDRESS_CHANGED)
                    .collect(Collectors.toSet());

            var carried = StreamSupport.stream(((Iterable<String>) tree(event).path("data")::fieldNames).spliterator(),
                    false).collect(Collectors.toSet());

            assertEquals(documented, carried);
            assertEquals(member.who().address().isPresent(), FORMAT.json(event).contains("@"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "subject", "ip"})
    void schemaWouldNoticeMore(String field) throws IOException {
        for (var event : events()) {
            var more = tree(event);
            more.withObject("/data").put(field, "Anna");

            assertFalse(faults(more.toString()).isEmpty());
        }
    }

    @Test
    void schemaAndPageHaveEveryKindAndNoOther() throws IOException {
        var kinds = Stream.of(EventKind.values()).map(kind -> "org.clubpost." + kind.code())
                .collect(Collectors.toSet());
        var described = StreamSupport.stream(schemaFile().path("oneOf").spliterator(), false)
                .map(each -> each.path("properties").path("type").path("const").asText()).collect(Collectors.toSet());
        var page = Files.readString(DOCS.resolve("events.md"));

        assertEquals(kinds, described);
        assertTrue(Stream.of(EventKind.values()).allMatch(kind -> page.contains("| `" + kind.code() + "` |")));
    }

    @Test
    void everyReasonIsOneThatTheSchemaTakes() throws IOException {
        var held = events().stream().filter(Event.PostHeld.class::isInstance).map(Event.PostHeld.class::cast)
                .findFirst().orElseThrow();
        for (var cause : Reason.Cause.values()) {
            var event = new Event.PostHeld(held.list(), held.time(), held.post(), cause, held.decider());

            assertEquals(Set.of(), faults(FORMAT.json(event)));
        }
    }
}
