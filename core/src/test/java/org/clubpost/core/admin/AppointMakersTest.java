package org.clubpost.core.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.AppointMakers.Outcome;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.junit.jupiter.api.Test;

class AppointMakersTest {

    private static final EmailAddress OLGA = EmailAddress.of("olga@club.example");
    private static final EmailAddress BEN = EmailAddress.of("ben@club.example");
    private static final Actor OPERATOR = new Actor.Operator();
    private static final Actor BY_OLGA = new Actor.Owner(OLGA);

    private final Office office = new Office();
    private final InMemoryListMakers kept = new InMemoryListMakers();
    private final CollectingNotices notices = new CollectingNotices();
    private final AppointMakers makers = with(notices);

    private AppointMakers with(Notices way) {
        return new AppointMakers(kept, MailMakersNews.asFarAsPossible(office.lists, way), office.clock);
    }

    private List<EmailAddress> told() {
        return notices.sent().stream().map(Notice::recipient).toList();
    }

    @Test
    void operatorLetsSomebodyAndTheyLetOthers() {
        assertEquals(new Outcome.Done(OLGA), makers.grant(OPERATOR, OLGA));
        assertEquals(new Outcome.Done(BEN), makers.grant(BY_OLGA, BEN));

        assertEquals(List.of(OLGA, BEN), kept.read().all());
        assertEquals(List.of(OLGA, OLGA, BEN), told());
        assertEquals(List.of(OPERATOR, BY_OLGA), kept.read().past().stream().map(Makers.Step::actor).toList());
    }

    @Test
    void ownerOfAListAloneMayNotAndSeesNothing() {
        assertEquals(new Outcome.Denied(), makers.grant(Office.OWNER, BEN));
        assertEquals(new Outcome.Denied(), makers.grant(BY_OLGA, OLGA));

        assertEquals(Optional.empty(), makers.seen(Office.OWNER));
        assertEquals(Makers.NOBODY, kept.read());
        assertEquals(List.of(), told());
    }

    @Test
    void whoeverItWasTakenFromIsToldAndMayNoMore() {
        makers.grant(OPERATOR, OLGA);
        makers.grant(OPERATOR, BEN);

        assertEquals(new Outcome.Done(OLGA), makers.withdraw(new Actor.Owner(BEN), OLGA));

        assertEquals(new Outcome.Denied(), makers.withdraw(BY_OLGA, BEN));
        assertEquals(List.of(BEN, OLGA), told().subList(told().size() - 2, told().size()));
    }

    @Test
    void sameWishAgainChangesNothingAndTellsNobody() {
        makers.grant(OPERATOR, OLGA);

        assertEquals(new Outcome.AlreadySo(), makers.grant(OPERATOR, OLGA));
        assertEquals(new Outcome.AlreadySo(), makers.withdraw(OPERATOR, BEN));

        assertEquals(1, kept.read().past().size());
        assertEquals(1, told().size());
    }

    @Test
    void mailThatCannotBeSentUndoesNothing() {
        var silent = with(_ -> {
            throw new UnavailableException("not now");
        });

        assertEquals(new Outcome.Done(OLGA), silent.grant(OPERATOR, OLGA));

        assertTrue(kept.read().may(BY_OLGA));
    }

    @Test
    void withoutAnyListNobodyCanBeTold() {
        var makersOfNone = new AppointMakers(kept, new MailMakersNews(new InMemoryLists(), notices), office.clock);

        assertEquals(new Outcome.Done(OLGA), makersOfNone.grant(OPERATOR, OLGA));

        assertEquals(List.of(), told());
    }

    @Test
    void thereIsAnEndToHowManyMay() {
        for (var i = 0; i < Makers.MOST; i++) {
            makers.grant(OPERATOR, EmailAddress.of("p" + i + "@club.example"));
        }

        assertEquals(new Outcome.TooMany(), makers.grant(OPERATOR, OLGA));
    }

    @Test
    void pastHasAnEndTooAndIsReadBackAsItWas() {
        for (var i = 0; i < Makers.MOST_OF_PAST; i++) {
            makers.grant(OPERATOR, OLGA);
            makers.withdraw(OPERATOR, OLGA);
        }

        assertEquals(Makers.MOST_OF_PAST, kept.read().past().size());
        assertEquals(kept.read(), Makers.parse(kept.read().written()));
        assertEquals(Makers.NOBODY, Makers.parse("from a newer version\nstep garbage"));
        assertFalse(kept.read().without(OLGA).written().contains("olga"));
    }
}
