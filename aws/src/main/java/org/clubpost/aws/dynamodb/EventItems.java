package org.clubpost.aws.dynamodb;

import java.time.Duration;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.event.Event;
import org.clubpost.core.event.EventKind;
import org.clubpost.core.event.Events;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.event.RemoveWay;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Tally;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Stopped;

/** Events as items of the table and back. */
final class EventItems {

    private static final String KIND = "kind";
    private static final String LIST = "list";
    private static final String TIME = "time";
    private static final String ABOUT = "about";
    private static final String ADDRESS = "address";
    private static final String WAY = "way";
    private static final String CAUSE = "cause";
    private static final String DECIDER = "decider";
    private static final String SENT = "sent";
    private static final String FAILED = "failed";
    private static final String BEFORE = "before";
    private static final String BEFORE_ADDRESS = "beforeAddress";

    private EventItems() {}

    static Item write(Event event) {
        var item = Item.at(TableLayout.event(event)).text(KIND, event.kind().code()).text(LIST, event.list().value())
                .instant(TIME, event.time()).text(ABOUT, event.about()).number(TableLayout.EXPIRES_AT,
                        event.time().plus(Duration.ofDays(Events.DAYS)).getEpochSecond());
        if (event instanceof Event.OfMember member) {
            member.who().address().ifPresent(address -> item.text(ADDRESS, address.written()));
        }
        return switch (event) {
            case Event.MemberConfirmed confirmed -> item.text(WAY, confirmed.way().name());
            case Event.MemberLeft left -> item.text(WAY, left.way().name());
            case Event.MemberSuppressed stopped -> item.text(WAY, stopped.why().written());
            case Event.MemberRemoved removed -> item.text(WAY, removed.way().name());
            case Event.AddressChanged changed -> {
                changed.before().address().ifPresent(address -> item.text(BEFORE_ADDRESS, address.written()));
                yield item.text(BEFORE, changed.before().key().hex());
            }
            case Event.PostSent sent ->
                item.number(SENT, sent.tally().sent()).number(FAILED, sent.tally().failed());
            case Event.PostHeld held ->
                item.text(CAUSE, held.cause().code()).text(DECIDER, held.decider().name());
        };
    }

    /** The event; empty when it is of a kind that only a newer version knows. */
    static Optional<Event> read(Item item) {
        return EventKind.of(item.text(KIND)).map(kind -> read(kind, item));
    }

    private static Event read(EventKind kind, Item item) {
        var list = new ListId(item.text(LIST));
        var time = item.instant(TIME);
        return switch (kind) {
            case MEMBER_CONFIRMED ->
                new Event.MemberConfirmed(list, time, who(item), JoinWay.valueOf(item.text(WAY)));
            case MEMBER_LEFT -> new Event.MemberLeft(list, time, who(item), LeaveWay.valueOf(item.text(WAY)));
            case MEMBER_SUPPRESSED ->
                new Event.MemberSuppressed(list, time, who(item), Stopped.parse(item.text(WAY)));
            case MEMBER_REMOVED -> new Event.MemberRemoved(list, time, who(item),
                    item.findText(WAY).map(RemoveWay::valueOf).orElse(RemoveWay.OWNER));
            case ADDRESS_CHANGED -> new Event.AddressChanged(list, time, who(item), new Event.Who(
                    new SubscriberId(item.text(BEFORE)), item.findText(BEFORE_ADDRESS).map(EmailAddress::of)));
            case POST_SENT ->
                new Event.PostSent(list, time, post(item), new Tally(item.number(SENT), item.number(FAILED)));
            case POST_HELD -> new Event.PostHeld(list, time, post(item), Reason.Cause.of(item.text(CAUSE)),
                    PostState.Held.Decider.valueOf(item.text(DECIDER)));
        };
    }

    private static Event.Who who(Item item) {
        return new Event.Who(new SubscriberId(item.text(ABOUT)), item.findText(ADDRESS).map(EmailAddress::of));
    }

    private static PostId post(Item item) {
        return new PostId(item.text(ABOUT));
    }
}
