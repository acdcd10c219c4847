package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.clubpost.core.list.ListId;
import org.clubpost.core.owners.GatheredNews;
import org.clubpost.core.owners.News;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The news that wait to be told to owners, all in one partition. An item is nothing but its key. */
final class DynamoGatheredNews implements GatheredNews {

    private final Table table;

    DynamoGatheredNews(Table table) {
        this.table = table;
    }

    @Override
    public List<News> due(Instant now, int limit) {
        // The keys of this millisecond begin with it and go on, so the first that is not due begins with the next.
        var query = QueryRequest.builder().keyConditionExpression("pk = :pk AND sk < :next")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(TableLayout.OWNER_NEWS), ":next",
                        AttributeValue.fromS(TableLayout.due(now.plusMillis(1)))))
                .limit(limit).build();
        return table.query(query).limit(limit).map(item -> read(item.text(TableLayout.SK))).toList();
    }

    @Override
    public void add(News news) {
        table.put(Item.at(TableLayout.ownerNews(news)), Condition.NONE);
    }

    @Override
    public void remove(Collection<News> news) {
        news.forEach(each -> table.delete(TableLayout.ownerNews(each), Condition.NONE));
    }

    private static News read(String key) {
        var parts = key.split("#", 4);
        return new News(new ListId(parts[1]), News.Kind.valueOf(parts[2]), parts[3],
                Instant.ofEpochMilli(Long.parseLong(parts[0])));
    }
}
