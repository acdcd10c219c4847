package org.clubpost.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The file that describes the API, as the service serves it. It holds answers to what it says. */
final class OpenApi {

    private static final String ROOT = "/api/v1";
    private static final List<String> METHODS = List.of("get", "post", "patch", "delete");

    private final JsonNode file;
    private final Set<String> seen = new TreeSet<>();

    OpenApi(String yaml) {
        try {
            this.file = new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An operation of the file.
     *
     * @param method in capitals
     * @param path with names in braces
     * @param said what the file says of it
     */
    record Operation(String method, String path, JsonNode said) {

        String id() {
            return said.path("operationId").asText();
        }

        boolean needsKey() {
            return said.path("security").isMissingNode() || !said.path("security").isEmpty();
        }

        String scope() {
            return said.path("security").path(0).path("key").path(0).asText();
        }

        boolean hasBody() {
            return said.has("requestBody");
        }

        boolean answers(int status) {
            return said.path("responses").has(Integer.toString(status));
        }

        private boolean matches(String actual) {
            var shape = Pattern.compile(Stream.of(path.split("(?=\\{)|(?<=\\})"))
                    .map(piece -> piece.startsWith("{") ? "[^/]+" : Pattern.quote(piece))
                    .collect(Collectors.joining()));
            return shape.matcher(actual).matches();
        }
    }

    List<Operation> operations() {
        return file.path("paths").properties().stream().flatMap(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .map(method -> new Operation(method.toUpperCase(Locale.ROOT), path.getKey(),
                        path.getValue().path(method))))
                .toList();
    }

    private Operation operation(String method, String target) {
        var path = target.substring(ROOT.length()).split("\\?", 2)[0];
        return operations().stream().filter(each -> each.method().equals(method) && each.matches(path))
                .min(Comparator.comparingInt(each -> each.path().contains("{member}") ? 1 : 0))
                .orElseThrow(() -> new AssertionError("the file has no " + method + " " + path));
    }

    /** Holds an answer to what the file says of it. */
    void check(String method, String target, HttpResponse<String> answer) {
        check(method, target, answer.statusCode(), answer.body(),
                name -> answer.headers().firstValue(name).orElse(""));
    }

    /** The same of an answer that came otherwise. */
    void check(String method, String target, int status, String body, UnaryOperator<String> header) {
        var operation = operation(method, target);
        var where = operation.id() + " " + status;
        var said = resolved(operation.said().path("responses").path(Integer.toString(status)));
        if (said.isMissingNode()) {
            throw new AssertionError("the file knows no " + where + ": " + body);
        }
        seen.add(where);
        var type = header.apply("content-type").split(";", 2)[0];
        var schema = said.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            throw new AssertionError("the file knows no " + type + " of " + where);
        }
        said.path("headers").properties().stream()
                .filter(each -> resolved(each.getValue()).path("required").asBoolean())
                .filter(each -> header.apply(each.getKey()).isEmpty()).findFirst()
                .ifPresent(missing -> {
                    throw new AssertionError(where + " lacks " + missing.getKey());
                });
        if (type.endsWith("json")) {
            var faults = faults(schema, body);
            if (!faults.isEmpty()) {
                throw new AssertionError(where + " is not as the file says: " + faults + "\n" + body);
            }
        }
    }

    private Set<String> faults(JsonNode schema, String body) {
        var whole = new ObjectMapper().createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", file.path("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole)
                .validate(body, InputFormat.JSON, context -> context.getExecutionConfig()
                        .setFormatAssertionsEnabled(true))
                .stream().map(Object::toString).collect(Collectors.toSet());
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? file.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** What the file says may be answered, and was not seen, but for our own faults. */
    Set<String> unseen() {
        return operations().stream().flatMap(operation -> operation.said().path("responses").properties().stream()
                .filter(each -> !each.getKey().equals("5XX")).map(each -> operation.id() + " " + each.getKey()))
                .filter(each -> !seen.contains(each)).collect(Collectors.toCollection(TreeSet::new));
    }
}
