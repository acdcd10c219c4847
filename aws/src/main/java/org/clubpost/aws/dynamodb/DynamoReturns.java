package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.Pause;
import org.clubpost.core.health.ListHealth;
import org.clubpost.core.health.PostCounts;
import org.clubpost.core.health.Returns;
import org.clubpost.core.health.Tick;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.suppression.BounceReason;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * What came back of posts: an item a post with its numbers, and an item for each member who counts. DynamoDB deletes old
 * ones. The name of a number is that of its counter, without hyphens.
 */
final class DynamoReturns implements Returns {

    private static final String RECORD = "record";
    /** The names of all numbers, by those of their attributes. */
    private static final Map<String, String> COUNTERS = Stream.concat(
            Stream.of(BounceReason.values()).map(reason -> new Tick.Bounced(reason).counter()),
            Stream.of(new Tick.Refused().counter(), new Tick.Complained().counter()))
            .collect(Collectors.toUnmodifiableMap(DynamoReturns::attribute, counter -> counter));

    private final Table table;

    DynamoReturns(Table table) {
        this.table = table;
    }

    /** Not a reserved word, and without what would be an operator in an expression. */
    private static String attribute(String counter) {
        return "n_" + counter.replace('-', '_');
    }

    @Override
    public Pause betweenAttempts() {
        return table.betweenAttempts();
    }

    @Override
    public boolean count(ListId list, PostId post, SubscriberId member, Tick tick, Instant now) {
        var mark = Item.at(TableLayout.returning(post, tick.kind(), member)).number(TableLayout.EXPIRES_AT,
                now.plus(MARKED).getEpochSecond());
        return table.commit(List.of(table.putting(mark, Condition.ABSENT),
                table.updating(new Update(TableLayout.returned(list, post),
                        "ADD " + attribute(tick.counter()) + " :one SET " + TableLayout.EXPIRES_AT + " = :end", null,
                        Map.of(":one", Item.number(1), ":end", Item.number(now.plus(KEPT).getEpochSecond()))))))
                .isEmpty();
    }

    @Override
    public PostCounts of(ListId list, PostId post) {
        return table.get(TableLayout.returned(list, post)).map(DynamoReturns::read)
                .orElseGet(() -> PostCounts.none(post));
    }

    @Override
    public List<PostCounts> since(ListId list, PostId oldest) {
        var first = TableLayout.returned(list, oldest);
        var query = QueryRequest.builder().keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(first.pk()), ":first",
                        AttributeValue.fromS(first.sk()), ":last",
                        AttributeValue.fromS(TableLayout.RETURNED + "g")));
        return table.query(query.build()).map(DynamoReturns::read).toList();
    }

    static PostCounts read(Item item) {
        var numbers = new HashMap<String, Long>();
        COUNTERS.forEach((attribute, counter) -> {
            if (item.has(attribute)) {
                numbers.put(counter, item.number(attribute));
            }
        });
        return PostCounts.of(new PostId(item.text(TableLayout.SK).substring(TableLayout.RETURNED.length())), numbers);
    }

    @Override
    public Set<SubscriberId> members(PostId post, Tick.Kind kind, int most) {
        var prefix = TableLayout.returning(kind);
        return table.query(Table.beginningWith(TableLayout.post(post).pk(), prefix).limit(most).build()).limit(most)
                .map(item -> new SubscriberId(item.text(TableLayout.SK).substring(prefix.length())))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<ListHealth> health(ListId list) {
        return table.get(TableLayout.health(list)).map(item -> ListHealth.of(list, item.text(RECORD)));
    }

    @Override
    public boolean replace(Optional<ListHealth> seen, ListHealth changed) {
        var item = Item.at(TableLayout.health(changed.list())).text(RECORD, changed.written());
        return table.put(item, seen.map(read -> Condition.equal(RECORD, AttributeValue.fromS(read.written())))
                .orElse(Condition.ABSENT)) instanceof Table.Changed.Yes;
    }
}
