package org.clubpost.core.subscription;

import static org.clubpost.core.link.SampleLinks.LINKS;
import static org.clubpost.core.link.SampleLinks.TOKENS;
import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Manage.Outcome;
import org.clubpost.core.subscription.Manage.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ManageTest {

    private static final Manage.Choice.Usual USUAL = new Manage.Choice.Usual(Locale.GERMAN, OwnPosts.RECEIPT, false,
            Optional.of(LocalDate.of(2027, 1, 1)));
    private static final Manage.Choice.Everything ALL = new Manage.Choice.Everything(USUAL, new PersonName("Anna M."),
            new Notification.ByMail());

    private final SignUps service = new SignUps();
    private final Manage manage = service.manage;
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(service.news.id(), ANNA.written());
    private final String link = SampleLinks.token(LINKS.managePage(service.news.id(), anna.id()));
    private final String fresh = SampleLinks.token(LINKS.freshSettings(service.news.id(), anna.id(),
            service.clock.instant().plus(MemberLetters.FRESH)));

    private Instant now() {
        return service.clock.instant();
    }

    @Test
    void lookingShowsTheMemberAndChangesNothing() {
        service.stored.create(anna);
        var before = service.stored.find(anna.list(), anna.id());

        for (var i = 0; i < 5; i++) {
            assertEquals(new Outcome.Member(service.news, anna, Reach.USUAL), manage.look(link, now()));
            assertEquals(new Outcome.Member(service.news, anna, Reach.EVERYTHING), manage.look(fresh, now()));
        }

        assertEquals(before, service.stored.find(anna.list(), anna.id()));
    }

    @Test
    void linkInTheMailsChangesLanguageOwnPostsAndPauseAndNothingElse() {
        var told = anna.with(new PersonName("Anna")).with(anna.settings().with(new Notification.ByMail()));
        service.stored.create(told);

        var outcome = manage.change(link, USUAL, now());

        var changed = told.with(Locale.GERMAN).with(told.settings().with(OwnPosts.RECEIPT)
                .withCopyWhenAddressed(false).pausedUntil(USUAL.pausedUntil()));
        assertEquals(new Outcome.Member(service.news, changed, Reach.USUAL), outcome);
        assertEquals(changed, service.find(ANNA));
        assertEquals(outcome, manage.change(link, USUAL, now()), "saving twice is saving once");
    }

    @Test
    void freshLinkChangesEverythingUntilItsTimeIsOver() {
        service.stored.create(anna);

        var outcome = manage.change(fresh, ALL, now());

        var changed = ALL.of(anna);
        assertEquals(new PersonName("Anna M."), changed.person().name());
        assertEquals(new Notification.ByMail(), changed.settings().notification());
        assertEquals(USUAL.pausedUntil(), changed.settings().pausedUntil());
        assertEquals(new Outcome.Member(service.news, changed, Reach.EVERYTHING), outcome);
        service.clock.advance(MemberLetters.FRESH);
        assertEquals(new Outcome.Member(service.news, changed, Reach.USUAL), manage.look(fresh, now()));
        assertEquals(new Outcome.NeedsFreshLink(service.news, changed),
                manage.change(fresh, new Manage.Choice.Everything(USUAL, PersonName.NONE, Notification.none()), now()));
        assertEquals(changed, service.find(ANNA));
        assertEquals(new Outcome.Member(service.news, changed, Reach.USUAL), manage.change(fresh, USUAL, now()));
    }

    @Test
    void linkInTheMailsIsNotEnoughForEverything() {
        service.stored.create(anna);

        assertEquals(new Outcome.NeedsFreshLink(service.news, anna), manage.change(link, ALL, now()));

        assertEquals(anna, service.find(ANNA));
    }

    @Test
    void freshLinkIsAskedForOnceAMinuteAndTheAnswerIsTheSame() {
        service.stored.create(anna);

        for (var i = 0; i < 50; i++) {
            assertEquals(manage.look(link, now()), manage.sendFreshLink(link, now()));
        }

        assertEquals(List.of(new NoteTask.SettingsLink(service.news.id(), now().truncatedTo(ChronoUnit.MINUTES),
                anna.id())), service.tasks.due(now(), 100));
        assertEquals(List.of(), service.notices.sent(), "the page sends nothing itself");
    }

    @Test
    void whoIsNoMemberIsSentNoLink() {
        assertEquals(new Outcome.Unfitting(service.news), manage.sendFreshLink(link, now()));
        assertEquals(new Outcome.Invalid(), manage.sendFreshLink("x", now()));

        assertEquals(List.of(), service.tasks.due(now().plus(Duration.ofDays(1)), 100));
    }

    @ParameterizedTest
    @EnumSource(names = {"MANAGE_PAGE", "FRESH_SETTINGS"}, mode = EnumSource.Mode.EXCLUDE)
    void linkThatWasMadeForSomethingElseShowsAndChangesNothing(LinkPurpose purpose) {
        service.stored.create(anna);
        var other = TOKENS.sign(SampleLinks.link(purpose, service.news.id(), anna.id()));

        assertEquals(new Outcome.Invalid(), manage.look(other, now()));
        assertEquals(new Outcome.Invalid(), manage.change(other, USUAL, now()));

        assertEquals(anna, service.find(ANNA));
    }

    @Test
    void whoLeftHasNothingToChange() {
        service.stored.create(anna);
        service.unsubscribe.leave(link, LeaveWay.PAGE, now());
        var left = service.find(ANNA);

        for (var token : List.of(link, fresh)) {
            var answer = token.equals(link)
                    ? new Outcome.Unfitting(service.news)
                    : new Outcome.NotMember(service.news);
            assertEquals(answer, manage.look(token, now()));
            assertEquals(answer, manage.change(token, USUAL, now()));
            assertEquals(answer, manage.change(token, ALL, now()));
        }

        assertEquals(left, service.find(ANNA));
    }

    @Test
    void whatIsNoTokenIsInvalid() {
        var unknownList = TOKENS.sign(new MembershipLink(LinkPurpose.MANAGE_PAGE, new ListId("nothing"), anna.id()));
        for (var token : List.of("", "x", unknownList, service.request(ANNA))) {
            assertEquals(new Outcome.Invalid(), manage.look(token, now()));
            assertEquals(new Outcome.Invalid(), manage.change(token, USUAL, now()));
        }
    }
}
