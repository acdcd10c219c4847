package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.admin.Makers;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.desk.Desk;
import org.clubpost.core.desk.Figures;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.health.PostCounts;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Subscriber;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What pages are made of. Things of several partitions come with one batch. How many posts wait is kept as a number beside
 * the list, changed by the transactions that change posts; so the page with all lists reads no posts.
 */
final class DynamoDesk implements Desk {

    private static final String WAITING = "waiting";
    private static final String LAST = "lastSent";
    private static final String RECORD = "record";
    /** The last post that went out is looked for among so many of the newest. */
    private static final int NEWEST = 100;
    /** Ranges, the post and its number lie behind the failures, and these are read backwards. */
    private static final int BESIDE_FAILURES = 70;

    private final Table table;
    private final Posts posts;

    DynamoDesk(Table table, Posts posts) {
        this.table = table;
        this.posts = posts;
    }

    @Override
    public Door door(PersonId person, Optional<ListId> list) {
        var keys = new ArrayList<>(List.of(TableLayout.person(person)));
        list.ifPresent(id -> keys.add(TableLayout.list(id)));
        var found = table.getAll(keys);
        return new Door(item(found, TableLayout.person(person)).map(item -> DynamoPersons.read(person, item)),
                list.flatMap(id -> item(found, TableLayout.list(id)).filter(DynamoLists::isList)
                        .map(item -> DynamoLists.headed(id, item))));
    }

    private static Optional<Item> item(Map<Key, Item> found, Key key) {
        return Optional.ofNullable(found.get(key));
    }

    /** The directory has all names in one partition: of lists, of deleted lists, and the record of who may make some. */
    @Override
    public Hall hall() {
        var directory = table.query(Table.partition(TableLayout.LISTS).build()).toList();
        var ids = directory.stream().flatMap(entry -> ListId.parse(entry.text(TableLayout.SK)).stream()).toList();
        var gone = directory.stream().flatMap(entry -> DynamoDeletedLists.named(entry).stream()).toList();
        var keys = new ArrayList<Key>();
        ids.forEach(id -> keys.addAll(List.of(TableLayout.list(id), TableLayout.desk(id))));
        gone.forEach(id -> keys.add(TableLayout.list(id)));
        var found = table.getAll(keys);
        return new Hall(ids.stream().flatMap(id -> item(found, TableLayout.list(id)).filter(DynamoLists::isList)
                .map(list -> glance(DynamoLists.headed(id, list), item(found, TableLayout.desk(id)))).stream())
                .toList(),
                directory.stream().filter(entry -> entry.text(TableLayout.SK).equals(TableLayout.makers().sk()))
                        .findFirst().map(DynamoListMakers::read).orElse(Makers.NOBODY),
                gone.stream().flatMap(id -> item(found, TableLayout.list(id)).filter(DynamoLists::isDeleted)
                        .map(list -> DynamoDeletedLists.read(id, list)).stream()).toList());
    }

    /** What was changed before it was ever counted may make the number too small. */
    private static Glance glance(Lists.Headed headed, Optional<Item> numbers) {
        return new Glance(headed, Math.max(0, numbers.map(item -> item.numberOrZero(WAITING)).orElse(0L)),
                numbers.filter(item -> item.has(LAST)).map(item -> item.instant(LAST)));
    }

    @Override
    public Optional<MemberFile> member(ListId list, SubscriberId id) {
        var remark = TableLayout.memberText(list, id, MemberText.Kind.REMARK);
        var found = table.getAll(List.of(TableLayout.subscriber(list, id), remark, TableLayout.bounce(list, id)));
        return item(found, TableLayout.subscriber(list, id)).map(item -> new MemberFile(
                SubscriberItems.read(list, item).subscriber(),
                item(found, remark).map(text -> DynamoMemberTexts.read(list, id, text)),
                item(found, TableLayout.bounce(list, id)).map(record -> DynamoBounces.read(list, record))));
    }

    @Override
    public Optional<PostFile> post(PostId id, int most) {
        var query = Table.partition(TableLayout.post(id).pk())
                .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(TableLayout.post(id).pk()), ":first",
                        AttributeValue.fromS(TableLayout.FAILURE), ":last",
                        AttributeValue.fromS(TableLayout.RANGE + "g")))
                .scanIndexForward(false).limit(most + BESIDE_FAILURES);
        var post = Optional.<Post>empty();
        var ranges = new ArrayList<DeliveryRange>();
        var failures = new ArrayList<Failure>();
        for (var item : table.items(query)) {
            var key = item.text(TableLayout.SK);
            if (key.startsWith(TableLayout.RANGE)) {
                ranges.addFirst(RangeItems.read(item));
            } else if (key.equals(TableLayout.META)) {
                post = Optional.of(PostItems.read(item));
            } else if (key.startsWith(TableLayout.FAILURE) && failures.size() < most) {
                failures.add(RangeItems.readFailure(item));
            }
        }
        return post.map(found -> new PostFile(found, ranges, failures));
    }

    @Override
    public Echo echo(ListId list, PostId post, Collection<SubscriberId> people) {
        var returned = TableLayout.returned(list, post);
        var keys = new ArrayList<>(List.of(returned));
        people.stream().distinct().limit(MOST).forEach(id -> keys.add(TableLayout.subscriber(list, id)));
        var found = table.getAll(keys);
        var known = new HashMap<SubscriberId, Subscriber>();
        people.forEach(id -> item(found, TableLayout.subscriber(list, id))
                .ifPresent(item -> known.put(id, SubscriberItems.read(list, item).subscriber())));
        return new Echo(item(found, returned).map(DynamoReturns::read).orElseGet(() -> PostCounts.none(post)), known);
    }

    @Override
    public Numbers numbers(ListId list, Collection<PostId> wanted) {
        var keys = new ArrayList<>(List.of(TableLayout.figures(list)));
        wanted.stream().distinct().limit(MOST).forEach(post -> keys.add(TableLayout.returned(list, post)));
        var found = table.getAll(keys);
        var returned = new HashMap<PostId, PostCounts>();
        wanted.forEach(post -> item(found, TableLayout.returned(list, post))
                .ifPresent(item -> returned.put(post, DynamoReturns.read(item))));
        return new Numbers(item(found, TableLayout.figures(list)).map(item -> Figures.of(item.text(RECORD))),
                returned);
    }

    @Override
    public void keep(ListId list, Figures figures) {
        table.put(Item.at(TableLayout.figures(list)).text(RECORD, figures.written()), Condition.NONE);
    }

    @Override
    public void recount(ListId list) {
        var seen = table.get(TableLayout.desk(list));
        long waiting;
        try (var unsettled = posts.unsettled(list)) {
            waiting = unsettled.filter(post -> Desk.waits(post.state())).count();
        }
        var last = last(list);
        if (seen.map(item -> item.numberOrZero(WAITING)).orElse(0L) == waiting
                && seen.filter(item -> item.has(LAST)).map(item -> item.instant(LAST)).equals(last)) {
            return;
        }
        var item = Item.at(TableLayout.desk(list)).number(WAITING, waiting);
        last.ifPresent(time -> item.instant(LAST, time));
        table.put(item, seen.map(before -> before.has(WAITING)
                ? Condition.equal(WAITING, Item.number(before.number(WAITING)))
                : Condition.equal(LAST, Item.instant(before.instant(LAST)))).orElse(Condition.ABSENT));
    }

    private Optional<Instant> last(ListId list) {
        try (var newest = posts.of(list)) {
            return newest.limit(NEWEST).filter(post -> Desk.went(post.state())).findFirst()
                    .map(post -> post.id().storedAt());
        }
    }

    /** What a change of a post changes of the numbers of its list; empty when nothing. */
    static Optional<Update> counting(Optional<Post> seen, Post post) {
        var more = count(Desk.waits(post.state()))
                - count(seen.filter(before -> Desk.waits(before.state())).isPresent());
        var isSent = Desk.went(post.state()) && seen.filter(before -> Desk.went(before.state())).isEmpty();
        var values = new HashMap<String, AttributeValue>();
        var change = new StringBuilder();
        if (isSent) {
            change.append("SET " + LAST + " = :last ");
            values.put(":last", Item.instant(post.id().storedAt()));
        }
        if (more != 0) {
            change.append("ADD " + WAITING + " :more");
            values.put(":more", Item.number(more));
        }
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Update(TableLayout.desk(post.list()), change.toString().strip(), null, values));
    }

    private static int count(boolean isSo) {
        return isSo ? 1 : 0;
    }
}
