package org.clubpost.aws.event;

import java.util.List;
import java.util.Map;

/** The fields of a request, or why they cannot be used. */
public sealed interface FormFields {

    /**
     * Every field is known to us, is there only once, is text and is not too long.
     *
     * @param values the texts by name
     * @param files the files by the name of their field, in order
     */
    record Read(Map<String, String> values, Map<String, List<Upload>> files) implements FormFields {

        /** Copies the values. */
        public Read {
            values = Map.copyOf(values);
            files = Map.copyOf(files);
        }

        /** Without files. */
        public Read(Map<String, String> values) {
            this(values, Map.of());
        }

        /** The field's text; empty when the field is not there. */
        public String text(String field) {
            return values.getOrDefault(field, "");
        }
    }

    /**
     * The fields cannot be used.
     *
     * @param problem why
     * @param usable those that could be read nevertheless, to fill a form in again
     */
    record Refused(FieldProblem problem, Read usable) implements FormFields {}
}
