package org.clubpost.aws.dynamodb;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.Tally;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Slice;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Ranges and failures of a post as items and back. A finished range has no cursor. */
final class RangeItems {

    /** The cursor's attribute: the lowest key that has not been served. */
    static final String CURSOR = "cursorAt";

    private static final String LIST = "list";
    private static final String FIRST = "firstKey";
    private static final String LAST = "lastKey";
    private static final String AHEAD = "ahead";
    private static final String SENT = "sent";
    private static final String FAILED = "failed";
    private static final String KIND = "kind";
    private static final String ATTEMPTS = "attempts";
    private static final String AT = "at";

    private RangeItems() {}

    static Item write(DeliveryRange range) {
        var item = Item.at(TableLayout.range(range.ref())).text(LIST, range.ref().list().value())
                .text(FIRST, range.slice().first().hex()).text(LAST, range.slice().last().hex())
                .number(SENT, range.tally().sent()).number(FAILED, range.tally().failed());
        return switch (range.progress()) {
            case DeliveryRange.Progress.Open(var next, var ahead) ->
                item.text(CURSOR, next.hex()).texts(AHEAD, hex(ahead));
            case DeliveryRange.Progress.Finished _ -> item;
        };
    }

    static DeliveryRange read(Item item) {
        var post = item.text(TableLayout.PK).substring(TableLayout.POST.length());
        var index = item.text(TableLayout.SK).substring(TableLayout.RANGE.length());
        var ref = new RangeRef(new ListId(item.text(LIST)), new PostId(post), Integer.parseInt(index));
        var slice = new Slice(new SubscriberId(item.text(FIRST)), new SubscriberId(item.text(LAST)));
        return new DeliveryRange(ref, slice, progress(item), new Tally(item.number(SENT), item.number(FAILED)));
    }

    static AttributeValue cursor(SubscriberId next) {
        return AttributeValue.fromS(next.hex());
    }

    static AttributeValue ahead(Set<SubscriberId> ahead) {
        return Item.texts(hex(ahead));
    }

    static Item write(PostId post, Failure failure) {
        var item = Item.at(TableLayout.failure(post, failure.subscriber())).text(KIND, failure.kind().name());
        return ReasonItems.write(item, failure.reason()).number(ATTEMPTS, failure.attempts()).instant(AT, failure.at());
    }

    static Failure readFailure(Item item) {
        return new Failure(new SubscriberId(item.text(TableLayout.SK).substring(TableLayout.FAILURE.length())),
                Failure.Kind.valueOf(item.text(KIND)), ReasonItems.read(item), Math.toIntExact(item.number(ATTEMPTS)),
                item.instant(AT));
    }

    private static DeliveryRange.Progress progress(Item item) {
        return item
                .findText(CURSOR).<DeliveryRange.Progress>map(
                        next -> new DeliveryRange.Progress.Open(new SubscriberId(next),
                                item.texts(AHEAD).stream().map(SubscriberId::new)
                                        .collect(Collectors.toUnmodifiableSet())))
                .orElseGet(DeliveryRange.Progress.Finished::new);
    }

    private static Collection<String> hex(Set<SubscriberId> ids) {
        return ids.stream().map(SubscriberId::hex).sorted().toList();
    }
}
