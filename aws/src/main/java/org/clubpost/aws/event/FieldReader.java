package org.clubpost.aws.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.FieldProblem.Kind;

/** Collects the fields of one request under the rules for them. The first problem found is the one reported. */
final class FieldReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final KnownFields known;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, List<Upload>> files = new HashMap<>();
    private Optional<FieldProblem> problem = Optional.empty();

    FieldReader(KnownFields known) {
        this.known = known;
    }

    FormFields fields() {
        var read = new FormFields.Read(values, files);
        return problem.<FormFields>map(first -> new FormFields.Refused(first, read)).orElse(read);
    }

    FieldReader refuse(Kind kind, String field) {
        if (problem.isEmpty()) {
            problem = Optional.of(new FieldProblem(kind, field));
        }
        return this;
    }

    FieldReader query(String query) {
        pairs(query, UTF_8, false);
        return this;
    }

    FieldReader body(ContentType type, byte[] octets) {
        var charset = type.charset();
        if (charset.isEmpty()) {
            return refuse(Kind.WRONG_TYPE, FieldProblem.BODY);
        }
        if (type.isForm()) {
            return form(charset.get(), octets);
        }
        if (type.isJson()) {
            return json(octets);
        }
        var boundary = type.parameters().get("boundary");
        return type.isMultipart() && boundary != null
                ? multipart(boundary, octets)
                : refuse(Kind.WRONG_TYPE, FieldProblem.BODY);
    }

    private FieldReader form(Charset charset, byte[] octets) {
        decoded(octets, charset).ifPresentOrElse(text -> pairs(text, charset, true),
                () -> refuse(Kind.UNREADABLE, FieldProblem.BODY));
        return this;
    }

    private void pairs(String text, Charset charset, boolean inBody) {
        for (var pair : text.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            var equals = pair.indexOf('=');
            var name = PercentEncoding.decode(equals < 0 ? pair : pair.substring(0, equals), charset);
            var value = PercentEncoding.decode(equals < 0 ? "" : pair.substring(equals + 1), charset);
            if (name.isEmpty()) {
                refuseUnlessForeign(inBody, Kind.UNREADABLE, FieldProblem.BODY);
            } else if (value.isEmpty()) {
                refuseUnlessForeign(inBody || known.maxLengths().containsKey(name.get()), Kind.UNREADABLE, name.get());
            } else if (!inBody && isBare(name.get(), value.get())) {
                put(known.bare().get(), name.get(), false);
            } else {
                put(name.get(), value.get(), inBody);
            }
        }
    }

    private boolean isBare(String name, String value) {
        return value.isEmpty() && !known.maxLengths().containsKey(name)
                && known.bare().filter(field -> !values.containsKey(field)).isPresent();
    }

    private void refuseUnlessForeign(boolean ours, Kind kind, String field) {
        if (ours) {
            refuse(kind, field);
        }
    }

    private FieldReader multipart(String boundary, byte[] octets) {
        // Latin-1 keeps each octet as one character; the values are decoded afterwards.
        var parts = Multipart.parse(boundary, new String(octets, ISO_8859_1));
        if (parts.isEmpty()) {
            return refuse(Kind.UNREADABLE, FieldProblem.BODY);
        }
        for (var part : parts.get()) {
            var name = decoded(part.name().getBytes(ISO_8859_1), UTF_8);
            var value = decoded(part.value().getBytes(ISO_8859_1), UTF_8);
            if (name.isEmpty()) {
                refuse(Kind.UNREADABLE, FieldProblem.BODY);
            } else if (part.isFile() && known.file().filter(name.get()::equals).isPresent()) {
                keep(name.get(), part);
            } else if (value.isEmpty() || part.isFile()) {
                refuse(known.maxLengths().containsKey(name.get()) ? Kind.NOT_TEXT : Kind.UNKNOWN, name.get());
            } else {
                put(name.get(), value.get(), true);
            }
        }
        return this;
    }

    private void keep(String name, Multipart.Part part) {
        var title = decoded(part.fileName().getBytes(ISO_8859_1), UTF_8).orElse("");
        var all = files.computeIfAbsent(name, _ -> new ArrayList<>());
        if (all.size() == known.mostFiles()) {
            refuse(Kind.REPEATED, name);
        } else {
            all.add(new Upload(title, part.value().getBytes(ISO_8859_1)));
        }
    }

    private FieldReader json(byte[] octets) {
        try (var parser = JSON.createParser(octets)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return refuse(Kind.UNREADABLE, FieldProblem.BODY);
            }
            members(parser);
            if (parser.nextToken() != null) {
                refuse(Kind.UNREADABLE, FieldProblem.BODY);
            }
        } catch (IOException notJson) {
            refuse(Kind.UNREADABLE, FieldProblem.BODY);
        }
        return this;
    }

    private void members(JsonParser parser) throws IOException {
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            switch (parser.nextToken()) {
                case VALUE_STRING -> put(name, parser.getText(), true);
                // A form sends a field that was left empty as an empty text; a program may send null instead.
                case VALUE_NULL -> put(name, "", true);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    refuse(known.maxLengths().containsKey(name) ? Kind.NOT_TEXT : Kind.UNKNOWN, name);
                case START_OBJECT, START_ARRAY -> {
                    refuse(known.maxLengths().containsKey(name) ? Kind.NOT_TEXT : Kind.UNKNOWN, name);
                    parser.skipChildren();
                }
                case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    refuse(Kind.UNREADABLE, FieldProblem.BODY);
            }
        }
    }

    private void put(String name, String value, boolean inBody) {
        var max = known.maxLengths().get(name);
        if (max == null) {
            refuseUnlessForeign(inBody && !known.othersAllowed(), Kind.UNKNOWN, name);
        } else if (value.length() > max) {
            refuse(Kind.TOO_LONG, name);
        } else if (inBody && values.containsKey(name) && known.several().filter(name::equals).isPresent()) {
            var all = values.get(name) + "," + value;
            if (all.length() > max) {
                refuse(Kind.TOO_LONG, name);
            } else {
                values.put(name, all);
            }
        } else {
            var earlier = values.putIfAbsent(name, value);
            if (earlier != null && !(inBody && earlier.equals(value))) {
                refuse(Kind.REPEATED, name);
            }
        }
    }

    private static Optional<String> decoded(byte[] octets, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
        } catch (CharacterCodingException notInThatCharset) {
            return Optional.empty();
        }
    }
}
