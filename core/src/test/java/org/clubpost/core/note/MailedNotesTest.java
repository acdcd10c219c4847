package org.clubpost.core.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clubpost.core.FixedClock;
import org.clubpost.core.Life;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailedNotesTest {

    private final FixedClock clock = new FixedClock();
    private final MailingList list = SampleLists.aList(new ListId("news"));
    private final InMemorySubscribers subscribers = new InMemorySubscribers(new InMemoryLists(list));
    private final CollectingNotices notices = new CollectingNotices();
    private final InMemoryRateLimits limits = new InMemoryRateLimits();
    private final Note.NewPost note = new Note.NewPost(SamplePosts.aPost(list.id()).id(), false);
    private final Subscriber.Confirmed anna = member("anna@club.example");
    private final Subscriber.Confirmed ben = member("ben@club.example");

    MailedNotesTest() {
        subscribers.with(List.of(anna, ben, SampleSubscribers.aMember(list.id(), "calm@club.example"),
                SampleSubscribers.aFormerMember(list.id(), "gone@club.example")));
    }

    private Subscriber.Confirmed member(String address) {
        var member = SampleSubscribers.aMember(list.id(), address);
        return member.with(member.settings().with(new Notification.ByMail()));
    }

    private Notes notes(Life life) {
        return new MailedNotes(subscribers, life.of(Notices.class, notices), life.of(RateLimits.class, limits),
                SampleLinks.LINKS, clock);
    }

    private Notice to(Subscriber.Confirmed member) {
        return new MemberNotice.NewPostOut(list, member.person().address(), member.person().language(),
                SampleLinks.LINKS.managePage(list.id(), member.id()));
    }

    @Test
    void everybodyWhoWantsItGetsOneMailAPost() {
        var notes = notes(Life.eternal());

        notes.publish(list, note);
        notes.publish(list, note);
        notes.publish(list, new Note.Welcome(anna.id()));

        assertEquals(Set.of(to(anna), to(ben)), new HashSet<>(notices.sent()));
        assertEquals(2, notices.sent().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whoDiesHalfWayTellsNobodyElseTwice(int call) {
        assertThrows(Life.Ended.class, () -> notes(new Life(call, true)).publish(list, note));

        notes(Life.eternal()).publish(list, note);

        assertEquals(Set.of(to(anna), to(ben)), new HashSet<>(notices.sent()));
        assertTrue(notices.sent().size() <= 3);
    }

    /** There is nobody to follow or unfollow anywhere: who wants a mail is read when one goes out. */
    @Test
    void nothingIsKeptOutsideForThoseWhoWantAMail() {
        var notes = notes(Life.eternal());
        var byPhone = anna.with(anna.settings().with(new Notification.ByPhone(new PhoneNumber("+493012345678"))));

        assertEquals(Notes.Reach.KNOWN, notes.follow(list, anna));
        assertEquals(Notes.Reach.NEVER, notes.follow(list, byPhone), "where there are no text messages");
        assertTrue(notes.unfollow(list.id(), anna.id()));
        assertEquals(0, notes.phones(list.id()));
        assertEquals(List.of(), notices.sent());
    }
}
