package org.clubpost.aws.dynamodb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import java.util.stream.Collectors;
import org.clubpost.core.delivery.SentId;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Each item holds many copies; DynamoDB deletes it some time after its days are over.
 *
 * <p>Ids that begin alike and end alike share a partition, and those that are remembered together share an item there.
 * The ids that SES gives begin with its region and the time, as do those in the examples of its API reference. So a
 * window of copies takes one write, seldom two, instead of one for each copy. Nothing else depends on that: ids that
 * begin otherwise are found as well.
 */
final class DynamoSentIds implements SentIds {

    /**
     * How many octets of an id choose its partition. With SES's ids, four of region and nine of time, a partition
     * covers about four seconds: a thousand copies at the rates that SES grants, which one lookup reads.
     */
    private static final int BEGINNING = 13;
    /** How many ids an item holds, of about 50 octets each: far below the 400 KB that an item may have. */
    private static final int MOST = 1000;

    private static final String ORIGINAL = "original";
    private static final String IDS = "ids";
    /** Of which list and post these copies are, and the keys of whom they went to, in the order of the ids. */
    private static final String LIST = "list";
    private static final String POST = "post";
    private static final String KEYS = "keys";
    private static final int KEY_OCTETS = 16;

    private final Table table;

    DynamoSentIds(Table table) {
        this.table = table;
    }

    /**
     * Where an id is remembered.
     *
     * @param group how it begins, and its domain
     * @param rest what is between them
     */
    private record Place(String group, String rest) {

        static Place of(String id) {
            var domain = id.lastIndexOf('@') < 0 ? id.length() : id.lastIndexOf('@');
            var beginning = Math.min(BEGINNING, domain);
            return new Place(id.substring(0, beginning) + id.substring(domain), id.substring(beginning, domain));
        }
    }

    /** The ids that share one item, or several items when they are too many. */
    private record Group(String name, String original, Optional<ListId> list, Optional<PostId> post) {

        static Group of(String name, SentId id) {
            return new Group(name, id.original(), id.copy().map(SentId.Copy::list), id.copy().map(SentId.Copy::post));
        }
    }

    @Override
    public void remember(Collection<SentId> ids, Instant now) {
        var groups = new LinkedHashMap<Group, TreeMap<String, Optional<SubscriberId>>>();
        for (var id : ids) {
            var place = Place.of(id.sent());
            groups.computeIfAbsent(Group.of(place.group(), id), _ -> new TreeMap<>()).put(place.rest(),
                    id.copy().map(SentId.Copy::subscriber));
        }
        var end = now.plus(Duration.ofDays(DAYS)).getEpochSecond();
        var items = new ArrayList<Item>();
        groups.forEach((group, rests) -> {
            var all = List.copyOf(rests.keySet());
            for (var from = 0; from < all.size(); from += MOST) {
                var some = all.subList(from, Math.min(from + MOST, all.size()));
                var item = Item.at(key(group.name(), some.getFirst())).text(ORIGINAL, group.original())
                        .texts(IDS, some).number(TableLayout.EXPIRES_AT, end);
                group.list().ifPresent(list -> item.text(LIST, list.value()));
                group.post().ifPresent(post -> item.text(POST, post.value()).octets(KEYS,
                        keys(rests.subMap(some.getFirst(), true, some.getLast(), true).values().stream()
                                .flatMap(Optional::stream).toList())));
                items.add(item);
            }
        });
        table.putAll(items);
    }

    @Override
    public Map<String, String> originals(Collection<String> sent) {
        var found = new HashMap<String, String>();
        for (var id : sent) {
            find(Place.of(id)).ifPresent(item -> found.put(id, item.text(ORIGINAL)));
        }
        return found;
    }

    @Override
    public Optional<SentId.Copy> copy(String sent) {
        var place = Place.of(sent);
        return find(place).filter(item -> item.has(POST))
                .map(item -> new SentId.Copy(new ListId(item.text(LIST)), new PostId(item.text(POST)),
                        key(item.octets(KEYS), item.texts(IDS).indexOf(place.rest()))));
    }

    private Optional<Item> find(Place place) {
        var partition = key(place.group(), place.rest()).pk();
        var query = Table.partition(partition).filterExpression("contains(ids, :id)").expressionAttributeValues(
                Map.of(":pk", AttributeValue.fromS(partition), ":id", AttributeValue.fromS(place.rest())));
        return table.query(query.build()).findFirst();
    }

    private static byte[] keys(List<SubscriberId> all) {
        return HexFormat.of().parseHex(all.stream().map(SubscriberId::hex).collect(Collectors.joining()));
    }

    private static SubscriberId key(byte[] keys, int place) {
        return new SubscriberId(HexFormat.of().formatHex(keys, place * KEY_OCTETS, (place + 1) * KEY_OCTETS));
    }

    /** Where the ids of that group are whose first is this one. */
    private static Key key(String group, String first) {
        return new Key("SENT#" + group, "FROM#" + first);
    }
}
