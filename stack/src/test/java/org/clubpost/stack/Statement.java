package org.clubpost.stack;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a policy.
 *
 * @param actions what it allows
 * @param resources on what
 * @param conditions by operator and key, with the values
 */
record Statement(Set<String> actions, Set<String> resources, Map<String, Set<String>> conditions) {

    /** Those of all policies of a role. */
    static List<Statement> of(Template.Resource role) {
        return role.list("Policies").stream()
                .flatMap(policy -> inDocument(Template.map(policy).get("PolicyDocument"))).toList();
    }

    static Stream<Statement> inDocument(@Nullable Object document) {
        return Template.listOf(Template.map(document).get("Statement")).stream().map(Template::map)
                .map(Statement::present).map(statement -> new Statement(texts(statement.get("Action")),
                        texts(statement.getOrDefault("Resource", List.of())),
                        conditions(statement.getOrDefault("Condition", Map.of()))));
    }

    /** A statement that there is under a condition, as when the condition holds. */
    private static Map<String, Object> present(Map<String, Object> statement) {
        return statement.containsKey("Fn::If")
                ? Template.map(Template.listOf(statement.get("Fn::If")).get(1))
                : statement;
    }

    private static Map<String, Set<String>> conditions(Object conditions) {
        return Template.map(conditions).entrySet().stream()
                .flatMap(operator -> Template.map(operator.getValue()).entrySet().stream()
                        .map(key -> Map.entry(operator.getKey() + " " + key.getKey(), texts(key.getValue()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> texts(@Nullable Object value) {
        return Template.listOf(value).stream().map(Template::text).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isAbout(String service) {
        return actions.stream().anyMatch(action -> action.startsWith(service + ":"));
    }
}
