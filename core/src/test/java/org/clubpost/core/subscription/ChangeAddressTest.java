package org.clubpost.core.subscription;

import static org.clubpost.core.link.SampleLinks.LINKS;
import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.clubpost.core.Pause;
import org.clubpost.core.Rival;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member wishes for another address, confirms it there, and perhaps undoes it. */
final class ChangeAddressTest {

    private static final EmailAddress NEW = EmailAddress.of("Anna@new.example");

    private final SignUps service = new SignUps();
    private final MailingList chess = MailingList.create(new ListId("chess"), "lists.example.org", "Chess",
            List.of(EmailAddress.of("owner@example.org")));
    private final Subscriber.Confirmed anna = SampleSubscribers.aMember(service.news.id(), ANNA.written());
    private final String fresh = SampleLinks.token(LINKS.freshSettings(service.news.id(), anna.id(),
            service.clock.instant().plus(MemberLetters.FRESH)));

    @BeforeEach
    void annaIsOnTwoLists() {
        service.lists.create(chess);
        service.stored.create(anna);
        service.stored.create(SampleSubscribers.aMember(chess.id(), ANNA.written()));
    }

    private Instant now() {
        return service.clock.instant();
    }

    private void letters() {
        for (var task : service.tasks.due(now(), 100)) {
            if (task instanceof NoteTask.Letter letter) {
                var again = service.addressLetters.write(letter);
                service.tasks.remove(List.of(task));
                again.ifPresent(time -> service.tasks.add(List.of(task.at(time))));
            }
        }
    }

    /** The token in the mail to the new address. */
    private String wished(boolean isEverywhere) {
        assertInstanceOf(ChangeAddress.Wished.Taken.class,
                service.changeAddress.wish(fresh, NEW, isEverywhere, now()));
        letters();
        return SampleLinks.token(service.notices.sent(MemberNotice.NewAddress.class).getLast().confirm());
    }

    private String undo() {
        return SampleLinks.token(service.notices.sent(MemberNotice.OldAddress.class).getLast().undo());
    }

    private static ChangeAddress.Outcome.Changed changed(ChangeAddress.Outcome outcome) {
        return assertInstanceOf(ChangeAddress.Outcome.Changed.class, outcome);
    }

    @Test
    void newAddressConfirmsAndTheOldOneIsTold() {
        var token = wished(true);
        var open = assertInstanceOf(ChangeAddress.Outcome.Open.class, service.changeAddress.look(token, now()));
        assertEquals(NEW, open.to());
        assertEquals(anna, service.find(ANNA), "looking changes nothing");

        var done = changed(service.changeAddress.confirm(token, now()));

        assertEquals(2, done.moved().size());
        for (var list : List.of(service.news.id(), chess.id())) {
            var member = assertInstanceOf(Subscriber.Confirmed.class, service.find(list, NEW));
            assertEquals(anna.consent(), member.consent());
            assertEquals(member.forwarding(), service.find(list, ANNA));
        }
        assertEquals(done.moved(), changed(service.changeAddress.confirm(token, now())).moved(), "again");
        letters();
        letters();
        var told = service.notices.sent(MemberNotice.OldAddress.class);
        assertEquals(List.of(ANNA), told.stream().map(MemberNotice.OldAddress::recipient).toList());
        assertEquals(2, told.getFirst().lists().size());
    }

    @Test
    void oneListAloneMovesWhenOnlyThatIsWanted() {
        assertEquals(1, changed(service.changeAddress.confirm(wished(false), now())).moved().size());
        assertInstanceOf(Subscriber.Confirmed.class, service.find(chess.id(), ANNA));
    }

    @Test
    void whoDiesAfterConfirmingIsCarriedOn() {
        var token = wished(true);
        service.subscribers.beforeTheNextChange(() -> {
            throw new IllegalStateException("killed");
        });
        try {
            service.changeAddress.confirm(token, now());
        } catch (IllegalStateException died) {
            assertEquals("killed", died.getMessage());
        }
        assertInstanceOf(Subscriber.Confirmed.class, service.find(ANNA));

        letters();

        assertInstanceOf(Subscriber.Moved.class, service.find(ANNA));
        assertInstanceOf(Subscriber.Moved.class, service.find(chess.id(), ANNA));
        assertEquals(1, service.notices.sent(MemberNotice.OldAddress.class).size());
    }

    @Test
    void linksInOldMailsStillWorkButNotTheFreshOne() {
        service.changeAddress.confirm(wished(true), now());
        var looked = assertInstanceOf(Manage.Outcome.Member.class, service.manage.look(fresh, now()));
        assertEquals(Manage.Reach.USUAL, looked.reach());
        assertEquals(NEW, looked.member().person().address());
        var settings = SampleLinks.token(LINKS.managePage(service.news.id(), anna.id()));
        assertInstanceOf(Manage.Outcome.Member.class, service.manage.look(settings, now()), "a short link");
        var oneClick = SampleLinks.token(LINKS.oneClick(service.news.id(), anna.id()));

        assertInstanceOf(Unsubscribe.Outcome.Left.class,
                service.unsubscribe.leave(oneClick, LeaveWay.ONE_CLICK, now()));

        assertInstanceOf(Subscriber.Left.class, service.find(NEW));
        assertInstanceOf(Unsubscribe.Outcome.NotMember.class,
                service.unsubscribe.leave(oneClick, LeaveWay.ONE_CLICK, now()));
    }

    @Test
    void oldAddressUndoesItOnAllListsAndNothingMakesItAgain() {
        var token = wished(true);
        service.changeAddress.confirm(token, now());
        letters();
        var undo = undo();
        assertInstanceOf(UndoAddress.Outcome.Open.class, service.undoAddress.look(undo, now()));

        var undone = assertInstanceOf(UndoAddress.Outcome.Undone.class, service.undoAddress.undo(undo, now()));

        assertEquals(2, undone.names().size());
        var back = assertInstanceOf(Subscriber.Confirmed.class, service.find(ANNA));
        assertEquals(anna.person(), back.person());
        assertEquals(Optional.empty(), back.before(), "it leads to the same member");
        assertInstanceOf(UndoAddress.Outcome.Over.class, service.undoAddress.undo(undo, now()));
        assertInstanceOf(ChangeAddress.Outcome.Gone.class, service.changeAddress.confirm(token, now()));
        service.tasks.add(List.of(new NoteTask.AddressMoved(service.news.id(), now(), anna.id())));
        letters();
        assertEquals(back, service.find(ANNA));
        service.clock.advance(UndoAddress.OPEN_FOR);
        assertInstanceOf(UndoAddress.Outcome.Over.class, service.undoAddress.look(undo, now()));
        assertInstanceOf(UndoAddress.Outcome.Invalid.class, service.undoAddress.look(fresh, now()));
    }

    @Test
    void whatIsKnownAtTheNewAddressIsToldOnlyToWhoeverReadsItsMail() {
        service.stored.create(SampleSubscribers.aMember(service.news.id(), NEW.written()));
        service.stored.create(SampleSubscribers.aSuppressed(chess.id(), NEW.written()));

        var done = changed(service.changeAddress.confirm(wished(true), now()));

        assertEquals(List.of(), done.moved());
        assertEquals(List.of(service.news.profile().name()), done.wasMember());
        assertEquals(List.of("Chess"), done.notTaken());
        assertEquals(Optional.of(LeaveReason.MOVED),
                assertInstanceOf(Subscriber.Left.class, service.find(ANNA)).reason());
        letters();
        assertEquals(List.of(), service.notices.sent(MemberNotice.OldAddress.class));
    }

    @Test
    void whoLeftOrAskedAtTheNewAddressGivesWay() {
        service.stored.create(SampleSubscribers.aFormerMember(service.news.id(), NEW.written()));
        service.stored.create(SampleSubscribers.aPending(chess.id(), NEW.written()));
        assertEquals(2, changed(service.changeAddress.confirm(wished(true), now())).moved().size());
    }

    @Test
    void oldAddressThatSignsUpAnewIsAMemberOfItsOwn() {
        service.changeAddress.confirm(wished(true), now());
        service.confirm.confirm(service.request(ANNA), service.origin());

        var anew = assertInstanceOf(Subscriber.Confirmed.class, service.find(ANNA));
        assertTrue(anew.before().isPresent());
        assertFalse(anew.had(anna.id()));
        assertInstanceOf(Subscriber.Confirmed.class, service.find(NEW));
        letters();
        assertInstanceOf(UndoAddress.Outcome.Undone.class, service.undoAddress.undo(undo(), now()),
                "of the other list");
        assertEquals(anew, service.find(ANNA));
    }

    @Test
    void linkThatIsNotFreshOrOfNobodyWishesForNothing() {
        var usual = SampleLinks.token(LINKS.managePage(service.news.id(), anna.id()));
        assertInstanceOf(ChangeAddress.Wished.NotByThisLink.class,
                service.changeAddress.wish(usual, NEW, true, now()));
        assertInstanceOf(ChangeAddress.Wished.NotByThisLink.class,
                service.changeAddress.wish("nonsense", NEW, true, now()));
        assertInstanceOf(ChangeAddress.Wished.Same.class, service.changeAddress.wish(fresh, ANNA, true, now()));
        assertInstanceOf(ChangeAddress.Outcome.Invalid.class, service.changeAddress.look("nonsense", now()));
        letters();
        assertEquals(List.of(), service.notices.sent());
    }

    @Test
    void linkEndsAndANewerWishTakesItsPlace() {
        var token = wished(true);
        assertInstanceOf(ChangeAddress.Wished.Taken.class,
                service.changeAddress.wish(fresh, EmailAddress.of("other@new.example"), true, now()));
        assertInstanceOf(ChangeAddress.Outcome.Gone.class, service.changeAddress.confirm(token, now()));
        service.changeAddress.wish(fresh, NEW, true, now());
        service.clock.advance(AddressChange.OPEN_FOR);
        letters();
        assertEquals(1, service.notices.sent(MemberNotice.NewAddress.class).size(),
                "what has expired is asked no more");
    }

    @Test
    void addressGetsOnlyAsManyMailsAsAnyOther() {
        for (var i = 0; i < 9; i++) {
            service.changeAddress.wish(SampleLinks.token(LINKS.freshSettings(service.news.id(), anna.id(),
                    now().plus(MemberLetters.FRESH))), NEW, true, now());
            letters();
            service.clock.advance(Duration.ofHours(2));
        }
        assertEquals(3, service.notices.sent(MemberNotice.NewAddress.class).size());
    }

    @Test
    void linksGoInOneMailToMembersAndToNobodyElse() {
        service.sendLinks.ask(EmailAddress.of("stranger@example.org"), service.origin());
        assertEquals(SendLinks.Outcome.ACCEPTED, service.sendLinks.ask(ANNA, service.origin()));
        service.sendLinks.ask(ANNA, service.origin());
        letters();
        var sent = service.notices.sent(MemberNotice.YourLists.class);
        assertEquals(1, sent.size());
        assertEquals(ANNA, sent.getFirst().recipient());
        assertEquals(2, sent.getFirst().memberships().size());
        service.clock.advance(Duration.ofMinutes(1));
        service.sendLinks.ask(ANNA, service.origin());
        letters();
        assertEquals(1, service.notices.sent(MemberNotice.YourLists.class).size(), "too soon");
        service.clock.advance(Duration.ofMinutes(10));
        letters();
        assertEquals(2, service.notices.sent(MemberNotice.YourLists.class).size());
    }

    @Test
    void secondPressThatCameMeanwhileSaysWhatTheFirstOneDid() {
        var token = wished(true);
        var first = service.changeAddress;
        var slow = new ChangeAddress(new ChangeAddress.Ports(service.lists, service.stored, new AddressChanges() {

            private boolean isPressed;

            @Override
            public Optional<AddressChange> find(SubscriberId person) {
                var seen = service.changes.find(person);
                if (!isPressed) {
                    isPressed = true;
                    first.confirm(token, now());
                }
                return seen;
            }

            @Override
            public boolean replace(Optional<AddressChange> seen, AddressChange changed) {
                return service.changes.replace(seen, changed);
            }

            @Override
            public void forget(SubscriberId person) {
                service.changes.forget(person);
            }

            @Override
            public Pause betweenAttempts() {
                return service.changes.betweenAttempts();
            }
        }, service.tasks), service.manage, SampleSubscribers.IDS);

        assertEquals(2, changed(slow.confirm(token, now())).moved().size());
    }

    /** The task of a minute is worked off before the minute is over, and asked for again. */
    @Test
    void askingAgainAtOnceSendsNoMore() {
        for (var i = 0; i < 9; i++) {
            service.sendLinks.ask(ANNA, service.origin());
            letters();
            service.changeAddress.wish(fresh, NEW, true, now());
            letters();
        }

        assertEquals(1, service.notices.sent(MemberNotice.YourLists.class).size());
        assertEquals(1, service.notices.sent(MemberNotice.NewAddress.class).size());
    }

    @Test
    void linksToOneAddressGoToNoOther() {
        service.changeAddress.confirm(wished(false), now());

        service.sendLinks.ask(ANNA, service.origin());
        letters();

        var sent = service.notices.sent(MemberNotice.YourLists.class).getLast();
        assertEquals(ANNA, sent.recipient());
        assertEquals(List.of(chess), sent.memberships().stream().map(MemberNotice.YourLists.Membership::list).toList());
    }

    @Test
    void linksOfWhoMovedGoToTheNewAddress() {
        service.changeAddress.confirm(wished(true), now());

        service.sendLinks.ask(ANNA, service.origin());
        letters();

        var sent = service.notices.sent(MemberNotice.YourLists.class).getLast();
        assertEquals(NEW, sent.recipient());
        assertEquals(2, sent.memberships().size());
    }

    @Test
    void wayBackIsNeverTooLongToBeFollowed() {
        service.changeAddress.confirm(wished(true), now());
        letters();
        var undo = undo();
        var from = NEW;
        for (var i = 0; i < 25; i++) {
            service.clock.advance(Duration.ofHours(12));
            var to = EmailAddress.of("thief" + i + "@other.example");
            var link = SampleLinks.token(LINKS.freshSettings(service.news.id(), SampleSubscribers.IDS.of(from),
                    now().plus(MemberLetters.FRESH)));
            assertInstanceOf(ChangeAddress.Wished.Taken.class, service.changeAddress.wish(link, to, true, now()));
            letters();
            var token = SampleLinks.token(service.notices.sent(MemberNotice.NewAddress.class).getLast().confirm());
            if (!changed(service.changeAddress.confirm(token, now())).moved().isEmpty()) {
                from = to;
            }
        }

        assertEquals("thief8@other.example", from.written(), "ten changes in two weeks");
        assertInstanceOf(UndoAddress.Outcome.Undone.class, service.undoAddress.undo(undo, now()));
        assertEquals(ANNA, assertInstanceOf(Subscriber.Confirmed.class, service.find(ANNA)).person().address());
    }

    @Test
    void sourceThatAsksTooOftenIsTurnedAway() {
        for (var i = 0; i < 100; i++) {
            assertEquals(SendLinks.Outcome.ACCEPTED,
                    service.sendLinks.ask(EmailAddress.of("a" + i + "@example.org"), service.origin()));
        }
        assertEquals(SendLinks.Outcome.TOO_MANY, service.sendLinks.ask(ANNA, service.origin()));
    }

    /** Whoever has one network of IPv6 has thousands of them. */
    @Test
    void siteThatAsksTooOftenIsTurnedAway() {
        var taken = IntStream.range(0, 2_000).filter(i -> service.sendLinks
                .ask(EmailAddress.of("a" + i + "@example.org"),
                        service.origin("2001:db8:0:%x::1".formatted(i))) == SendLinks.Outcome.ACCEPTED)
                .count();

        assertEquals(Subscribe.PER_SITE.most(), taken);
        assertEquals(SendLinks.Outcome.ACCEPTED, service.sendLinks.ask(ANNA, service.origin("2001:db8:1::1")));
    }

    @Test
    void linkThatIsPressedAgainNamesOnlyTheListsOnWhichTheAddressIsTheNewOne() {
        var token = wished(true);
        service.clock.advance(Duration.ofMinutes(2));
        new MoveMember(service.stored, SampleSubscribers.IDS).mend(chess, anna.id(),
                EmailAddress.of("other@example.org"), now());
        service.changeAddress.confirm(token, now());

        assertEquals(List.of(service.news.profile().name()),
                changed(service.changeAddress.confirm(token, now())).moved());
    }

    @Test
    void linkIsOfNoUseWhenItsTimeIsOver() {
        var token = wished(true);
        service.clock.advance(AddressChange.OPEN_FOR);

        assertInstanceOf(ChangeAddress.Outcome.Gone.class, service.changeAddress.look(token, now()));
        assertInstanceOf(ChangeAddress.Outcome.Gone.class, service.changeAddress.confirm(token, now()));
        assertEquals(anna, service.find(ANNA));
    }

    @Test
    void clubListsAreThoseOfTheFreshLink() {
        var lists = new ClubLists(service.lists, service.stored, SampleLinks.TOKENS);
        assertEquals(2, lists.mine(fresh).size());
        assertEquals(List.of(), lists.mine("nonsense"));
        assertEquals(List.of(), lists.mine(SampleLinks.token(LINKS.oneClick(service.news.id(), anna.id()))));
        assertEquals(List.of(), lists.others(anna));
        service.lists.create(MailingList.create(new ListId("party"), "lists.example.org", "Party",
                List.of(EmailAddress.of("owner@example.org"))));
        assertEquals(1, lists.others(anna).size());
        assertEquals(List.of("Chess", "Party"),
                lists.othersThan(service.news).stream().map(each -> each.profile().name()).toList());
        var hidden = MailingList.create(new ListId("board"), "lists.example.org", "Board",
                List.of(EmailAddress.of("owner@example.org")));
        service.lists.create(hidden.with(hidden.signUp().withListed(false)));
        assertEquals(1, lists.others(anna).size(), "what the front page does not show is not shown here");
    }

    @Test
    void whoLeftGetsTheLinkToEraseWhatIsLeft() {
        var left = Subscriber.Left.of(anna, now(), LeaveWay.PAGE);
        for (var list : service.lists.all()) {
            service.stored.find(list.id(), anna.id()).ifPresent(stored -> service.stored.replace(stored,
                    new Subscriber.Left(list.id(), left.person(), left.consent(), left.at(), left.way())));
        }

        service.sendLinks.ask(ANNA, service.origin());
        letters();
        letters();

        assertEquals(0, service.notices.sent(MemberNotice.YourLists.class).size());
        var sent = service.notices.sent(MemberNotice.WhatIsLeft.class);
        assertEquals(1, sent.size());
        assertEquals(ANNA, sent.getFirst().recipient());
        assertEquals(2, sent.getFirst().names().size());
        assertTrue(sent.getFirst().erase().toString().contains("/erase?token="));
        assertTrue(sent.getFirst().data().toString().contains("/my-data?token="));
    }

    private ChangeAddress against(Rival rival) {
        return new ChangeAddress(new ChangeAddress.Ports(service.lists,
                rival.of(Subscribers.class, service.stored), rival.of(AddressChanges.class, service.changes),
                service.tasks), service.manage, SampleSubscribers.IDS);
    }

    @Test
    void addressOfAnotherDomainThanTheListTakesIsRefusedAtOnce() {
        service.lists.replace(service.news, service.news.with(service.news.signUp().withDomains(
                List.of(new DomainPattern("example.org")))));

        assertEquals("OtherDomain", service.changeAddress.wish(fresh, NEW, true, now()).getClass().getSimpleName());
        letters();

        assertEquals(List.of(), service.notices.sent());
    }

    /** The link belongs to a list that takes the new address; the other list does not, and keeps the old one. */
    @Test
    void listThatDoesNotTakeTheNewAddressKeepsTheOld() {
        service.lists.replace(chess, chess.with(chess.signUp().withDomains(List.of(new DomainPattern("example.org")))));
        var token = wished(true);

        var done = changed(service.changeAddress.confirm(token, now()));

        assertEquals(List.of("Chess"), done.notTaken());
        assertInstanceOf(Subscriber.Confirmed.class, service.find(chess.id(), ANNA));
        assertEquals(List.of(service.news.profile().name()),
                changed(service.changeAddress.look(token, now())).moved());
        assertEquals(List.of(service.news.profile().name()),
                changed(service.changeAddress.confirm(token, now())).moved(), "again");
    }

    @Test
    void whoLeftBeforeTheNewAddressConfirmedHasNothingToChange() {
        var token = wished(true);
        service.stored.replace(service.stored.find(service.news.id(), anna.id()).orElseThrow(),
                Subscriber.Left.of(anna, now(), LeaveWay.PAGE));

        assertInstanceOf(ChangeAddress.Outcome.Gone.class, service.changeAddress.look(token, now()));
        assertInstanceOf(ChangeAddress.Outcome.Gone.class, service.changeAddress.confirm(token, now()));

        assertInstanceOf(Subscriber.Confirmed.class, service.find(chess.id(), ANNA));
    }

    @Test
    void whoPressesTwiceAtOnceChangesItOnce() {
        var token = wished(true);
        var rival = new Rival("replace", () -> service.changeAddress.confirm(token, now()));

        assertEquals(2, changed(against(rival).confirm(token, now())).moved().size());

        assertEquals(1, ((Subscriber.Confirmed) service.find(NEW)).moves().size());
    }

    @Test
    void newSettingsInTheMeantimeGoWithTheMember() {
        var token = wished(false);
        var rival = new Rival("move", () -> service.membership.change(service.news, ANNA,
                member -> member.with(Locale.GERMAN)));

        changed(against(rival).confirm(token, now()));

        assertEquals(Locale.GERMAN, ((Subscriber.Confirmed) service.find(NEW)).person().language());
    }

    @Test
    void secondChangeInTheSameMinuteComesAfterTheFirst() {
        service.changeAddress.confirm(wished(true), now());
        letters();
        var id = SampleSubscribers.IDS.of(NEW);
        var third = EmailAddress.of("third@new.example");
        service.changeAddress.wish(SampleLinks.token(LINKS.freshSettings(service.news.id(), id,
                now().plus(MemberLetters.FRESH))), third, true, now());
        letters();
        service.changeAddress.confirm(SampleLinks.token(service.notices.sent(MemberNotice.NewAddress.class).getLast()
                .confirm()), now());
        letters();

        var member = assertInstanceOf(Subscriber.Confirmed.class, service.find(third));
        assertTrue(member.moves().getFirst().at().isBefore(member.moves().getLast().at()));
        assertInstanceOf(UndoAddress.Outcome.Undone.class, service.undoAddress.undo(undo(), now()));
        assertInstanceOf(Subscriber.Confirmed.class, service.find(NEW), "the later change alone is undone");
    }

    @Test
    void listThatIsNotThereHasNoLinks() {
        var nothing = new ListId("nothing");
        var confirm = SampleLinks.token(LINKS.newAddress(ConfirmationToken.create(nothing, anna.id(), new Random(1))));
        var undo = SampleLinks.token(LINKS.oldAddress(nothing, anna.id(), now()));

        assertInstanceOf(ChangeAddress.Outcome.Invalid.class, service.changeAddress.confirm(confirm, now()));
        assertInstanceOf(UndoAddress.Outcome.Invalid.class, service.undoAddress.undo(undo, now()));
    }

    @Test
    void undoneTwiceAtOnceIsUndoneOnce() {
        service.changeAddress.confirm(wished(true), now());
        letters();
        var undo = undo();
        var rival = new Rival("replace", () -> service.undoAddress.undo(undo, now()));
        var slower = new UndoAddress(service.lists, service.stored, rival.of(AddressChanges.class, service.changes),
                SampleLinks.TOKENS, SampleSubscribers.IDS);

        assertInstanceOf(UndoAddress.Outcome.Over.class, slower.undo(undo, now()));

        assertEquals(anna.person(), ((Subscriber.Confirmed) service.find(ANNA)).person());
    }

    /** The person was erased, and with them what the old address was. */
    @Test
    void wishThatIsForgottenCannotBeUndone() {
        service.changeAddress.confirm(wished(true), now());
        letters();
        service.changes.forget(anna.id());

        assertInstanceOf(UndoAddress.Outcome.Over.class, service.undoAddress.undo(undo(), now()));

        assertInstanceOf(Subscriber.Confirmed.class, service.find(NEW));
    }

    private Optional<Instant> write(NoteTask.Letter letter) {
        return service.addressLetters.write(letter);
    }

    @Test
    void nobodyIsAskedWhoMustNotBeWrittenToOrNeedNotBe() {
        var ask = new NoteTask.AskNewAddress(service.news.id(), now(), anna.id());
        service.changeAddress.wish(fresh, NEW, true, now());
        var suppressed = SampleSubscribers.aSuppressed(service.news.id(), NEW.written());
        service.stored.create(suppressed);
        assertEquals(Optional.empty(), write(ask));
        service.stored.remove(service.stored.find(service.news.id(), suppressed.id()).orElseThrow());

        assertEquals(Optional.empty(), write(new NoteTask.AskNewAddress(chess.id(), now(), anna.id())),
                "it was wished for by another list's link");
        var left = Subscriber.Left.of(anna, now(), LeaveWay.PAGE);
        service.stored.replace(service.stored.find(service.news.id(), anna.id()).orElseThrow(), left);
        assertEquals(Optional.empty(), write(ask));
        service.stored.replace(service.stored.find(service.news.id(), anna.id()).orElseThrow(), anna);
        assertEquals(List.of(), service.notices.sent());

        assertEquals(Optional.empty(), write(ask));
        service.changeAddress.confirm(SampleLinks.token(service.notices.sent(MemberNotice.NewAddress.class).getLast()
                .confirm()), now());
        assertEquals(Optional.empty(), write(ask), "delivered again after it was confirmed");
        assertEquals(1, service.notices.sent(MemberNotice.NewAddress.class).size());
    }

    /** Writes the mails about addresses while somebody else does something with the wish. */
    private AddressLetters hurried(Rival rival) {
        return new AddressLetters(service.letters,
                new AddressLetters.Ports(service.lists, service.stored,
                        rival.of(AddressChanges.class, service.changes), service.limits, service.desk.unanswered,
                        SampleSubscribers.IDS, service.notices),
                service.changeAddress, LINKS, new Random(2), service.clock);
    }

    @Test
    void wishThatIsRepeatedMeanwhileIsAskedAboutWithALinkThatWorks() {
        service.changeAddress.wish(fresh, NEW, true, now());
        var ask = new NoteTask.AskNewAddress(service.news.id(), now(), anna.id());

        hurried(new Rival("replace", () -> service.changeAddress.wish(fresh, NEW, false, now()))).write(ask);

        var token = SampleLinks.token(service.notices.sent(MemberNotice.NewAddress.class).getLast().confirm());
        assertInstanceOf(ChangeAddress.Outcome.Open.class, service.changeAddress.look(token, now()));
        assertEquals(1, service.notices.sent(MemberNotice.NewAddress.class).size());
    }

    @Test
    void wishOfSomebodyWhoIsErasedMeanwhileIsAskedAboutNoMore() {
        service.changeAddress.wish(fresh, NEW, true, now());
        var ask = new NoteTask.AskNewAddress(service.news.id(), now(), anna.id());

        hurried(new Rival("replace", () -> service.changes.forget(anna.id()))).write(ask);

        assertEquals(List.of(), service.notices.sent());
    }

    @Test
    void addressThatGotAsManyMailsAsMayBeIsNotAsked() {
        var mailbox = SampleSubscribers.IDS.mailbox(NEW);
        for (var i = 0; i < Unanswered.MOST; i++) {
            service.desk.unanswered.take(mailbox, "other/" + i, false, now());
        }
        service.changeAddress.wish(fresh, NEW, true, now());

        assertEquals(Optional.empty(), write(new NoteTask.AskNewAddress(service.news.id(), now(), anna.id())));

        assertEquals(List.of(), service.notices.sent());
    }

    @Test
    void listThatIsGoneTellsNobody() {
        service.changeAddress.confirm(wished(true), now());
        var sent = service.notices.sent();
        service.membership.remove(service.news, NEW, new Actor.Operator(), now());
        assertTrue(service.lists.remove(service.news.id()));

        assertEquals(Optional.empty(), write(new NoteTask.AddressMoved(service.news.id(), now(), anna.id())));

        assertEquals(sent, service.notices.sent());
        assertInstanceOf(Subscriber.Confirmed.class, service.find(chess.id(), NEW));
    }

    @Test
    void addressThatMustNotBeWrittenToByNowIsNotTaken() {
        var token = wished(false);
        var stopped = SampleSubscribers.aSuppressed(service.news.id(), NEW.written());
        service.stored.create(stopped);

        assertEquals(List.of(service.news.profile().name()),
                changed(service.changeAddress.confirm(token, now())).notTaken());

        assertEquals(stopped, service.find(NEW));
        assertInstanceOf(Subscriber.Confirmed.class, service.find(ANNA));
    }

    @Test
    void nothingIsUndoneWhereSomebodyElseHasTheOldAddress() {
        service.changeAddress.confirm(wished(false), now());
        letters();
        var there = service.stored.find(service.news.id(), anna.id()).orElseThrow();
        var other = anna.after(Forwarding.forwards(there.subscriber()));
        assertTrue(service.stored.replace(there, other));

        assertInstanceOf(UndoAddress.Outcome.Over.class, service.undoAddress.undo(undo(), now()));

        assertEquals(other, service.find(ANNA));
        assertInstanceOf(Subscriber.Confirmed.class, service.find(NEW));
    }

    @Test
    void oldAddressIsToldNothingWhereNothingMoved() {
        service.lists.replace(chess, chess.with(chess.signUp().withDomains(List.of(new DomainPattern("example.org")))));
        var token = wished(true);
        service.lists.replace(service.news, service.news.with(service.news.signUp().withDomains(
                List.of(new DomainPattern("example.org")))));

        assertEquals(List.of(), changed(service.changeAddress.confirm(token, now())).moved());
        letters();

        assertEquals(List.of(), service.notices.sent(MemberNotice.OldAddress.class));
    }

    @Test
    void memberWhoChangesTooOftenIsAskedNoMoreThatDay() {
        for (var i = 0; i < 5; i++) {
            service.changeAddress.wish(SampleLinks.token(LINKS.freshSettings(service.news.id(), anna.id(),
                    now().plus(MemberLetters.FRESH))), EmailAddress.of("anna" + i + "@new.example"), true, now());
            letters();
        }

        assertEquals(3, service.notices.sent(MemberNotice.NewAddress.class).size());
    }

    /** The task is there before the confirmation is written. */
    @Test
    void oldAddressIsToldNothingBeforeItIsConfirmedOrWhenItsTimeIsOver() {
        var moved = new NoteTask.AddressMoved(service.news.id(), now(), anna.id());
        wished(true);

        assertEquals(Optional.of(now().plusSeconds(60)), write(moved));
        service.clock.advance(AddressChange.OPEN_FOR);
        assertEquals(Optional.empty(), write(moved));

        assertEquals(List.of(), service.notices.sent(MemberNotice.OldAddress.class));
    }

    /** Five hundred people asked within the hour: then whoever asked hardly anything yet still gets in. */
    @Test
    void manyWhoAskForLinksKeepOutOnlyThoseWhoAskedBefore() {
        for (var i = 0; i < 4; i++) {
            service.sendLinks.ask(ANNA, service.origin("2001:db8:1::1"));
        }
        for (var i = 0; i < 500; i++) {
            service.sendLinks.ask(ANNA, service.origin("10.%d.%d.1".formatted(i / 200, i % 200)));
        }

        assertEquals(SendLinks.Outcome.TOO_MANY, service.sendLinks.ask(ANNA, service.origin("2001:db8:1::1")));
        assertEquals(SendLinks.Outcome.ACCEPTED, service.sendLinks.ask(ANNA, service.origin("2001:db8:2::1")));
        for (var i = 0; i < 2_000; i++) {
            service.sendLinks.ask(ANNA, service.origin("11.%d.%d.1".formatted(i / 200, i % 200)));
        }
        assertEquals(SendLinks.Outcome.TOO_MANY, service.sendLinks.ask(ANNA, service.origin("2001:db8:3::1")));
    }
}
