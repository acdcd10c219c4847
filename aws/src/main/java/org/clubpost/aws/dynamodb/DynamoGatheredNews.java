package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.clubpost.core.list.ListId;
import org.clubpost.core.owners.GatheredNews;
import org.clubpost.core.owners.News;

/** The news that wait to be told to owners, all in one partition. An item is nothing but its key. */
final class DynamoGatheredNews implements GatheredNews {

    private final Table table;

    DynamoGatheredNews(Table table) {
        this.table = table;
    }

    @Override
    public List<News> due(Instant now, int limit) {
        return table.due(TableLayout.OWNER_NEWS, now, limit).limit(limit).map(DynamoGatheredNews::read).toList();
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
