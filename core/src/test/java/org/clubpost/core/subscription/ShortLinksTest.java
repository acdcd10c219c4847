package org.clubpost.core.subscription;

import static org.clubpost.core.link.SampleLinks.TOKENS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The links in mails' texts lead to one member and no other, and do what the long ones do. */
final class ShortLinksTest {

    private static final String ALIKE = "0123456789";
    /** The SHA-256 of both names begins with the same three octets. */
    private static final List<String> COLLIDING = List.of("list-321", "list-5495");

    private final MailingList news = list("news");
    private final InMemoryLists lists = new InMemoryLists(news);
    private final InMemorySubscribers stored = new InMemorySubscribers(lists);
    private final Unsubscribe unsubscribe = new Unsubscribe(lists, stored, TOKENS);
    private final Manage manage = new Manage(lists, stored, TOKENS, new InMemoryNoteTasks());
    private final Subscriber.Confirmed anna = member(news, ALIKE + "1".repeat(22), "anna@example.org");
    private final Subscriber.Confirmed ben = member(news, ALIKE + "2".repeat(22), "ben@example.org");

    private static MailingList list(String id) {
        return MailingList.create(new ListId(id), "lists.example.org", id, SampleLists.aList().people().owners());
    }

    private static Subscriber.Confirmed member(MailingList list, String key, String address) {
        return SampleSubscribers.aMember(list.id(), SampleSubscribers.aPerson(new SubscriberId(key), address));
    }

    private static String token(LinkPurpose purpose, Subscriber member) {
        return TOKENS.shorts().sign(new MembershipLink(purpose, member.list(), member.id()));
    }

    private Unsubscribe.Outcome leave(Subscriber member, LinkPurpose purpose, LeaveWay way) {
        return unsubscribe.leave(token(purpose, member), way, FixedClock.START);
    }

    private Subscriber now(Subscriber member) {
        return stored.find(member.list(), member.id()).orElseThrow().subscriber();
    }

    @Test
    void eachOfTwoWhoseKeysBeginAlikeIsFoundAndLeavesAlone() {
        stored.with(List.of(anna, ben));

        for (var member : List.of(anna, ben)) {
            assertEquals(new Unsubscribe.Outcome.Member(news, member),
                    unsubscribe.look(token(LinkPurpose.LEAVE_PAGE, member)));
            assertEquals(new Manage.Outcome.Member(news, member, Manage.Reach.USUAL),
                    manage.look(token(LinkPurpose.MANAGE_PAGE, member), FixedClock.START));
        }

        assertInstanceOf(Unsubscribe.Outcome.Left.class, leave(ben, LinkPurpose.LEAVE_PAGE, LeaveWay.PAGE));
        assertInstanceOf(Subscriber.Left.class, now(ben));
        assertEquals(anna, now(anna));
    }

    @Test
    void settingsChangeByTheLinkToThemOnly() {
        stored.create(anna);
        var choice = new Manage.Choice.Usual(Locale.GERMAN, OwnPosts.NONE, true, Optional.empty());

        assertEquals(new Manage.Outcome.Invalid(),
                manage.change(token(LinkPurpose.LEAVE_PAGE, anna), choice, FixedClock.START));
        assertInstanceOf(Manage.Outcome.Member.class,
                manage.change(token(LinkPurpose.MANAGE_PAGE, anna), choice, FixedClock.START));
        assertEquals(choice.of(anna), now(anna));
    }

    /** RFC 8058, section 3.1: only the link in the header acts without a question. */
    @ParameterizedTest
    @EnumSource(names = "PAGE", mode = EnumSource.Mode.EXCLUDE)
    void nobodyLeavesByItWithoutTheButton(LeaveWay way) {
        stored.create(anna);

        for (var purpose : List.of(LinkPurpose.LEAVE_PAGE, LinkPurpose.MANAGE_PAGE)) {
            assertEquals(new Unsubscribe.Outcome.Invalid(), leave(anna, purpose, way));
        }
        assertEquals(anna, now(anna));
    }

    @Test
    void whoLeftOrWasErasedIsNoMemberAndNobodyElseIsTouched() {
        stored.with(List.of(anna, ben));
        leave(anna, LinkPurpose.MANAGE_PAGE, LeaveWay.PAGE);

        for (var i = 0; i < 2; i++) {
            assertEquals(new Unsubscribe.Outcome.Unfitting(news),
                    unsubscribe.look(token(LinkPurpose.LEAVE_PAGE, anna)));
            assertEquals(new Unsubscribe.Outcome.Unfitting(news), leave(anna, LinkPurpose.LEAVE_PAGE, LeaveWay.PAGE));
            assertEquals(new Unsubscribe.Outcome.Invalid(), leave(anna, LinkPurpose.LEAVE_PAGE, LeaveWay.ONE_CLICK));
            assertEquals(new Manage.Outcome.Unfitting(news),
                    manage.look(token(LinkPurpose.MANAGE_PAGE, anna), FixedClock.START));
            assertEquals(new Manage.Outcome.Invalid(),
                    manage.look(token(LinkPurpose.LEAVE_PAGE, anna), FixedClock.START));
            stored.find(news.id(), anna.id()).ifPresent(stored::remove);
        }
        assertEquals(ben, now(ben));
    }

    /** Nobody learns from a link with a changed end whether its member is still there. */
    @Test
    void linkWithAChangedEndSaysTheSameWhetherItsMemberIsThereOrNot() {
        for (var isThere : List.of(true, false)) {
            if (isThere) {
                stored.create(anna);
            } else {
                leave(anna, LinkPurpose.LEAVE_PAGE, LeaveWay.PAGE);
            }
            for (var last = 1; last <= 5; last++) {
                assertEquals(new Unsubscribe.Outcome.Unfitting(news),
                        unsubscribe.look(changed(token(LinkPurpose.LEAVE_PAGE, anna), last)));
                assertEquals(new Unsubscribe.Outcome.Unfitting(news), unsubscribe.leave(
                        changed(token(LinkPurpose.LEAVE_PAGE, anna), last), LeaveWay.PAGE, FixedClock.START));
                assertEquals(new Manage.Outcome.Unfitting(news),
                        manage.look(changed(token(LinkPurpose.MANAGE_PAGE, anna), last), FixedClock.START));
                assertEquals(new Manage.Outcome.Unfitting(news),
                        manage.sendFreshLink(changed(token(LinkPurpose.MANAGE_PAGE, anna), last), FixedClock.START));
            }
        }
    }

    /** With another character at that place, counted from the end. */
    private static String changed(String token, int last) {
        var at = token.length() - last;
        return token.substring(0, at) + (token.charAt(at) == 'x' ? 'y' : 'x') + token.substring(at + 1);
    }

    @Test
    void listsWhoseDigestsAreTheSameAreToldApartByTheirMembers() {
        COLLIDING.forEach(name -> lists.create(list(name)));
        var first = list(COLLIDING.getFirst());
        var second = list(COLLIDING.getLast());
        var ofFirst = member(first, anna.id().hex(), "anna@example.org");
        var ofSecond = member(second, anna.id().hex(), "anna@example.org");
        var gone = member(first, ben.id().hex(), "ben@example.org");
        stored.with(List.of(ofFirst, ofSecond));

        assertEquals(new Unsubscribe.Outcome.Member(first, ofFirst),
                unsubscribe.look(token(LinkPurpose.LEAVE_PAGE, ofFirst)));
        assertEquals(new Unsubscribe.Outcome.Member(second, ofSecond),
                unsubscribe.look(token(LinkPurpose.LEAVE_PAGE, ofSecond)));
        assertEquals(new Unsubscribe.Outcome.Invalid(), unsubscribe.look(token(LinkPurpose.LEAVE_PAGE, gone)),
                "nobody knows which list it was");
    }

    @Test
    void listThatIsGoneHasNoLinks() {
        stored.create(anna);
        var token = token(LinkPurpose.LEAVE_PAGE, anna);
        leave(anna, LinkPurpose.LEAVE_PAGE, LeaveWay.PAGE);
        lists.remove(news.id());

        assertEquals(new Unsubscribe.Outcome.Invalid(), unsubscribe.look(token));
        assertEquals(new Manage.Outcome.Invalid(),
                manage.look(token(LinkPurpose.MANAGE_PAGE, anna), FixedClock.START));
        assertEquals(new Unsubscribe.Outcome.Invalid(),
                unsubscribe.look(TOKENS.sign(SampleLinks.link(LinkPurpose.LEAVE_PAGE, news.id(), anna.id()))));
    }
}
