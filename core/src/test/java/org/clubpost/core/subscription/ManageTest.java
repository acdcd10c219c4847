package org.clubpost.core.subscription;

import static org.clubpost.core.link.SampleLinks.TOKENS;
import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Manage.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ManageTest {

    private static final Manage.Choice CHOICE = new Manage.Choice(new PersonName("Anna M."), Locale.GERMAN,
            new MemberSettings(MemberSettings.OwnPosts.RECEIPT, false));

    private final SignUps service = new SignUps();
    private final Manage manage = new Manage(service.lists, service.subscribers, TOKENS);
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(service.news.id(), ANNA.written());
    private final String link = SampleLinks.token(SampleLinks.LINKS.managePage(service.news.id(), anna.id()));

    @Test
    void lookingShowsTheMemberAndChangesNothing() {
        service.stored.create(anna);
        var before = service.stored.find(anna.list(), anna.id());

        for (var i = 0; i < 5; i++) {
            assertEquals(new Outcome.Member(service.news, anna), manage.look(link));
        }

        assertEquals(before, service.stored.find(anna.list(), anna.id()));
    }

    @Test
    void memberChangesNameLanguageAndSettings() {
        service.stored.create(anna);

        var outcome = manage.change(link, CHOICE);

        var changed = anna.with(CHOICE.name()).with(CHOICE.language()).with(CHOICE.settings());
        assertEquals(new Outcome.Member(service.news, changed), outcome);
        assertEquals(changed, service.find(ANNA));
        assertEquals(outcome, manage.change(link, CHOICE), "saving twice is saving once");
    }

    @ParameterizedTest
    @EnumSource(names = "MANAGE_PAGE", mode = EnumSource.Mode.EXCLUDE)
    void linkThatWasMadeForSomethingElseShowsAndChangesNothing(LinkPurpose purpose) {
        service.stored.create(anna);
        var other = TOKENS.sign(new MembershipLink(purpose, service.news.id(), anna.id()));

        assertEquals(new Outcome.Invalid(), manage.look(other));
        assertEquals(new Outcome.Invalid(), manage.change(other, CHOICE));

        assertEquals(anna, service.find(ANNA));
    }

    @Test
    void whoLeftHasNothingToChange() {
        service.stored.create(anna);
        service.unsubscribe.leave(link, LeaveWay.PAGE, service.clock.instant());
        var left = service.find(ANNA);

        assertEquals(new Outcome.NotMember(service.news), manage.look(link));
        assertEquals(new Outcome.NotMember(service.news), manage.change(link, CHOICE));

        assertEquals(left, service.find(ANNA));
    }

    @Test
    void whatIsNoTokenIsInvalid() {
        var unknownList = TOKENS.sign(new MembershipLink(LinkPurpose.MANAGE_PAGE, new ListId("nothing"), anna.id()));
        for (var token : List.of("", "x", unknownList, service.request(ANNA))) {
            assertEquals(new Outcome.Invalid(), manage.look(token));
            assertEquals(new Outcome.Invalid(), manage.change(token, CHOICE));
        }
    }
}
