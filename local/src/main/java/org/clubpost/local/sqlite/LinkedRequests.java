package org.clubpost.local.sqlite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.LinkedRequest;
import org.clubpost.core.subscriber.Origin;
import org.jspecify.annotations.Nullable;

/** What the earlier links of a request were sent for, as a JSON array of objects whose members are texts. */
final class LinkedRequests {

    private static final JsonFactory JSON = new JsonFactory();

    private LinkedRequests() {}

    /** Null for none. */
    static @Nullable String json(List<LinkedRequest> requests) {
        if (requests.isEmpty()) {
            return null;
        }
        var json = new StringWriter();
        try (var out = JSON.createGenerator(json)) {
            out.writeStartArray();
            for (var request : requests) {
                write(request, out);
            }
            out.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }

    private static void write(LinkedRequest request, JsonGenerator out) throws IOException {
        var origin = request.requested();
        out.writeStartObject();
        out.writeStringField("link", request.link().hex());
        out.writeStringField("address", request.address().written());
        out.writeStringField("name", request.name().text());
        out.writeStringField("language", request.language().toLanguageTag());
        out.writeStringField("form", request.form());
        out.writeStringField("wording", request.wording());
        out.writeStringField("at", origin.at().toString());
        out.writeStringField("source", origin.sourceAddress());
        out.writeStringField("agent", origin.userAgent());
        out.writeStringField("mail", request.mail());
        out.writeEndObject();
    }

    /** The requests; members that only a newer version knows are passed over. */
    static List<LinkedRequest> of(String json) {
        var requests = new ArrayList<LinkedRequest>();
        try (var in = JSON.createParser(json)) {
            Map<String, String> members = new HashMap<>();
            for (var token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    members.put(in.currentName(), in.getText());
                } else if (token == JsonToken.END_OBJECT) {
                    requests.add(request(members));
                    members.clear();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(requests);
    }

    private static LinkedRequest request(Map<String, String> members) {
        return new LinkedRequest(new TokenDigest(member(members, "link")), EmailAddress.of(member(members, "address")),
                new PersonName(member(members, "name")), Locale.forLanguageTag(member(members, "language")),
                member(members, "form"), member(members, "wording"), new Origin(Instant.parse(member(members, "at")),
                        member(members, "source"), member(members, "agent")),
                member(members, "mail"));
    }

    private static String member(Map<String, String> members, String name) {
        return members.getOrDefault(name, "");
    }
}
