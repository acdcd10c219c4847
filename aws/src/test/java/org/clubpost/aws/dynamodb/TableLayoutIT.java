package org.clubpost.aws.dynamodb;

import static org.clubpost.core.list.SampleLists.aList;
import static org.clubpost.core.list.SampleLists.freshListId;
import static org.clubpost.core.subscriber.SampleSubscribers.aFormerMember;
import static org.clubpost.core.subscriber.SampleSubscribers.aMember;
import static org.clubpost.core.subscriber.SampleSubscribers.aPending;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clubpost.aws.moto.MotoTable;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.directory.Entry;
import org.clubpost.core.directory.Order;
import org.clubpost.core.directory.Search;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.MemberNotices;
import org.clubpost.core.list.NoteRules;
import org.clubpost.core.list.OwnerNotices;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.list.SignUpRules;
import org.clubpost.core.list.setting.FirstVersion;
import org.clubpost.core.list.setting.StoredSettings;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;

/** What lies in the table under the hands of the adapters, and what of it they put up with. */
class TableLayoutIT {

    @AutoClose
    private final MotoTable table = MotoTable.create();
    private final DynamoTable ports = table.ports();

    private Map<String, AttributeValue> item(Key key) {
        return table.client().getItem(request -> request.tableName(table.name()).key(key.attributes()))
                .item();
    }

    /** Adds to an item what a newer version might have written. */
    private void add(Key key, Map<String, AttributeValue> attributes) {
        var item = new HashMap<>(item(key));
        item.putAll(attributes);
        table.client().putItem(request -> request.tableName(table.name()).item(item));
    }

    private static final Map<String, AttributeValue> FROM_THE_FUTURE = Map.of("shoeSize", AttributeValue.fromN("43"));

    @Test
    void personIsFoundOnAllListsByTheComparedAddress() {
        var name = "Anna-" + UUID.randomUUID();
        var one = aMember(freshListId(), name + "@Bücher.example");
        var other = aFormerMember(freshListId(), name.toUpperCase(Locale.ROOT) + "@bücher.example");
        ports.subscribers().create(one);
        ports.subscribers().create(other);

        var found = table.client().query(request -> request.tableName(table.name())
                .indexName(TableLayout.BY_ADDRESS).keyConditionExpression("comparedAddress = :address")
                .expressionAttributeValues(
                        Map.of(":address", AttributeValue.fromS(one.person().address().compared()))));

        assertEquals(
                Set.of(TableLayout.subscriber(one.list(), one.id()), TableLayout.subscriber(other.list(), other.id())),
                found.items().stream().map(item -> new Key(item.getOrDefault("pk", AttributeValue.fromS("")).s(),
                        item.getOrDefault("sk", AttributeValue.fromS("")).s())).collect(Collectors.toSet()));
    }

    /** An item of a version without orders is in them after a while, and a list that is whole is not gone through again. */
    @Test
    void subscriberOfAnEarlierVersionIsBroughtIntoTheOrders() {
        var list = freshListId();
        var anna = aMember(list, "anna@example.org");
        ports.subscribers().create(anna);
        ports.subscribers().create(aMember(list, "ben@example.org"));
        var old = new HashMap<>(item(TableLayout.subscriber(list, anna.id())));
        old.keySet().removeAll(Set.of(TableLayout.SORT_NAME, TableLayout.SORT_JOINED));
        table.client().putItem(request -> request.tableName(table.name()).item(old));
        var now = Instant.parse("2026-03-06T08:30:00Z");
        var search = Search.by(Order.NAME, 10);
        assertEquals(1, ports.directory().page(list, search, LocalDate.EPOCH, now).entries().size());
        assertEquals(2, ports.directory().page(list, Search.by(Order.ADDRESS, 10), LocalDate.EPOCH, now).entries()
                .size());

        assertEquals(1, ports.directory().complete(list, 10));

        assertEquals(List.of(Entry.of(anna).orElseThrow()), ports.directory().page(list, search, LocalDate.EPOCH, now)
                .entries().stream().filter(entry -> entry.id().equals(anna.id())).toList());
        assertEquals(Optional.of(anna), ports.subscribers().find(list, anna.id()).map(found -> found.subscriber()));
        assertEquals(0, ports.directory().complete(list, 10));
        assertEquals(0, ports.directory().complete(list, 10));
        table.client().putItem(request -> request.tableName(table.name()).item(old));
        assertEquals(0, ports.directory().complete(list, 10));
    }

    @Test
    void indexThatIsNotThereYetIsAFailureOfTheWorld() {
        var gone = GlobalSecondaryIndexUpdate.builder().delete(index -> index.indexName(TableLayout.LIST_BY_NAME))
                .build();
        table.client().updateTable(request -> request.tableName(table.name()).globalSecondaryIndexUpdates(
                List.of(gone)));

        assertThrows(UnavailableException.class, () -> ports.directory().page(freshListId(),
                Search.by(Order.NAME, 10), LocalDate.EPOCH, Instant.EPOCH));
    }

    @Test
    void onlyPendingSubscribersAndCountersExpire() {
        var pending = aPending(freshListId(), "anna@example.org");
        var member = aMember(freshListId(), "anna@example.org");
        ports.subscribers().create(pending);
        ports.subscribers().create(member);
        var key = UUID.randomUUID().toString();
        ports.rateLimits().allow(new Limit(Kind.SIGN_UP_SOURCE, 1, Duration.ofHours(1)), key,
                Instant.parse("2026-03-06T08:30:00Z"));

        assertEquals(
                AttributeValue
                        .fromN(Long.toString(pending.expiresAt().plus(Subscriber.Pending.KEPT).getEpochSecond() + 1)),
                item(TableLayout.subscriber(pending.list(), pending.id())).get(TableLayout.EXPIRES_AT));
        assertFalse(item(TableLayout.subscriber(member.list(), member.id())).containsKey(TableLayout.EXPIRES_AT));
        var hour = Instant.parse("2026-03-06T08:00:00Z").getEpochSecond() / 3600;
        assertEquals(AttributeValue.fromN(Long.toString((hour + 1) * 3600)),
                item(new Key("LIMIT#SIGN_UP_SOURCE#" + key, "PT1H#" + hour)).get(TableLayout.EXPIRES_AT));
    }

    @Test
    void requestOfAFormerMemberIsNotLeftToTheTable() {
        var former = aFormerMember(freshListId(), "anna@example.org");
        var fresh = aPending(former.list(), "anna@example.org");
        var again = new Subscriber.Pending(fresh.list(), fresh.person(), fresh.links(), fresh.form(), fresh.wording(),
                fresh.requested(), fresh.expiresAt(), new Subscriber.Pending.Past.FormerMember(former));

        assertTrue(ports.subscribers().create(again));

        assertFalse(item(TableLayout.subscriber(again.list(), again.id())).containsKey(TableLayout.EXPIRES_AT));
    }

    @Test
    void pendingWhoConfirmsDoesNotExpireAnyMore() {
        var pending = aPending(freshListId(), "anna@example.org");
        ports.subscribers().create(pending);
        var seen = ports.subscribers().find(pending.list(), pending.id()).orElseThrow();

        assertTrue(ports.subscribers().replace(seen, aMember(pending.list(), "anna@example.org")));

        assertFalse(item(TableLayout.subscriber(pending.list(), pending.id())).containsKey(TableLayout.EXPIRES_AT));
    }

    @Test
    void attributesThatNobodyKnowsAreNoFault() {
        var list = aList(freshListId());
        var member = aMember(list.id(), "anna@example.org");
        var post = SamplePosts.aPost(list.id());
        ports.lists().create(list);
        ports.subscribers().create(member);
        ports.posts().create(post);
        add(TableLayout.list(list.id()), FROM_THE_FUTURE);
        add(TableLayout.subscriber(list.id(), member.id()), FROM_THE_FUTURE);
        add(TableLayout.post(post.id()), FROM_THE_FUTURE);

        assertEquals(Optional.of(list), ports.lists().find(list.id()));
        assertEquals(member, ports.subscribers().find(list.id(), member.id()).orElseThrow().subscriber());
        assertEquals(Optional.of(post), ports.posts().find(post.id()));
    }

    @Test
    void settingThatThisVersionDoesNotKnowSurvivesAChange() {
        var list = aList(freshListId());
        ports.lists().create(list);
        var settings = new HashMap<String, AttributeValue>();
        StoredSettings.of(list).forEach((key, value) -> settings.put(key, AttributeValue.fromS(value)));
        settings.put("moon-phase", AttributeValue.fromS("full"));
        add(TableLayout.list(list.id()), Map.of("settings", AttributeValue.fromM(settings)));
        var changed = list.with(new Profile("New name", "", list.profile().language()));

        assertTrue(ports.lists().replace(list, changed));

        assertEquals(Optional.of(changed), ports.lists().find(list.id()));
        var stored = Item.of(item(TableLayout.list(list.id()))).textMap("settings");
        assertEquals("full", stored.get("moon-phase"));
    }

    /** The item is what commit 8e07487 wrote, with a language that it took and that we do not write in. */
    @Test
    void listOfTheFirstVersionIsReadAndChanged() {
        var id = freshListId();
        var old = new HashMap<>(FirstVersion.EVERY_SETTING);
        old.put("language", "fr");
        var settings = old.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> AttributeValue.fromS(each.getValue())));
        table.client().putItem(request -> request.tableName(table.name()).item(Map.of("pk",
                AttributeValue.fromS("LIST#" + id), "sk", AttributeValue.fromS("META"), "listDomain",
                AttributeValue.fromS(SampleLists.DOMAIN), "settings", AttributeValue.fromM(settings))));

        var found = ports.lists().find(id).orElseThrow();
        var changed = found.with(found.profile().withName("New name"));

        var everySetting = SampleLists.aListWithEverySetting(id);
        assertEquals(everySetting.with(everySetting.profile().withLanguage(Locale.FRENCH))
                .with(everySetting.people().withModerators(List.of()).withNotices(OwnerNotices.EACH)
                        .with(MemberNotices.USUAL))
                .with(everySetting.signUp().withOrigins(List.of()).withDomains(List.of())
                        .withCap(SignUpRules.USUAL_CAP).withReminds(true).withWork(false))
                .with(Groups.NONE)
                .with(NoteRules.OFF).with(Brand.NONE), found);
        assertTrue(ports.lists().replace(found, changed));
        assertEquals(Optional.of(changed), ports.lists().find(id));
        old.put("name", "New name");
        var stored = new HashMap<>(Item.of(item(TableLayout.list(id))).textMap("settings"));
        stored.keySet().retainAll(old.keySet());
        assertEquals(old, stored);
    }

    @Test
    void listWithoutSettingsIsNoList() {
        var list = freshListId();
        ports.subscribers().create(aMember(list, "anna@example.org"));

        assertEquals(Optional.empty(), ports.lists().find(list));
        assertEquals(1, ports.lists().confirmedMembers(list));
        assertTrue(ports.lists().create(aList(list)));
        assertEquals(1, ports.lists().confirmedMembers(list));
    }
}
