package org.clubpost.cli.doctor.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clubpost.cli.doctor.fact.Policy;
import org.clubpost.core.UnavailableException;

/** Reads a policy in IAM's JSON, as far as {@link Policy} goes. */
final class PolicyDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The operators that say that a value must match one of the patterns. A condition with another operator never holds
     * here.
     */
    private static final Set<String> MATCHING = Set.of("StringEquals", "StringLike", "ArnEquals", "ArnLike", "Bool",
            "StringEqualsIgnoreCase");

    private PolicyDocument() {}

    /**
     * Reads JSON.
     *
     * @throws UnavailableException when it is not JSON
     */
    static Policy parse(String json) {
        var statements = new ArrayList<Policy.Statement>();
        each(document(json).path("Statement")).forEach(statement -> statements.add(statement(statement)));
        return new Policy(statements);
    }

    private static JsonNode document(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UnavailableException("an answer of AWS is not understood", e);
        }
    }

    private static Policy.Statement statement(JsonNode statement) {
        var resources = texts(statement.path("Resource"));
        return new Policy.Statement(statement.path("Effect").asText().equals("Allow"),
                principals(statement.path("Principal")), texts(statement.path("Action")),
                // A function's policy names the function, however it was called: its reader knows which one it asked
                // about.
                resources.stream().anyMatch(each -> each.contains(":function:")) ? List.of("*") : resources,
                conditions(statement.path("Condition")));
    }

    private static List<String> principals(JsonNode principal) {
        if (principal.isTextual()) {
            return List.of(principal.asText());
        }
        var services = new ArrayList<>(texts(principal.path("Service")));
        texts(principal.path("AWS")).stream().filter("*"::equals).forEach(services::add);
        return services;
    }

    private static Map<String, List<String>> conditions(JsonNode condition) {
        var conditions = new HashMap<String, List<String>>();
        condition.properties().forEach(operator -> operator.getValue().properties().forEach(key -> conditions.put(
                MATCHING.contains(operator.getKey())
                        ? key.getKey().toLowerCase(Locale.ROOT)
                        : operator.getKey() + " " + key.getKey(),
                MATCHING.contains(operator.getKey()) ? texts(key.getValue()) : List.of())));
        return conditions;
    }

    private static List<String> texts(JsonNode node) {
        return each(node).stream().map(JsonNode::asText).toList();
    }

    /** IAM writes a list of one without the brackets. */
    private static List<JsonNode> each(JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        var nodes = new ArrayList<JsonNode>();
        if (node.isArray()) {
            node.forEach(nodes::add);
        } else {
            nodes.add(node);
        }
        return nodes;
    }
}
