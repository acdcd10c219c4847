package org.clubpost.function.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.config.InstallationSecrets;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.core.person.OperatorDoor;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.Api;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI file says of every operation what its class says, and nothing else. Answers are held to it by ApiIT. */
class OpenApiTest {

    private static final List<String> METHODS = List.of("get", "post", "patch", "delete");

    private static final JsonNode FILE = read();

    @BeforeAll
    static void thereIsARegion() {
        System.setProperty("aws.region", "eu-central-1");
    }

    @AfterAll
    static void thereIsNoneAnyMore() {
        System.clearProperty("aws.region");
    }

    private static JsonNode read() {
        try (var yaml = Objects.requireNonNull(Api.class.getResourceAsStream("openapi.yaml"))) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Operation> operations() {
        System.setProperty("aws.region", "eu-central-1");
        return new Wiring(CloudParts.forVisitors(Environment.of(Map.of("CLUBPOST_TABLE", "clubpost",
                "CLUBPOST_BUCKET", "clubpost-mails", "CLUBPOST_PUBLIC_URL", "https://lists.example.org",
                "CLUBPOST_SECRETS", InstallationSecrets.generate(new SecureRandom()).text()))), OperatorDoor.CLOSED)
                .api().operations();
    }

    private static JsonNode said(Operation operation) {
        return FILE.path("paths").path(operation.route().template())
                .path(operation.route().method().name().toLowerCase(Locale.ROOT));
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? FILE.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void fileHasEveryOperationAndNoOther() {
        var table = operations().stream().map(Operation::route)
                .map(route -> route.method() + " " + route.template()).collect(Collectors.toCollection(TreeSet::new));
        var inFile = FILE.path("paths").properties().stream()
                .flatMap(path -> METHODS.stream().filter(path.getValue()::has)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(table, inFile);
        assertEquals(operations().size(), table.size());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationHasTheScopeThatTheFileSays(Operation operation) {
        var security = said(operation).path("security");

        assertEquals(operation.needs().scope().map(Scope::word).orElse(""),
                security.path(0).path("key").path(0).asText());
        assertEquals(operation.needs().key(), security.isMissingNode() || !security.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationHasTheParametersThatTheFileSays(Operation operation) {
        var path = FILE.path("paths").path(operation.route().template());
        var all = Stream.of(path.path("parameters"), said(operation).path("parameters"))
                .flatMap(parameters -> parameters.valueStream()).map(OpenApiTest::resolved).toList();

        assertEquals(operation.query(), named(all, "query"));
        assertEquals(Pattern.compile("\\{(\\w+)}").matcher(operation.route().template()).results()
                .map(found -> found.group(1)).collect(Collectors.toSet()), named(all, "path"));
        assertEquals(operation.route().method().name().equals("POST") && !operation.isLook()
                ? Set.of("Idempotency-Key")
                : Set.of(), named(all, "header"));
    }

    private static Set<String> named(List<JsonNode> parameters, String in) {
        return parameters.stream().filter(each -> each.path("in").asText().equals(in))
                .map(each -> each.path("name").asText()).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void bodyHasTheFieldsThatTheFileSays(Operation operation) {
        var schema = resolved(said(operation).at("/requestBody/content/application~1json/schema"));

        assertEquals(operation.body().stream().map(BodyField::name).collect(Collectors.toSet()),
                names(schema.path("properties")));
        assertEquals(operation.body().stream().filter(BodyField::required).map(BodyField::name)
                .collect(Collectors.toSet()),
                schema.path("required").valueStream().map(JsonNode::asText)
                        .collect(Collectors.toSet()));
        for (var field : operation.body()) {
            var property = resolved(schema.path("properties").path(field.name()));
            assertEquals(field.kind(), kind(property), field.name());
            most(property).ifPresent(most -> assertEquals(field.most(), most, field.name()));
        }
    }

    private static BodyField.Kind kind(JsonNode property) {
        if (property.path("type").isArray()) {
            return BodyField.Kind.TEXT_OR_NULL;
        }
        if (!property.path("type").asText().equals("array")) {
            return BodyField.Kind.TEXT;
        }
        return resolved(property.path("items")).path("type").asText().equals("object")
                ? BodyField.Kind.FILES
                : BodyField.Kind.TEXTS;
    }

    private static Optional<Integer> most(JsonNode property) {
        return Stream.of("maxLength", "maxItems").filter(property::has).map(name -> property.path(name).asInt())
                .findFirst();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationHasItsOwnNameAndSaysWhatItDoes(Operation operation) {
        assertNotEquals("", said(operation).path("operationId").asText());
        assertNotEquals("", said(operation).path("summary").asText());
        assertEquals(1, operations().stream().filter(other -> said(other).path("operationId")
                .equals(said(operation).path("operationId"))).count());
    }

    @Test
    void everySettingIsInTheFile() {
        assertEquals(ListSettings.all().stream().map(setting -> setting.key()).collect(Collectors.toSet()),
                names(FILE.at("/components/schemas/Settings/properties")));
    }

    @Test
    void everyScopeIsInTheFile() {
        assertEquals(Stream.of(Scope.values()).map(Scope::word).collect(Collectors.toSet()),
                FILE.at("/components/schemas/Scope/enum").valueStream().map(JsonNode::asText)
                        .collect(Collectors.toSet()));
    }

    @Test
    void everythingInTheFileIsUsed() {
        var used = new HashSet<String>();
        Pattern.compile("\"\\$ref\":\"#/components/(\\w+/\\w+)\"").matcher(FILE.toString()).results()
                .forEach(found -> used.add(found.group(1)));
        var there = FILE.path("components").properties().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .flatMap(kind -> names(kind.getValue()).stream().map(name -> kind.getKey() + "/" + name))
                .collect(Collectors.toSet());

        assertEquals(there, used);
    }

    @Test
    void docsHaveTheSameFile() throws IOException {
        assertEquals(FILE, new YAMLMapper().readTree(Files.readString(Path.of("..", "docs", "openapi.yaml"))));
    }
}
