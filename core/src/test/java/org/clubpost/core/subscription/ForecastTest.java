package org.clubpost.core.subscription;

import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.clubpost.core.subscription.Membership.Tally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bringing people in would do is what it then does, for few people and for many. */
final class ForecastTest {

    private static final GroupName BOARD = new GroupName("board");

    private final SignUps service = new SignUps();

    private static Newcomer newcomer(String address, GroupName... groups) {
        return new Newcomer(EmailAddress.of(address), PersonName.NONE, Set.of(groups));
    }

    private Forecast forecast(List<Newcomer> newcomers) {
        return Forecast.of(service.subscribers, SampleSubscribers.IDS, service.news, newcomers);
    }

    private Tally add(List<Newcomer> newcomers) {
        return service.membership.add(service.news, newcomers, "on paper", service.clock.instant());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1500})
    void everyKindOfPersonIsCountedOnceAndNothingChanges(int others) {
        add(List.of(newcomer("member@example.org", BOARD), newcomer("left@example.org"), newcomer("back@example.org"),
                newcomer("other@example.org")));
        for (var address : List.of("left@example.org", "back@example.org")) {
            var stored = service.stored.find(service.news.id(), SampleSubscribers.IDS.of(EmailAddress.of(address)))
                    .orElseThrow();
            service.stored.replace(stored, Subscriber.Left.of((Subscriber.Confirmed) stored.subscriber(),
                    service.clock.instant(), LeaveWay.PAGE));
        }
        service.request(EmailAddress.of("back@example.org"));
        service.request(ANNA);
        service.stored.create(SampleSubscribers.aSuppressed(service.news.id(), "bounced@example.org"));
        var newcomers = new ArrayList<>(List.of(newcomer("new@example.org"), newcomer("NEW@example.org"),
                newcomer("member@example.org", BOARD), newcomer("other@example.org", BOARD),
                newcomer("left@example.org"), newcomer("back@example.org"), newcomer("bounced@example.org"),
                newcomer(ANNA.written())));
        IntStream.range(0, others).forEach(i -> newcomers.add(newcomer("m" + i + "@example.org")));
        var members = service.members();

        var forecast = forecast(newcomers);

        assertEquals(new Forecast(2 + others, 1, 1, 3, 1), forecast);
        assertEquals(members, service.members());
        assertEquals(new Tally(2 + others, 3, 3), add(newcomers));
        assertEquals(new Forecast(0, 0, 4 + others, 3, 1), forecast(newcomers));
    }
}
