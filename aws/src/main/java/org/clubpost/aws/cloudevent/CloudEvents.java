package org.clubpost.aws.cloudevent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import org.clubpost.core.event.Event;
import org.clubpost.core.subscriber.Stopped;

/**
 * Writes events as CloudEvents (CloudEvents 1.0.2, "Context Attributes"; JSON Event Format 1.0.2, section 3.2,
 * structured mode). {@code source} and {@code id} together tell an event from every other one.
 *
 * @param source the public address of the installation
 */
public record CloudEvents(URI source) {

    /** The media type of an event. */
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    private static final String TYPE_PREFIX = "org.clubpost.";
    private static final JsonFactory JSON = new JsonFactory();

    /** The type of the event, such as {@code org.clubpost.member.confirmed}. */
    public static String type(Event event) {
        return TYPE_PREFIX + event.kind().code();
    }

    /** The event as one JSON object. */
    public String json(Event event) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", event.id());
            json.writeStringField("source", source.toString());
            json.writeStringField("type", type(event));
            json.writeStringField("subject", event.about());
            json.writeStringField("time", event.time().toString());
            json.writeStringField("datacontenttype", "application/json");
            json.writeObjectFieldStart("data");
            json.writeStringField("list", event.list().value());
            writeData(event, json);
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeData(Event event, JsonGenerator json) throws IOException {
        switch (event) {
            case Event.MemberConfirmed confirmed -> {
                writeWho(confirmed.who(), json);
                json.writeStringField("way", word(confirmed.way()));
            }
            case Event.MemberLeft left -> {
                writeWho(left.who(), json);
                json.writeStringField("way", word(left.way()));
            }
            case Event.MemberRemoved removed -> {
                writeWho(removed.who(), json);
                json.writeStringField("way", word(removed.way()));
            }
            case Event.MemberSuppressed stopped -> {
                writeWho(stopped.who(), json);
                switch (stopped.why()) {
                    case Stopped.Complaint _ -> json.writeStringField("why", "complaint");
                    case Stopped.Bouncing(var reason) -> {
                        json.writeStringField("why", "bouncing");
                        json.writeStringField("reason", reason.word());
                    }
                }
            }
            case Event.AddressChanged changed -> {
                writeWho(changed.who(), json);
                json.writeObjectFieldStart("before");
                writeWho(changed.before(), json);
                json.writeEndObject();
            }
            case Event.PostSent sent -> {
                json.writeStringField("post", sent.post().value());
                json.writeNumberField("sent", sent.tally().sent());
                json.writeNumberField("failed", sent.tally().failed());
            }
            case Event.PostHeld held -> {
                json.writeStringField("post", held.post().value());
                json.writeStringField("reason", held.cause().code());
                json.writeStringField("decider", word(held.decider()));
            }
        }
    }

    private static void writeWho(Event.Who who, JsonGenerator json) throws IOException {
        json.writeStringField("member", who.key().hex());
        var address = who.address().map(each -> each.written());
        if (address.isPresent()) {
            json.writeStringField("address", address.get());
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
