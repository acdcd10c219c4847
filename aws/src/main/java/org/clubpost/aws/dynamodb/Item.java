package org.clubpost.aws.dynamodb;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The attributes of an item, or of a map within one, read by type. Attributes that nobody asks for are ignored, so that
 * an older version reads what a newer one wrote.
 *
 * <p>An instant is a number: seconds of the epoch with as many decimals as it needs, so that instants compare in
 * conditions.
 */
final class Item {

    private final Map<String, AttributeValue> attributes;

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    static Item of(Map<String, AttributeValue> attributes) {
        return new Item(attributes);
    }

    /** An item at that place without anything else, to be filled. */
    static Item at(Key key) {
        return new Item(new HashMap<>(key.attributes()));
    }

    /** A map within an item, to be filled. */
    static Item inner() {
        return new Item(new HashMap<>());
    }

    Map<String, AttributeValue> attributes() {
        return attributes;
    }

    Item text(String name, String value) {
        return with(name, AttributeValue.fromS(value));
    }

    Item number(String name, long value) {
        return with(name, number(value));
    }

    Item instant(String name, Instant value) {
        return with(name, instant(value));
    }

    Item octets(String name, byte[] value) {
        return with(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
    }

    Item flag(String name, boolean value) {
        return with(name, AttributeValue.fromBool(value));
    }

    Item texts(String name, Collection<String> values) {
        return with(name, texts(values));
    }

    Item textMap(String name, Map<String, String> values) {
        var all = new TreeMap<String, AttributeValue>();
        values.forEach((key, value) -> all.put(key, AttributeValue.fromS(value)));
        return with(name, AttributeValue.fromM(all));
    }

    Item map(String name, Item value) {
        return with(name, value.asValue());
    }

    Item maps(String name, List<Item> values) {
        return with(name, AttributeValue.fromL(values.stream().map(Item::asValue).toList()));
    }

    AttributeValue asValue() {
        return AttributeValue.fromM(attributes);
    }

    private Item with(String name, AttributeValue value) {
        attributes.put(name, value);
        return this;
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name) {
        return value(name).s();
    }

    Optional<String> findText(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    long number(String name) {
        return Long.parseLong(value(name).n());
    }

    /** The number of that name; empty when there is none. */
    OptionalLong findNumber(String name) {
        return attributes.containsKey(name) ? OptionalLong.of(number(name)) : OptionalLong.empty();
    }

    long numberOrZero(String name) {
        return has(name) ? number(name) : 0;
    }

    Instant instant(String name) {
        var seconds = new BigDecimal(value(name).n());
        var whole = seconds.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(whole.longValueExact(), seconds.subtract(whole).movePointRight(9).intValueExact());
    }

    byte[] octets(String name) {
        return value(name).b().asByteArray();
    }

    boolean flag(String name) {
        return value(name).bool();
    }

    List<String> texts(String name) {
        return has(name) ? value(name).l().stream().map(AttributeValue::s).toList() : List.of();
    }

    Set<String> names() {
        return Set.copyOf(attributes.keySet());
    }

    Map<String, String> textMap(String name) {
        var all = new TreeMap<String, String>();
        value(name).m().forEach((key, value) -> Optional.ofNullable(value.s()).ifPresent(text -> all.put(key, text)));
        return all;
    }

    Item map(String name) {
        return new Item(value(name).m());
    }

    List<Item> maps(String name) {
        return has(name) ? value(name).l().stream().map(value -> new Item(value.m())).toList() : List.of();
    }

    private AttributeValue value(String name) {
        var value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException("an item of the table lacks its attribute " + name);
        }
        return value;
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue instant(Instant value) {
        return AttributeValue.fromN(BigDecimal.valueOf(value.getEpochSecond())
                .add(BigDecimal.valueOf(value.getNano(), 9)).stripTrailingZeros().toPlainString());
    }

    static AttributeValue texts(Collection<String> values) {
        return AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList());
    }
}
