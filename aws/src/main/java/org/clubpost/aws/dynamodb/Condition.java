package org.clubpost.aws.dynamodb;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must hold of the stored item for a write to happen. Null stands for "nothing", as DynamoDB has it.
 *
 * @param expression a condition expression
 * @param names the attribute names behind its {@code #} placeholders
 * @param values the values behind its {@code :} placeholders
 */
record Condition(@Nullable String expression, @Nullable Map<String, String> names,
        @Nullable Map<String, AttributeValue> values) {

    /** The write always happens. */
    static final Condition NONE = new Condition(null, null, null);
    /** There is no such item. */
    static final Condition ABSENT = new Condition("attribute_not_exists(pk)", null, null);

    /** The attribute has that value, whatever its type. */
    static Condition equal(String attribute, AttributeValue value) {
        return new Condition("#seen = :seen", Map.of("#seen", attribute), Map.of(":seen", value));
    }
}
