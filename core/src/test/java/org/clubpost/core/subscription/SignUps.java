package org.clubpost.core.subscription;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.People;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.owners.InMemoryGatheredNews;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;

/**
 * A service with one list, {@code news}, two owners, and everything in memory: what the tests of joining and leaving
 * have in common.
 */
final class SignUps {

    static final EmailAddress ANNA = EmailAddress.of("Anna@example.org");

    final MailingList news = SampleLists.aList().with(new People(
            List.of(EmailAddress.of("one@club.example"), EmailAddress.of("two@club.example")), List.of()));
    final FixedClock clock = new FixedClock();
    final InMemoryLists lists = new InMemoryLists(news);
    final InMemoryActLog log = new InMemoryActLog();
    final InMemorySubscribers stored = new InMemorySubscribers(lists, log, clock);
    final InterruptedSubscribers subscribers = new InterruptedSubscribers(stored);
    final CollectingNotices notices = new CollectingNotices();
    final SignUpDesk desk = new SignUpDesk(lists, subscribers, notices, clock);
    final InMemoryRateLimits limits = desk.limits;
    final Subscribe subscribe = desk.subscribe;
    final InMemoryGatheredNews gathered = new InMemoryGatheredNews();
    final Owners owners = new Owners(notices, limits, gathered, clock);
    final JoinByAccount joinByAccount = new JoinByAccount(subscribers, limits, notices, owners,
            SampleSubscribers.IDS, SampleLinks.LINKS, subscribe);
    final Confirm confirm = new Confirm(lists, subscribers, notices, owners, SampleLinks.LINKS, desk.share);
    final Unsubscribe unsubscribe = new Unsubscribe(lists, subscribers, SampleLinks.TOKENS);
    final ComeBack comeBack = new ComeBack(lists, subscribers, SampleLinks.TOKENS);
    final InMemoryNoteTasks tasks = new InMemoryNoteTasks();
    final Manage manage = new Manage(lists, subscribers, SampleLinks.TOKENS, tasks);
    final OfferToLeave offers = new OfferToLeave(subscribers, desk.unanswered, notices, SampleSubscribers.IDS,
            SampleLinks.LINKS, clock);
    final MemberLetters letters = new MemberLetters(lists, subscribers, limits, way(notices), clock);
    final AskOwners askOwners = new AskOwners(lists, subscribers, notices, owners, SampleLinks.LINKS, clock);
    final ConfirmJoint confirmJoint = confirm.joint();
    final Applicants applicants = new Applicants(lists, subscribers, notices, owners, SampleLinks.LINKS);
    final InMemoryAddressChanges changes = new InMemoryAddressChanges();
    final ChangeAddress changeAddress = new ChangeAddress(new ChangeAddress.Ports(lists, subscribers, changes, tasks),
            manage, SampleSubscribers.IDS);
    final UndoAddress undoAddress = new UndoAddress(lists, subscribers, changes, SampleLinks.TOKENS,
            SampleSubscribers.IDS);
    final SendLinks sendLinks = new SendLinks(lists, limits, tasks, SampleSubscribers.IDS);
    final AddressLetters addressLetters = new AddressLetters(letters,
            new AddressLetters.Ports(lists, subscribers, changes, limits, desk.unanswered, SampleSubscribers.IDS,
                    notices),
            changeAddress, SampleLinks.LINKS, new Random(1), clock);
    final Membership membership = new Membership(subscribers, SampleSubscribers.IDS);

    MemberLetters.Way way(Notices notices) {
        return new MemberLetters.Way(notices, SampleLinks.LINKS, desk.share, owners, desk.wordings);
    }

    Origin origin() {
        return origin("192.0.2.1");
    }

    Origin origin(String sourceAddress) {
        return new Origin(clock.instant(), sourceAddress, "Mozilla/5.0");
    }

    SignUp signUp(EmailAddress address) {
        return signUp(address, "192.0.2.1");
    }

    SignUp signUp(EmailAddress address, String sourceAddress) {
        return new SignUp(news.id(), address, new PersonName("Anna"), news.profile().language(), "/subscribe",
                "ab".repeat(32), origin(sourceAddress));
    }

    /** Asks to join, and gives the token of the link in the mail. */
    String request(EmailAddress address) {
        subscribe.request(signUp(address));
        desk.answers.tend();
        return SampleLinks.token(notices.sent(JoinNotice.ConfirmationRequest.class).getLast().confirm());
    }

    Subscriber find(EmailAddress address) {
        return find(news.id(), address);
    }

    Subscriber find(ListId list, EmailAddress address) {
        return stored.find(list, SampleSubscribers.IDS.of(address)).orElseThrow().subscriber();
    }

    boolean isKnown(EmailAddress address) {
        return stored.find(news.id(), SampleSubscribers.IDS.of(address)).isPresent();
    }

    long members() {
        return lists.confirmedMembers(news.id());
    }

    /** So long that another mail may follow the one before. */
    void gapPasses() {
        clock.advance(Unanswered.GAPS.getLast());
    }

    void dayPasses() {
        clock.advance(Duration.ofDays(1));
    }
}
