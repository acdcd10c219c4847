package org.clubpost.function.admin.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The members of a JSON object in an answer, in their order. What is empty is left out. For one thread. */
public final class Members {

    private final Map<String, Object> all = new LinkedHashMap<>();

    private Members() {}

    /** None yet. */
    public static Members of() {
        return new Members();
    }

    /** One that there is. */
    public static Members of(String name, Object value) {
        return new Members().and(name, value);
    }

    /** What the API calls a constant. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** And that. */
    public Members and(String name, Object value) {
        all.put(name, value);
        return this;
    }

    /** And that, if there is one. */
    public Members and(String name, Optional<?> value) {
        value.ifPresent(there -> all.put(name, there));
        return this;
    }

    /** And that, unless it is empty. */
    public Members unlessEmpty(String name, String value) {
        return value.isEmpty() ? this : and(name, value);
    }

    /** And all of those. */
    public Members andAll(Map<String, ?> more) {
        all.putAll(more);
        return this;
    }

    /** All of them. */
    public Map<String, Object> map() {
        return Collections.unmodifiableMap(all);
    }
}
