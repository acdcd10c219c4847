package org.clubpost.function.admin.frame;

import java.util.HashMap;
import java.util.Map;
import org.clubpost.function.admin.words.Words;
import org.jspecify.annotations.Nullable;

/** What is put into the slots of a page; what is not in it is the text of that name, if there is one. */
final class Model extends HashMap<String, Object> {

    private final transient Words words;

    Model(Words words, Map<String, Object> values) {
        super(values);
        this.words = words;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return super.containsKey(name) || isText(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return super.containsKey(name) || !isText(name) ? super.get(name) : words.text(String.valueOf(name));
    }

    private boolean isText(@Nullable Object name) {
        return name instanceof String text && text.indexOf('.') > 0 && words.has(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
