package org.clubpost.aws.s3;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The keys of a listing, page by page; S3 lists in the order of the keys' octets. */
final class KeyPages implements Iterator<String> {

    private final Function<ListObjectsV2Request, ListObjectsV2Response> call;
    private ListObjectsV2Request next;
    private boolean hasMore = true;
    private Iterator<S3Object> page = Collections.emptyIterator();

    KeyPages(ListObjectsV2Request first, Function<ListObjectsV2Request, ListObjectsV2Response> call) {
        this.next = first;
        this.call = call;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && hasMore) {
            var response = call.apply(next);
            page = response.contents().iterator();
            hasMore = response.isTruncated();
            next = next.toBuilder().continuationToken(response.nextContinuationToken()).build();
        }
        return page.hasNext();
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next().key();
    }
}
