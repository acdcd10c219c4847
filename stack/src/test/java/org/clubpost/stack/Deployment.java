package org.clubpost.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What CloudFormation makes of a template when it is given those parameters. Names of resources and of their attributes
 * stay as {@code ${Queue}} and {@code ${Queue.Arn}}, imported values as {@code import(name)}.
 *
 * @param template the template
 * @param given the parameters that do not have their default
 */
record Deployment(Template template, Map<String, String> given) {

    /** What {@code AWS::NoValue} is: something that is not there. */
    private static final Object NOTHING = new Object();
    private static final Pattern NAME = Pattern.compile("\\$\\{([\\w:.]+)}");

    /** The names of the resources that are made. */
    Set<String> resources() {
        return made("Resources");
    }

    /** The names of the outputs that there are. */
    Set<String> outputs() {
        return made("Outputs");
    }

    /** The names of the resources that the made ones and the outputs refer to. */
    Set<String> references() {
        var names = new TreeSet<String>();
        for (var section : List.of("Resources", "Outputs")) {
            for (var name : made(section)) {
                var text = String.valueOf(value(Template.map(template.root().get(section)).get(name)));
                NAME.matcher(text).results().map(found -> found.group(1).replaceAll("\\..*", ""))
                        .filter(found -> !found.startsWith("AWS::")).forEach(names::add);
            }
        }
        return names;
    }

    private Set<String> made(String section) {
        return Template.map(template.root().get(section)).entrySet().stream()
                .filter(each -> !Template.map(each.getValue()).containsKey("Condition")
                        || holds(String.valueOf(Template.map(each.getValue()).get("Condition"))))
                .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The value of an output. */
    String output(String name) {
        return String.valueOf(
                value(Template.map(Template.map(template.root().get("Outputs")).get(name)).get("Value")));
    }

    /** A property of a resource, at those keys. */
    Object property(String resource, String... path) {
        return value(template.resource(resource).find(path)
                .orElseThrow(() -> new AssertionError(resource + " has no " + List.of(path))));
    }

    /** Whether that condition holds. */
    boolean holds(String condition) {
        return isTrue(Template.map(template.root().get("Conditions")).get(condition));
    }

    /** What the template's rules say against these parameters; nothing when they can be deployed. */
    Set<String> refusals() {
        return Template.map(template.root().get("Rules")).values().stream().map(Template::map)
                .filter(rule -> !rule.containsKey("RuleCondition") || isTrue(rule.get("RuleCondition")))
                .flatMap(rule -> Template.listOf(rule.get("Assertions")).stream()).map(Template::map)
                .filter(assertion -> !isTrue(assertion.get("Assert")))
                .map(assertion -> String.valueOf(assertion.get("AssertDescription")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isTrue(@Nullable Object condition) {
        var function = Template.map(condition).entrySet().iterator().next();
        var arguments = Template.listOf(function.getValue());
        return switch (function.getKey()) {
            case "Condition" -> holds(String.valueOf(function.getValue()));
            case "Fn::Not" -> !isTrue(arguments.getFirst());
            case "Fn::And" -> arguments.stream().allMatch(this::isTrue);
            case "Fn::Or" -> arguments.stream().anyMatch(this::isTrue);
            case "Fn::Equals" -> value(arguments.getFirst()).equals(value(arguments.getLast()));
            default -> throw new AssertionError("a condition with " + function.getKey());
        };
    }

    /** That part of the template with all functions worked out. */
    Object value(@Nullable Object given) {
        var part = Objects.requireNonNull(given, "the template has none");
        return switch (part) {
            case Map<?, ?> map when map.size() == 1 && isFunction(map) -> call(Template.map(map));
            case Map<?, ?> map -> {
                var values = new LinkedHashMap<String, Object>();
                Template.map(map).forEach((key, each) -> values.put(key, value(each)));
                values.values().removeIf(NOTHING::equals);
                yield values;
            }
            case List<?> list -> {
                var values = new ArrayList<Object>();
                list.forEach(each -> values.add(value(each)));
                values.removeIf(NOTHING::equals);
                yield values;
            }
            default -> part;
        };
    }

    private static boolean isFunction(Map<?, ?> map) {
        var key = String.valueOf(map.keySet().iterator().next());
        return key.equals("Ref") || key.startsWith("Fn::");
    }

    private Object call(Map<String, Object> function) {
        var name = function.keySet().iterator().next();
        var arguments = Template.listOf(function.get(name));
        return switch (name) {
            case "Ref" -> reference(String.valueOf(arguments.getFirst()));
            case "Fn::GetAtt" -> "${" + arguments.getFirst() + "}";
            case "Fn::Sub" -> substitute(arguments);
            case "Fn::Join" -> Template.listOf(value(arguments.getLast())).stream().map(String::valueOf)
                    .collect(Collectors.joining(String.valueOf(arguments.getFirst())));
            case "Fn::Split" -> List.of((Object[]) String.valueOf(value(arguments.getLast()))
                    .split(Pattern.quote(String.valueOf(arguments.getFirst())), -1));
            case "Fn::Select" -> selected(arguments);
            case "Fn::If" -> value(arguments.get(holds(String.valueOf(arguments.getFirst())) ? 1 : 2));
            case "Fn::ImportValue" -> "import(" + value(arguments.getFirst()) + ")";
            default -> throw new AssertionError("a value with " + name);
        };
    }

    private Object selected(List<Object> arguments) {
        var place = Integer.parseInt(String.valueOf(arguments.getFirst()));
        var values = Template.listOf(value(arguments.getLast()));
        return place < values.size() ? values.get(place) : "select(" + place + ", " + values + ")";
    }

    private Object reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return NOTHING;
        }
        var parameter = Template.map(template.root().get("Parameters")).get(name);
        if (parameter == null) {
            return "${" + name + "}";
        }
        var text = given.getOrDefault(name, String.valueOf(Template.map(parameter).getOrDefault("Default", name)));
        return "CommaDelimitedList".equals(Template.map(parameter).get("Type"))
                ? List.of((Object[]) text.split(",", -1))
                : text;
    }

    private String substitute(List<Object> arguments) {
        var own = arguments.size() > 1 ? Template.map(arguments.get(1)) : Map.<String, Object>of();
        return NAME.matcher(String.valueOf(arguments.getFirst())).replaceAll(found -> {
            var name = found.group(1);
            var value = own.containsKey(name) ? value(own.get(name)) : reference(name);
            return Matcher.quoteReplacement(String.valueOf(value));
        });
    }
}
