package org.clubpost.stack;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A template with values for its parameters, and so with some of its resources and without others.
 *
 * @param template the template
 * @param values of the parameters; the others have their defaults
 */
record Choice(Template template, Map<String, String> values) {

    /** With the defaults only. */
    static Choice ofDefaults(Template template) {
        return new Choice(template, Map.of());
    }

    /** With that value. */
    Choice with(String parameter, String value) {
        var more = new HashMap<>(values);
        more.put(parameter, value);
        return new Choice(template, more);
    }

    /** What is made of that type. */
    Stream<Template.Resource> resources(String type) {
        return template.resources(type).filter(this::isMade);
    }

    /** The functions that are made. */
    Stream<Template.Resource> functions() {
        return template.functions().stream().filter(this::isMade);
    }

    private boolean isMade(Template.Resource resource) {
        return Optional.ofNullable(resource.body().get("Condition")).map(name -> holds(condition(name))).orElse(true);
    }

    private Object condition(Object name) {
        return Template.map(template.root().get("Conditions")).get(String.valueOf(name));
    }

    /** AWS CloudFormation User Guide, "Condition functions". */
    private boolean holds(Object condition) {
        var function = Template.map(condition).entrySet().iterator().next();
        var arguments = Template.listOf(function.getValue());
        return switch (function.getKey()) {
            case "Fn::Equals" -> value(arguments.getFirst()).equals(value(arguments.getLast()));
            case "Fn::Not" -> !holds(arguments.getFirst());
            case "Fn::And" -> arguments.stream().allMatch(this::holds);
            case "Fn::Or" -> arguments.stream().anyMatch(this::holds);
            case "Condition" -> holds(condition(function.getValue()));
            default -> throw new AssertionError("a condition with " + function.getKey());
        };
    }

    private String value(Object argument) {
        return argument instanceof Map<?, ?> map && map.containsKey("Ref")
                ? parameter(String.valueOf(map.get("Ref")))
                : String.valueOf(argument);
    }

    private String parameter(String name) {
        var declared = Template.map(Template.map(template.root().get("Parameters")).get(name));
        return Optional.ofNullable(values.get(name))
                .orElseGet(() -> String.valueOf(declared.getOrDefault("Default", "anything")));
    }
}
