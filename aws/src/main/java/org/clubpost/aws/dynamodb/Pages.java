package org.clubpost.aws.dynamodb;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The items of a query, page by page. A page may be empty without being the last, when a filter removed all of its
 * items.
 */
final class Pages implements Iterator<Item> {

    private final Function<QueryRequest, QueryResponse> call;
    private QueryRequest next;
    private boolean hasMore = true;
    private Iterator<Map<String, AttributeValue>> page = Collections.emptyIterator();

    Pages(QueryRequest first, Function<QueryRequest, QueryResponse> call) {
        this.next = first;
        this.call = call;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && hasMore) {
            var response = call.apply(next);
            page = response.items().iterator();
            hasMore = response.hasLastEvaluatedKey() && !response.lastEvaluatedKey().isEmpty();
            next = next.toBuilder().exclusiveStartKey(response.lastEvaluatedKey()).build();
        }
        return page.hasNext();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return Item.of(page.next());
    }
}
