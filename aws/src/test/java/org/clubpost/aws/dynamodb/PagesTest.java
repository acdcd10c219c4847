package org.clubpost.aws.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

class PagesTest {

    private final List<QueryRequest> asked = new ArrayList<>();

    private static Map<String, AttributeValue> item(String sk) {
        return Map.of("sk", AttributeValue.fromS(sk));
    }

    private static QueryResponse page(String... items) {
        return QueryResponse.builder().items(Stream.of(items).map(PagesTest::item).toList()).build();
    }

    private static QueryResponse pageBefore(String key, String... items) {
        return page(items).toBuilder().lastEvaluatedKey(item(key)).build();
    }

    private Pages pages(QueryResponse... responses) {
        Iterator<QueryResponse> all = List.of(responses).iterator();
        return new Pages(QueryRequest.builder().tableName("t").build(), request -> {
            asked.add(request);
            return all.next();
        });
    }

    @Test
    void emptyPagesInBetweenAreNotTheEnd() {
        var pages = pages(pageBefore("k0"), pageBefore("k2", "a", "b"), pageBefore("k3"), page("c"));
        var read = new ArrayList<String>();

        pages.forEachRemaining(item -> read.add(item.text("sk")));

        assertEquals(List.of("a", "b", "c"), read);
        assertEquals(List.of(Map.of(), item("k0"), item("k2"), item("k3")),
                asked.stream().map(QueryRequest::exclusiveStartKey).toList());
    }

    @Test
    void nothingIsAskedForBeforeItIsNeeded() {
        var pages = pages(pageBefore("k1", "a"), page("b"));
        assertEquals(List.of(), asked);

        pages.next();

        assertEquals(1, asked.size());
    }

    @Test
    void endIsTheEnd() {
        var pages = pages(page());

        assertFalse(pages.hasNext());
        assertThrows(NoSuchElementException.class, pages::next);
    }
}
