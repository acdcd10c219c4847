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
        return Optional.ofNullable(resource.body().get("Condition"))
                .map(name -> new Deployment(template, values).holds(String.valueOf(name))).orElse(true);
    }
}
