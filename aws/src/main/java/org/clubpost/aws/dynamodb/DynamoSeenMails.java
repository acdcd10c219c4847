package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.util.Map;

import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.SeenMails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item for each mail that was seen recently; DynamoDB deletes it some time after it expires. */
final class DynamoSeenMails implements SeenMails {

    private static final String POST = "post";

    private final Table table;

    DynamoSeenMails(Table table) {
        this.table = table;
    }

    @Override
    public PostId first(ListId list, String fingerprint, PostId post, Instant now, Instant until) {
        var note = new Update(TableLayout.seen(list, fingerprint),
                "SET post = :post, endsAt = :until, " + TableLayout.EXPIRES_AT + " = :ttl",
                "attribute_not_exists(post) OR post = :post OR endsAt <= :now",
                Map.of(":post", AttributeValue.fromS(post.value()), ":until", Item.instant(until), ":now",
                        Item.instant(now), ":ttl", Item.number(until.getEpochSecond() + 1)));
        return switch (table.update(note)) {
            case Table.Changed.Yes _ -> post;
            case Table.Changed.No(var item) -> new PostId(item.text(POST));
        };
    }

    @Override
    public boolean pass(ListId list, String fingerprint, PostId noted, PostId post, Instant until) {
        return table.update(new Update(TableLayout.seen(list, fingerprint),
                "SET post = :post, endsAt = :until, " + TableLayout.EXPIRES_AT + " = :ttl",
                "post = :noted OR post = :post",
                Map.of(":post", AttributeValue.fromS(post.value()), ":noted", AttributeValue.fromS(noted.value()),
                        ":until", Item.instant(until), ":ttl",
                        Item.number(until.getEpochSecond() + 1)))) instanceof Table.Changed.Yes;
    }
}
