package org.clubpost.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A CloudFormation template. The short forms of its functions, such as {@code !Ref Table}, are read as their long ones,
 * {@code {Ref: Table}}; in all that this class returns, {@link #text} writes such a value in one line.
 *
 * @param root all of it
 */
public record Template(Map<String, Object> root) {

    /** The folder of the whole project. */
    public static final Path ROOT = Path.of("..");

    /** Reads the template at that path below the {@link #ROOT}. */
    public static Template read(String path) {
        try {
            return new Template(map(new Yaml(new Functions()).load(Files.readString(ROOT.resolve(path)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A resource.
     *
     * @param name its logical id
     * @param type such as {@code AWS::SQS::Queue}
     * @param body all of it
     */
    public record Resource(String name, String type, Map<String, Object> body) {

        /** The value at those keys below Properties; empty when it is not there. */
        public Optional<Object> find(String... path) {
            Optional<Object> value = Optional.ofNullable(body.get("Properties"));
            for (var key : path) {
                value = value
                        .flatMap(there -> Optional.ofNullable(there instanceof Map<?, ?> map ? map.get(key) : null));
            }
            return value;
        }

        /** The same as text; empty when it is not there. */
        public String string(String... path) {
            return find(path).map(Template::text).orElse("");
        }

        /** The same as a number. */
        public int number(String... path) {
            return Integer.parseInt(string(path));
        }

        List<Object> list(String... path) {
            return find(path).map(Template::listOf).orElseGet(List::of);
        }
    }

    Map<String, Resource> resources() {
        var resources = new LinkedHashMap<String, Resource>();
        map(root.getOrDefault("Resources", Map.of())).forEach((name, body) -> resources.put(name,
                new Resource(name, String.valueOf(map(body).get("Type")), map(body))));
        return resources;
    }

    Stream<Resource> resources(String type) {
        return resources().values().stream().filter(resource -> resource.type().equals(type));
    }

    Resource resource(String name) {
        return Optional.ofNullable(resources().get(name)).orElseThrow(() -> new AssertionError("no resource " + name));
    }

    /** The functions, with what Globals says of all of them. */
    public List<Resource> functions() {
        var globals = map(map(root.getOrDefault("Globals", Map.of())).getOrDefault("Function", Map.of()));
        return resources("AWS::Serverless::Function").map(function -> {
            var properties = new TreeMap<>(globals);
            properties.putAll(map(function.body().getOrDefault("Properties", Map.of())));
            properties.put("Environment", Map.of("Variables", together(globals, properties)));
            var body = new TreeMap<>(function.body());
            body.put("Properties", properties);
            return new Resource(function.name(), function.type(), body);
        }).toList();
    }

    /**
     * SAM adds the variables of Globals to those of the function (AWS SAM Developer Guide, "Globals section", "Maps are
     * merged").
     */
    private static Map<String, Object> together(Map<String, Object> globals, Map<String, Object> properties) {
        var variables = new TreeMap<String, Object>();
        for (var each : List.of(globals, properties)) {
            variables.putAll(map(map(each.getOrDefault("Environment", Map.of())).getOrDefault("Variables", Map.of())));
        }
        return variables;
    }

    /**
     * The value as text: a scalar as it stands, {@code !Sub 'a'} as {@code a}, {@code !GetAtt A.B} and {@code !Ref A}
     * as {@code ${A.B}} and {@code ${A}}.
     */
    public static String text(@Nullable Object value) {
        if (value instanceof Map<?, ?> map && map.size() == 1) {
            var entry = map.entrySet().iterator().next();
            var argument = entry.getValue();
            return switch (String.valueOf(entry.getKey())) {
                case "Ref" -> "${" + argument + "}";
                case "Fn::GetAtt" -> "${" + argument + "}";
                case "Fn::Sub" -> argument instanceof List<?> list ? substituted(list) : String.valueOf(argument);
                case "Fn::Join" -> joined(listOf(argument));
                case "Fn::Select" -> "select(" + listOf(argument).stream().map(Template::text).toList() + ")";
                case "Fn::Split" -> "split(" + listOf(argument).stream().map(Template::text).toList() + ")";
                case "Fn::If" -> text(listOf(argument).get(1));
                case "Fn::ImportValue" -> "import(" + text(argument) + ")";
                default -> String.valueOf(value);
            };
        }
        return String.valueOf(value);
    }

    private static String substituted(List<?> template) {
        var text = String.valueOf(template.getFirst());
        for (var variable : map(template.get(1)).entrySet()) {
            text = text.replace("${" + variable.getKey() + "}", text(variable.getValue()));
        }
        return text;
    }

    private static String joined(List<Object> join) {
        return String.join(String.valueOf(join.getFirst()), listOf(join.get(1)).stream().map(Template::text).toList());
    }

    /** A map of what is known to be one. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value, "the template has none");
    }

    /** A list as it is, anything else as a list of one. */
    @SuppressWarnings("unchecked")
    static List<Object> listOf(@Nullable Object value) {
        return value instanceof List<?>
                ? (List<Object>) value
                : new ArrayList<>(List.of(Objects.requireNonNull(value, "the template has none")));
    }

    /** Reads {@code !X y} as {@code {Fn::X: y}}. */
    private static final class Functions extends SafeConstructor {

        Functions() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {

                @Override
                public Object construct(Node node) {
                    var name = node.getTag().getValue().substring(1);
                    Object argument = switch (node) {
                        case ScalarNode scalar -> scalar.getValue();
                        case SequenceNode sequence -> constructSequence(sequence);
                        case MappingNode mapping -> constructMapping(mapping);
                        default -> throw new IllegalArgumentException("an alias in a template");
                    };
                    return Map.of(name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, argument);
                }
            });
        }
    }
}
