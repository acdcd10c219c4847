package org.clubpost.core.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.directory.Search.Place;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

/** Pages beside somebody whom the search does not find, and entries at the end of a read. */
class PagesBesideTest {

    private final MailingList list = SampleLists.aList();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(new InMemoryLists(list));
    private final Directory directory = new InMemoryDirectory(subscribers);

    private SubscriberId joins(String address) {
        var member = SampleSubscribers.aMember(list.id(), address);
        subscribers.create(member);
        return member.id();
    }

    private List<String> found(Search search) {
        return directory.page(list.id(), search, LocalDate.EPOCH, FixedClock.START).entries().stream()
                .map(Entry::address).map(EmailAddress::written).toList();
    }

    @Test
    void pageBesideSomebodyBelowWhatIsLookedForHasAllOfItOrNothing() {
        var below = joins("a@club.example");
        joins("aa@club.example");
        joins("b1@club.example");
        joins("b2@club.example");
        var search = Search.by(Order.ADDRESS, 10).beginningWith("b");

        assertEquals(List.of("b1@club.example", "b2@club.example"), found(search.at(new Place.After(below))));
        assertEquals(List.of(), found(search.at(new Place.Before(below))));
        assertEquals(List.of(), found(search.descending().at(new Place.After(below))));
        assertEquals(List.of("b2@club.example", "b1@club.example"),
                found(search.descending().at(new Place.Before(below))));
    }

    @Test
    void pageBesideSomebodyAboveWhatIsLookedForHasAllOfItOrNothing() {
        joins("b1@club.example");
        joins("b2@club.example");
        joins("ca@club.example");
        var above = joins("cc@club.example");
        var search = Search.by(Order.ADDRESS, 10).beginningWith("b");

        assertEquals(List.of("b1@club.example", "b2@club.example"), found(search.at(new Place.Before(above))));
        assertEquals(List.of(), found(search.at(new Place.After(above))));
        var page = directory.page(list.id(), search.at(new Place.After(above)), LocalDate.EPOCH, FixedClock.START);
        assertEquals(new Page(List.of(), Optional.of(new Place.First()), Optional.empty(), 0, false), page);
        assertEquals(List.of("b2@club.example", "b1@club.example"),
                found(search.descending().at(new Place.After(above))));
    }

    /** A read begins with the last entry of the read before, so as to be sure that nothing in between is missed. */
    @Test
    void entryAtTheEndOfAReadIsFoundOnce() {
        var all = IntStream.range(0, 90)
                .mapToObj(each -> SampleSubscribers.aMember(list.id(), "m%02d@club.example".formatted(each)))
                .map(member -> Entry.of(member).orElseThrow()).toList();
        var atOnce = 30;
        var page = new PageReading(Search.by(Order.ADDRESS, 50), LocalDate.EPOCH, FixedClock.START, span -> {
            var part = all.stream().filter(entry -> span.contains(entry.key(span.order()))).limit(atOnce).toList();
            return new Span.Part(part, part.size() < atOnce
                    ? Optional.empty()
                    : Optional.of(new Span.Reached(part.getLast().key(span.order()), part.getLast().id())),
                    part.size());
        }).page(_ -> Optional.empty());

        assertEquals(all.subList(0, 50), page.entries());
        assertEquals(Optional.of(new Place.After(all.get(49).id())), page.after());
    }
}
