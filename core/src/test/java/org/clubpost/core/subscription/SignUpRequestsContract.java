package org.clubpost.core.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Race;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;

/** What every {@link SignUpRequests} must do. */
public interface SignUpRequestsContract {

    /** When the requests are made. */
    Instant NOW = FixedClock.START;

    /** The requests under test. May hold what other tests left there. */
    SignUpRequests testee();

    /** A request for that address and name, made and due at that time. */
    static SignUpRequest request(ListId list, String address, String name, Instant at) {
        var person = EmailAddress.of(address);
        return new SignUpRequest(
                new SignUp(list, person, new PersonName(name), Locale.forLanguageTag("de-CH"),
                        "https://club.example/join?a=b", "ab".repeat(32),
                        new Origin(at, "2001:db8::17", "Mozilla/5.0 (ü)")),
                SampleSubscribers.IDS.of(person), at, at, false);
    }

    /** The requests of that list that are due. */
    default List<SignUpRequest> due(ListId list, Instant now) {
        return testee().due(now, 1000).stream().filter(request -> request.signUp().list().equals(list)).toList();
    }

    private List<SignUpRequest> inLine(ListId list) {
        return testee().inLine().stream().filter(request -> request.signUp().list().equals(list)).toList();
    }

    private static SignUpRequest at(SignUpRequest request, Instant due, boolean inLine) {
        return new SignUpRequest(request.signUp(), request.person(), request.since(), due, inLine);
    }

    @Test
    default void requestsAreFoundUnchangedWhenTheyAreDue() {
        var list = SampleLists.freshListId();
        var later = request(list, "Cleo@Example.org", "", NOW.plusMillis(1));
        var first = request(list, "anna@bücher.example", "Anna Ö.", NOW.minusSeconds(3));
        var second = request(list, "b@example.org", "Bert", NOW);
        List.of(later, first, second).forEach(testee()::add);

        assertEquals(List.of(first, second), due(list, NOW));
        assertEquals(List.of(first, second, later), due(list, NOW.plusMillis(1)));
        assertEquals("anna@bücher.example", due(list, NOW).getFirst().signUp().address().written());
        assertEquals(List.of(), inLine(list));
    }

    @Test
    default void whoAsksAgainChangesNothingInWhatWasAskedFirst() {
        var list = SampleLists.freshListId();
        var first = request(list, "anna@example.org", "Anna", NOW);
        var again = request(list, "Anna@example.org", "Ann", NOW.plusSeconds(60));
        testee().add(first);
        testee().putOff(first, NOW.plusSeconds(600), true);

        testee().add(again);
        testee().add(again);

        var kept = at(first, NOW.plusSeconds(600), true);
        assertEquals(List.of(), due(list, NOW.plusSeconds(599)));
        assertEquals(List.of(kept), due(list, NOW.plusSeconds(600)));
        assertEquals("anna@example.org", due(list, NOW.plusSeconds(600)).getFirst().signUp().address().written());
        assertEquals(List.of(kept), inLine(list));
    }

    @Test
    default void onePersonCanAskForTwoLists() {
        var one = SampleLists.freshListId();
        var two = SampleLists.freshListId();
        testee().add(request(one, "anna@example.org", "", NOW));
        testee().add(request(two, "anna@example.org", "", NOW));

        assertEquals(1, due(one, NOW).size());
        assertEquals(1, due(two, NOW).size());
    }

    @Test
    default void requestForSeveralListsIsOneAndStandsBesideThoseForOne() {
        var first = new ListId("list-" + "a".repeat(25) + SampleLists.freshListId().value().substring(15));
        var lists = IntStream.range(0, 40).mapToObj(number -> new ListId("b-" + number + "-" + "x".repeat(30)));
        var one = request(first, "anna@example.org", "Anna", NOW);
        var all = Stream.concat(Stream.of(first), lists).toList();
        var signUp = new SignUp(all, one.signUp().address(), one.signUp().name(), one.signUp().language(), "/",
                one.signUp().wording(), one.signUp().origin());
        var several = new SignUpRequest(signUp, one.person(), NOW.plusMillis(1), NOW.plusMillis(1), false);
        testee().add(one);
        testee().add(several);
        testee().add(several);

        var found = testee().due(NOW.plusMillis(1), 1000).stream()
                .filter(request -> request.signUp().lists().contains(first)).toList();
        assertEquals(2, found.size());
        assertTrue(found.contains(several));
        assertTrue(testee().putOff(several, NOW.plusSeconds(9), false));
        testee().remove(at(several, NOW.plusSeconds(9), false));
        assertEquals(List.of(one), testee().due(NOW.plusSeconds(9), 1000).stream()
                .filter(request -> request.signUp().lists().contains(first)).toList());
        testee().remove(one);
    }

    @Test
    default void requestThatIsPutOffIsDueThenAndLeavesTheLineWhenItIsSaidSo() {
        var list = SampleLists.freshListId();
        var request = request(list, "anna@example.org", "", NOW);
        var end = NOW.plus(Duration.ofHours(1));
        testee().add(request);

        assertTrue(testee().putOff(request, end, true));
        assertEquals(List.of(at(request, end, true)), inLine(list));
        assertEquals(List.of(), due(list, NOW));
        assertEquals(List.of(at(request, end, true)), due(list, end));

        assertTrue(testee().putOff(at(request, end, true), NOW.plusSeconds(60), false));
        assertEquals(List.of(), inLine(list));
        assertEquals(List.of(at(request, NOW.plusSeconds(60), false)), due(list, end));
    }

    @Test
    default void ofManyWhoPutOffOneSucceeds() throws InterruptedException {
        var testee = testee();
        var request = request(SampleLists.freshListId(), "anna@example.org", "", NOW);
        testee.add(request);

        assertEquals(1, Race.winners(8, () -> testee.putOff(request, NOW.plusSeconds(60), false)));
    }

    @Test
    default void requestThatSomebodyElseHasIsNeitherPutOffNorRemoved() {
        var list = SampleLists.freshListId();
        var request = request(list, "anna@example.org", "", NOW);
        testee().add(request);
        testee().putOff(request, NOW.plusSeconds(60), false);

        assertFalse(testee().putOff(request, NOW.plusSeconds(90), false));
        testee().remove(request);

        assertEquals(List.of(at(request, NOW.plusSeconds(60), false)), due(list, NOW.plusSeconds(60)));
    }

    @Test
    default void removingTwiceIsNoMoreThanOnce() {
        var list = SampleLists.freshListId();
        var request = request(list, "anna@example.org", "", NOW);
        testee().add(request);

        testee().remove(request);
        testee().remove(request);

        assertEquals(List.of(), due(list, NOW));
        assertFalse(testee().putOff(request, NOW.plusSeconds(60), false));
    }

    @Test
    default void requestIsFoundByListAndPersonAsItStands() {
        var list = SampleLists.freshListId();
        var request = request(list, "anna@example.org", "Anna Ö.", NOW);
        testee().add(request);
        testee().putOff(request, NOW.plusSeconds(60), true);

        var kept = at(request, NOW.plusSeconds(60), true);
        assertEquals(Optional.of(kept), testee().find(list, request.person()));
        assertEquals(Optional.empty(), testee().find(SampleLists.freshListId(), request.person()));
        testee().remove(kept);
        assertEquals(Optional.empty(), testee().find(list, request.person()));
    }

    @Test
    default void noMoreAreReadThanWanted() {
        var list = SampleLists.freshListId();
        testee().add(request(list, "a@example.org", "", NOW));
        testee().add(request(list, "b@example.org", "", NOW));

        assertEquals(1, testee().due(NOW, 1).size());
    }
}
