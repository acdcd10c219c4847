package org.clubpost.core.privacy;

import static org.clubpost.core.subscriber.SampleSubscribers.IDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.admin.Makers;
import org.clubpost.core.database.Database;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.Stage;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.person.Session;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.LinkedRequest;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.AddressChange;
import org.clubpost.core.subscription.SignUp;
import org.clubpost.core.subscription.SignUpRequest;
import org.junit.jupiter.api.Test;

/** That a database which records events with addresses has no trace of a person who was erased. */
public interface NoTraceContract {

    /** The database under test. */
    Database database();

    /** Every octet that it stores, as a text of Latin letters. */
    String everythingStored() throws IOException;

    @Test
    default void whoWasErasedIsNowhereAnyMore() throws IOException {
        var address = EmailAddress.of("Unverwechselbar@spur.example");
        var person = new Person(IDS.of(address), address, new PersonName("Zwetschgenmus"), Locale.GERMAN);
        var traces = List.of("nverwechselbar", "wetschgenmus", "203.0.113.77", "SpurBrowser", "4930987654321");
        var origin = new Origin(FixedClock.START, "203.0.113.77", "SpurBrowser/1");
        var consent = new Consent.DoubleOptIn("/subscribe", "0".repeat(64), origin, origin,
                SampleSubscribers.aDigest('b'));
        var lists = List.of("news", "chess", "board", "youth").stream().map(ListId::new).map(SampleLists::aList)
                .toList();
        lists.forEach(database().lists()::create);
        var member = new Subscriber.Confirmed(lists.get(0).id(), person, consent, FixedClock.START, true,
                MemberSettings.DEFAULT.with(new Notification.ByPhone(new PhoneNumber("+4930987654321"))), Set.of());
        database().subscribers().create(member);
        var elsewhere = new Subscriber.Confirmed(lists.get(1).id(), person, consent, FixedClock.START, true);
        database().subscribers().create(elsewhere);
        assertTrue(database().subscribers().replace(
                database().subscribers().find(lists.get(1).id(), person.id()).orElseThrow(),
                Subscriber.Left.of(elsewhere, FixedClock.START, LeaveWay.PAGE)));
        database().subscribers().create(new Subscriber.Pending(lists.get(2).id(), person,
                List.of(SampleSubscribers.aDigest('1'), SampleSubscribers.aDigest('2')), "/subscribe", "0".repeat(64),
                origin, FixedClock.START.plus(Duration.ofDays(30_000)), new Subscriber.Pending.Past.Stranger(),
                List.of(new LinkedRequest(SampleSubscribers.aDigest('1'), address, person.name(), Locale.GERMAN, "",
                        "0".repeat(64), origin))));
        database().signUpRequests().add(new SignUpRequest(new SignUp(lists.get(3).id(), address, person.name(),
                Locale.GERMAN, "/subscribe", "0".repeat(64), origin), person.id(), FixedClock.START, FixedClock.START,
                false));
        assertTrue(database().addressChanges().replace(Optional.empty(), AddressChange.wish(member,
                EmailAddress.of("unverwechselbar@neu.example"), true, FixedClock.START)));
        for (var list : lists) {
            database().posts().create(SamplePosts.aPost(list.id())
                    .with(new Post.Headline("Zwetschgenmus <unverwechselbar@spur.example>", "Sunday", 17))
                    .with(new Post.Parties(Set.of(person.id()), Set.of(), List.of(address)))
                    .with(SamplePosts.held("held")));
            database().posts().create(SamplePosts.aPost(list.id())
                    .with(new PostState.Rejected(Reason.of(Reason.Cause.NOT_ON_LIST, address.written()))));
        }
        assertTrue(database().bounces().replace(Optional.empty(), BounceRecord.of(lists.get(0).id(), person.id())
                .with(new Stage.Probed(FixedClock.START))));
        var list = lists.get(0).id();
        for (var text : List.of(MemberText.remark(list, person.id(), "Unverwechselbar pays in cash", FixedClock.START),
                new MemberText(list, person.id(), MemberText.Kind.NAME_BEFORE, person.name().text(), "",
                        FixedClock.START))) {
            assertTrue(database().memberTexts().replace(Optional.empty(), text));
        }
        assertTrue(database().persons().replace(Optional.empty(), new org.clubpost.core.person.Person(
                new PersonId(person.id().hex()),
                new Actor.Owner(address), Optional.empty(), List.of(new Session("s".repeat(22), FixedClock.START,
                        FixedClock.START.plus(Duration.ofDays(30_000)), "SpurBrowser/1")),
                List.of(), List.of())));
        assertTrue(database().listMakers().replace(Makers.NOBODY, new Makers(List.of(), List.of(new Makers.Step(
                FixedClock.START, address, false, new Actor.Owner(address))))));
        traces.forEach(trace -> assertTrue(stored().contains(trace), trace));

        var now = FixedClock.START.plusSeconds(60);
        var forget = new Forget(database().subscribers(), database().signUpRequests(),
                database().addressChanges(), database().bounces(), database().memberTexts());
        var erase = new Erase(database().noteTasks(), forget);
        assertEquals(4, erase.erase(person.id(), database().lists().all(), ForgetWay.PERSON, now).size());
        assertEquals(0, erase.erase(person.id(), database().lists().all(), ForgetWay.PERSON, now).size());
        var rest = new EraseTraces(database().posts(), database().events(), IDS, forget,
                new ForgetSignIn(database().lists(), database().listMakers(), database().persons(), IDS), () -> now);
        var tasks = database().noteTasks().due(Instant.ofEpochSecond(4_000_000_000L), 1_000).stream()
                .filter(NoteTask.Erase.class::isInstance).map(NoteTask.Erase.class::cast).toList();
        assertEquals(4, tasks.size());
        tasks.forEach(task -> assertTrue(rest.isClean(task)));
        tasks.forEach(task -> assertTrue(rest.isClean(task)));

        assertEquals(Optional.empty(), database().bounces().find(lists.get(0).id(), person.id()));
        assertEquals(List.of(), database().memberTexts().of(list, person.id()));
        var stored = everythingStored();
        traces.forEach(trace -> assertFalse(stored.contains(trace), trace));
        assertTrue(stored.contains(ErasedPerson.mark(person.id())));
    }

    private String stored() {
        try {
            return everythingStored();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
