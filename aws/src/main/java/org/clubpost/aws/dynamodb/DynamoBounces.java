package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.Pause;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What came back from members: an item a member, and an item for each thing that was applied to one. DynamoDB deletes
 * old ones; until it does, a mark whose time is over holds as well, which harms nobody.
 */
final class DynamoBounces implements Bounces {

    private static final String RECORD = "record";
    /** The place of the mark in the transaction. */
    private static final int MARK = 1;

    private final Table table;

    DynamoBounces(Table table) {
        this.table = table;
    }

    @Override
    public Pause betweenAttempts() {
        return table.betweenAttempts();
    }

    @Override
    public Optional<BounceRecord> find(ListId list, SubscriberId member) {
        return table.get(TableLayout.bounce(list, member)).map(item -> read(list, item));
    }

    @Override
    public boolean isApplied(ListId list, SubscriberId member, String id) {
        return table.get(TableLayout.applied(id, list, member)).isPresent();
    }

    @Override
    public Applied apply(Optional<BounceRecord> seen, BounceRecord changed, String id, Instant now) {
        var mark = Item.at(TableLayout.applied(id, changed.list(), changed.member()))
                .number(TableLayout.EXPIRES_AT, now.plus(MARKED).getEpochSecond());
        var refused = table.commit(List.of(table.putting(item(changed), unchanged(seen)),
                table.putting(mark, Condition.ABSENT)));
        if (refused.isEmpty()) {
            return Applied.DONE;
        }
        return refused.contains(MARK) ? Applied.BEFORE : Applied.CONTESTED;
    }

    @Override
    public boolean replace(Optional<BounceRecord> seen, BounceRecord changed) {
        return table.put(item(changed), unchanged(seen)) instanceof Table.Changed.Yes;
    }

    private static Item item(BounceRecord record) {
        return Item.at(TableLayout.bounce(record.list(), record.member())).text(RECORD, record.written())
                .number(TableLayout.EXPIRES_AT, record.expiresAt().getEpochSecond());
    }

    private static Condition unchanged(Optional<BounceRecord> seen) {
        return seen.map(read -> Condition.equal(RECORD, AttributeValue.fromS(read.written())))
                .orElse(Condition.ABSENT);
    }

    /** The marks name nobody but by the key, and go by themselves. */
    @Override
    public void forget(ListId list, SubscriberId member) {
        table.delete(TableLayout.bounce(list, member), Condition.NONE);
    }

    @Override
    public Stream<BounceRecord> all(ListId list) {
        return table.query(Table.beginningWith(TableLayout.list(list).pk(), TableLayout.BOUNCE).build())
                .map(item -> read(list, item));
    }

    static BounceRecord read(ListId list, Item item) {
        return BounceRecord.of(list,
                new SubscriberId(item.text(TableLayout.SK).substring(TableLayout.BOUNCE.length())), item.text(RECORD));
    }
}
