package org.clubpost.core.subscription;

import static org.clubpost.core.link.SampleLinks.LINKS;
import static org.clubpost.core.link.SampleLinks.TOKENS;
import static org.clubpost.core.subscription.SignUps.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.privacy.OwnLinks;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Move;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.junit.jupiter.api.Test;

/** What each use case does with somebody in each state. */
final class EveryStateTest {

    private static final EmailAddress NEW = EmailAddress.of("anna@new.example");

    /** What a use case does, in a word. */
    private interface UseCase extends BiFunction<SignUps, Subscriber, Object> {}

    private static String kind(Subscriber state) {
        return state.getClass().getSimpleName() + (state instanceof Subscriber.Gone
                ? ""
                : state.ended().map(gone -> "+" + gone.getClass().getSimpleName()).orElse(""));
    }

    /** Anna in each state; where she has another address now, that member as well. */
    private static Map<String, List<Subscriber>> states(SignUps service) {
        var list = service.news.id();
        var member = SampleSubscribers.aMember(list, ANNA.written());
        var there = SampleSubscribers.aMember(list, NEW.written());
        var moved = new Subscriber.Moved(list, member.id(), there.id(), service.clock.instant());
        var elsewhere = new Subscriber.Confirmed(list, there.person(), there.consent(), there.since(), true,
                MemberSettings.DEFAULT, Set.of(), List.of(new Move(member.id(), moved.at())));
        var request = SampleSubscribers.aPending(list, ANNA.written());
        var optIn = new Consent.DoubleOptIn(request.form(), request.wording(), request.requested(),
                request.requested(), request.links().getFirst());
        var gone = List.<Subscriber.Gone>of(Subscriber.Left.of(member, service.clock.instant(), LeaveWay.PAGE),
                Subscriber.Removed.of(member, service.clock.instant(), new Actor.Operator()), moved,
                new Subscriber.Forgotten(list, member.id(), service.clock.instant(), ForgetWay.PERSON));
        var pasts = Stream.concat(Stream.of(new Past.Stranger()), gone.stream().map(Past.FormerMember::new)).toList();
        var states = new LinkedHashMap<String, List<Subscriber>>();
        Stream.of(pasts.stream().map(request::with),
                pasts.stream().map(past -> new Subscriber.Applied(list, request.person(), optIn, past)),
                Stream.of(member), gone.stream(), Stream.of(SampleSubscribers.aSuppressed(list, ANNA.written())))
                .flatMap(each -> each).forEach(state -> states.put(kind(state), state.ended().equals(Optional.of(moved))
                        ? List.of(state, elsewhere)
                        : List.of(state)));
        return states;
    }

    /** What comes of the use case, and in which states: a line for each outcome. */
    private static String table(UseCase useCase) {
        var table = new LinkedHashMap<String, List<String>>();
        for (var kind : states(new SignUps()).keySet()) {
            var service = new SignUps();
            var stored = Objects.requireNonNull(states(service).get(kind));
            stored.forEach(service.stored::create);
            var done = useCase.apply(service, stored.getFirst()).toString();
            var now = kindNow(service);
            table.computeIfAbsent(now.equals(kind) ? done : done + " -> " + now, _ -> new ArrayList<>()).add(kind);
        }
        return table.entrySet().stream().map(line -> line.getKey() + ": " + String.join(", ", line.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String kindNow(SignUps service) {
        return service.stored.find(service.news.id(), SampleSubscribers.IDS.of(ANNA))
                .map(stored -> kind(stored.subscriber())).orElse("nothing");
    }

    private static String word(Object outcome) {
        return outcome.getClass().getSimpleName();
    }

    private static String told(SignUps service) {
        return service.notices.sent().stream().map(EveryStateTest::word).collect(Collectors.joining(", "));
    }

    private static String token(Subscriber state, LinkPurpose purpose) {
        return TOKENS.sign(SampleLinks.link(purpose, state.list(), state.id()));
    }

    @Test
    void everyStateThatThereIsHasItsLine() {
        assertEquals(SampleSubscribers.everyKind(new SignUps().news.id()).map(EveryStateTest::kind)
                .collect(Collectors.toCollection(TreeSet::new)), new TreeSet<>(states(new SignUps()).keySet()));
    }

    @Test
    void linkInTheGoodbyeMailBringsBackWhoeverLeft() {
        assertEquals("""
                TooLate: Pending, Pending+Removed, Pending+Moved, Pending+Forgotten, Applied, Applied+Removed, \
                Applied+Moved, Applied+Forgotten, Removed, Moved, Forgotten
                Back -> Confirmed: Pending+Left, Applied+Left, Left, Suppressed
                Member: Confirmed
                """, table((service, anna) -> word(
                service.comeBack.comeBack(token(anna, LinkPurpose.COME_BACK), service.clock.instant()))));
    }

    @Test
    void reasonIsKeptWithTheLeave() {
        assertEquals("""
                Past: Pending, Pending+Removed, Pending+Moved, Pending+Forgotten, Applied, Applied+Removed, \
                Applied+Moved, Applied+Forgotten, Confirmed, Removed, Moved, Forgotten, Suppressed
                Said OTHER: Pending+Left, Applied+Left, Left
                """, table((service, anna) -> word(
                new SayWhy(service.lists, service.subscribers, TOKENS).say(token(anna, LinkPurpose.SAY_WHY),
                        LeaveReason.OTHER))
                + service.stored.find(anna.list(), anna.id()).orElseThrow().subscriber()
                        .left().flatMap(Subscriber.Left::reason).map(reason -> " " + reason).orElse("")));
    }

    @Test
    void oneClickEndsAMembershipAndNothingElse() {
        assertEquals("""
                NotMember: Pending, Pending+Left, Pending+Removed, Pending+Forgotten, Applied, Applied+Left, \
                Applied+Removed, Applied+Forgotten, Left, Removed, Forgotten
                Left: Pending+Moved, Applied+Moved, Moved
                Left -> Left: Confirmed, Suppressed
                """, table((service, anna) -> word(service.unsubscribe.leave(
                token(anna, LinkPurpose.ONE_CLICK), LeaveWay.ONE_CLICK, service.clock.instant()))));
    }

    @Test
    void settingsAreAMembers() {
        assertEquals("""
                NotMember: Pending, Pending+Left, Pending+Removed, Pending+Forgotten, Applied, Applied+Left, \
                Applied+Removed, Applied+Forgotten, Left, Removed, Forgotten, Suppressed
                Member: Pending+Moved, Applied+Moved, Confirmed, Moved
                """, table((service, anna) -> word(service.manage.look(token(anna, LinkPurpose.MANAGE_PAGE),
                service.clock.instant()))));
    }

    @Test
    void ownersListBringsBackNobodyWhoLeft() {
        assertEquals("""
                1 0 0 -> Confirmed: Pending, Pending+Removed, Applied, Applied+Removed, Removed
                0 0 1: Pending+Left, Pending+Moved, Pending+Forgotten, Applied+Left, Applied+Moved, \
                Applied+Forgotten, Left, Moved, Forgotten, Suppressed
                0 1 0: Confirmed
                """, table((service, anna) -> {
            var tally = service.membership.addOne(service.news, new Membership.Newcomer(ANNA, PersonName.NONE),
                    new Consent.OwnersWord(service.clock.instant(), "on paper"));
            return tally.added() + " " + tally.alreadyMembers() + " " + tally.notBroughtBack();
        }));
    }

    @Test
    void ownerTakesOffMembersAndDropsRequests() {
        assertEquals("""
                true -> nothing: Pending, Applied
                true -> Left: Pending+Left, Applied+Left
                true -> Removed: Pending+Removed, Applied+Removed, Confirmed, Suppressed
                true -> Moved: Pending+Moved, Applied+Moved
                true -> Forgotten: Pending+Forgotten, Applied+Forgotten
                false: Left, Removed, Moved, Forgotten
                """, table((service, anna) -> service.membership.remove(service.news, ANNA,
                new Actor.Operator(), service.clock.instant())));
    }

    @Test
    void whoeverAsksOnTheFormGetsTheMailThatFits() {
        assertEquals("""
                ConfirmationRequest: Pending, Pending+Left, Pending+Removed, Pending+Moved, Pending+Forgotten
                AlreadyApplied: Applied, Applied+Left, Applied+Removed, Applied+Moved, Applied+Forgotten
                AlreadyMember: Confirmed
                ConfirmationRequest -> Pending+Left: Left
                ConfirmationRequest -> Pending+Removed: Removed
                ConfirmationRequest -> Pending+Moved: Moved
                ConfirmationRequest -> Pending+Forgotten: Forgotten
                ConfirmationRequest -> Pending+Suppressed: Suppressed
                """, table((service, anna) -> {
            service.subscribe.request(service.signUp(ANNA));
            service.desk.answers.tend();
            return told(service);
        }));
    }

    @Test
    void accountMakesMembersOfStrangersOnly() {
        assertEquals("""
                JOINED -> Confirmed: Pending
                FORMER_MEMBER: Pending+Left, Pending+Removed, Pending+Moved, Pending+Forgotten, Left, Removed, \
                Moved, Forgotten
                ASKED_BEFORE: Applied, Applied+Left, Applied+Removed, Applied+Moved, Applied+Forgotten
                MEMBER: Confirmed
                SUPPRESSED: Suppressed
                """, table((service, anna) -> {
            var account = new Account(ANNA, PersonName.NONE, Locale.ENGLISH,
                    MemberSettings.DEFAULT);
            return service.joinByAccount.join(service.news, account,
                    new Consent.AccountSignUp("pool", "yes", service.clock.instant()));
        }));
    }

    @Test
    void accountIsAskedUnlessTheAddressIsKnown() {
        assertEquals("""
                ASKED: Pending
                FORMER_MEMBER: Pending+Left, Pending+Removed, Pending+Moved, Pending+Forgotten, Left, Removed, \
                Moved, Forgotten
                ASKED_BEFORE: Applied, Applied+Left, Applied+Removed, Applied+Moved, Applied+Forgotten
                MEMBER: Confirmed
                SUPPRESSED: Suppressed
                """, table((service, anna) -> service.joinByAccount.ask(service.news, new Account(
                ANNA, PersonName.NONE, Locale.ENGLISH, MemberSettings.DEFAULT), "pool", service.origin())
                .toString()));
    }

    @Test
    void newAddressIsAMembers() {
        assertEquals("""
                NO_MEMBER: Pending, Pending+Left, Pending+Removed, Pending+Moved, Pending+Forgotten, Applied, \
                Applied+Left, Applied+Removed, Applied+Moved, Applied+Forgotten, Left, Removed, Moved, Forgotten, \
                Suppressed
                MOVED -> Moved: Confirmed
                """, table((service, anna) -> new MoveMember(service.subscribers, SampleSubscribers.IDS)
                .move(service.news, anna.id(), EmailAddress.of("third@example.org"), service.clock.instant(),
                        service.clock.instant())));
    }

    @Test
    void whatIsKnownAtANewAddressGivesWayToTheMember() {
        assertEquals("""
                MOVED -> Confirmed: Pending, Pending+Left, Pending+Removed, Pending+Moved, Pending+Forgotten, \
                Applied, Applied+Left, Applied+Removed, Applied+Moved, Applied+Forgotten, Left, Removed, Moved, \
                Forgotten
                WAS_MEMBER: Confirmed
                NOT_TAKEN: Suppressed
                """, table((service, anna) -> {
            var other = SampleSubscribers.aMember(anna.list(), "third@example.org");
            service.stored.create(other);
            return new MoveMember(service.subscribers, SampleSubscribers.IDS).move(service.news, other.id(), ANNA,
                    service.clock.instant(), service.clock.instant());
        }));
    }

    @Test
    void lettersGoToThoseWhomTheyAreFor() {
        assertEquals("""
                ConfirmationReminder: Pending, Pending+Forgotten
                Goodbye, ConfirmationReminder, WhatIsLeft: Pending+Left
                ConfirmationReminder, WhatIsLeft: Pending+Removed
                ConfirmationReminder, SettingsLink, YourLists: Pending+Moved
                ApplicantWaits, ApplicantWaits: Applied, Applied+Forgotten
                Goodbye, ApplicantWaits, ApplicantWaits, WhatIsLeft: Applied+Left
                ApplicantWaits, ApplicantWaits, WhatIsLeft: Applied+Removed
                ApplicantWaits, ApplicantWaits, SettingsLink, YourLists: Applied+Moved
                SettingsLink, YourLists: Confirmed, Moved
                Goodbye, WhatIsLeft: Left
                WhatIsLeft: Removed, Suppressed
                : Forgotten
                """, table((service, anna) -> {
            var now = service.clock.instant();
            for (var letter : List.of(new NoteTask.Goodbye(anna.list(), now, anna.id()),
                    new NoteTask.PauseBegun(anna.list(), now, anna.id()),
                    new NoteTask.Reminder(anna.list(), now, anna.id()),
                    new NoteTask.Added(anna.list(), now, anna.id()),
                    new NoteTask.Application(anna.list(), now, anna.id()),
                    new NoteTask.SettingsLink(anna.list(), now, anna.id()),
                    new NoteTask.AskNewAddress(anna.list(), now, anna.id()),
                    new NoteTask.AddressMoved(anna.list(), now, anna.id()),
                    new NoteTask.LinksWanted(anna.list(), now, anna.id()))) {
                service.addressLetters.write(letter);
            }
            return told(service);
        }));
    }

    @Test
    void freshLinkTellsEverybodyWhatIsStored() {
        assertEquals("""
                Proven NotMember: Pending, Pending+Left, Pending+Removed, Pending+Forgotten, Applied, Applied+Left, \
                Applied+Removed, Applied+Forgotten, Left, Removed, Suppressed
                Proven NeedsFreshLink: Pending+Moved, Applied+Moved, Confirmed
                NeedsFreshLink NeedsFreshLink: Moved
                NotMember NotMember: Forgotten
                """, table((service, anna) -> {
            var links = new OwnLinks(service.lists, service.subscribers, TOKENS,
                    service.manage);
            var now = service.clock.instant();
            return word(links.meant(SampleLinks.token(LINKS.myData(anna.list(), anna.id(), now.plusSeconds(1))), now))
                    + " " + word(links.meant(token(anna, LinkPurpose.MANAGE_PAGE), now));
        }));
    }

    @Test
    void linkThatIsNoOrNobodysTellsNothing() {
        var service = new SignUps();
        var links = new OwnLinks(service.lists, service.subscribers, TOKENS, service.manage);
        var nobody = SampleLinks.token(LINKS.managePage(service.news.id(), SampleSubscribers.aKey("77")));

        assertEquals("Unfitting", word(links.meant(nobody, service.clock.instant())));
        assertEquals("Invalid", word(links.meant("x", service.clock.instant())));
    }

    @Test
    void memberOfOneListHasNothingToMoveOnAnother() {
        var service = new SignUps();

        assertEquals(MoveMember.Result.NO_MEMBER, new MoveMember(service.subscribers, SampleSubscribers.IDS)
                .move(service.news, SampleSubscribers.IDS.of(ANNA), NEW, service.clock.instant(),
                        service.clock.instant()));
    }
}
