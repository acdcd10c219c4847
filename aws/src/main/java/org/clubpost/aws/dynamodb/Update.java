package org.clubpost.aws.dynamodb;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A change of some attributes of one item.
 *
 * @param key which item
 * @param expression an update expression
 * @param condition what must hold of the stored item; null when nothing needs to
 * @param values the values behind the {@code :} placeholders of both
 */
record Update(Key key, String expression, @Nullable String condition, Map<String, AttributeValue> values) {}
