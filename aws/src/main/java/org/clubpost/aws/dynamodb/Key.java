package org.clubpost.aws.dynamodb;

import java.util.Map;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where an item lies.
 *
 * @param pk its partition
 * @param sk its place in the partition
 */
record Key(String pk, String sk) {

    /** Where that item lies. */
    static Key of(Item item) {
        return new Key(item.text(TableLayout.PK), item.text(TableLayout.SK));
    }

    Map<String, AttributeValue> attributes() {
        return Map.of(TableLayout.PK, AttributeValue.fromS(pk), TableLayout.SK, AttributeValue.fromS(sk));
    }
}
