package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.Mailbox;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.owners.SampleOwners;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscription.Subscribe.Outcome;

/** An attack on some lists, in virtual time. Requests are planned, and then played in their order. */
final class Flood {

    /** How often the requests are looked after: as often as in the cloud when the table's stream says nothing. */
    static final Duration ROUND = Duration.ofMinutes(1);

    private final Random random = new Random(14);
    private final FixedClock clock = new FixedClock();
    private final List<MailingList> lists;
    private final InMemoryLists stored;
    private final InMemorySubscribers subscribers;
    private final Counting notices = new Counting();
    private final SignUpDesk desk;
    private final Confirm confirm;
    private final List<Planned> plan = new ArrayList<>();
    private final Map<Mailbox, Instant> askedAt = new HashMap<>();
    private Instant planned = FixedClock.START;

    private record Planned(Instant at, MailingList list, String address, String source, boolean isReal) {}

    /**
     * What came of it.
     *
     * @param asked how many requests there were
     * @param taken how many were answered with "look into your inbox"
     * @param mailsToStrangers how many mails went to people who had not asked
     * @param mostToOnePerson the most that one mailbox got before it answered
     * @param joined how many of those who asked became members
     * @param longestWait the longest that one of them waited for the mail
     * @param told how many times the owners were told
     * @param left how many requests are left
     */
    record Report(int asked, int taken, int mailsToStrangers, int mostToOnePerson, int joined, Duration longestWait,
            int told, int left) {}

    /** Counts mails, and has the people who asked for theirs read them. */
    private final class Counting implements Notices {

        private final Map<Mailbox, Integer> got = new HashMap<>();
        private final List<JoinNotice.ConfirmationRequest> unread = new ArrayList<>();
        private int toStrangers;
        private int told;
        private Duration longest = Duration.ZERO;

        @Override
        public void send(Notice notice) {
            switch (notice) {
                case OwnerNotice.SignUpsWaiting _ -> told++;
                case JoinNotice.ConfirmationRequest mail -> count(mail);
                case JoinNotice.Welcome _,OwnerNotice.MemberJoined _ -> {
                    // What follows when somebody joins.
                }
                default -> throw new AssertionError("nobody asked for a " + notice.getClass());
            }
        }

        private void count(JoinNotice.ConfirmationRequest mail) {
            var mailbox = Mailbox.of(mail.recipient());
            got.merge(mailbox, 1, Integer::sum);
            if (askedAt.containsKey(mailbox)) {
                var waited = Duration.between(askedAt.get(mailbox), clock.instant());
                longest = waited.compareTo(longest) > 0 ? waited : longest;
                unread.add(mail);
            } else {
                toStrangers++;
            }
        }
    }

    Flood(List<MailingList> lists) {
        this.lists = lists;
        this.stored = new InMemoryLists(lists.toArray(MailingList[]::new));
        this.subscribers = new InMemorySubscribers(stored);
        this.desk = new SignUpDesk(stored, subscribers, notices, clock);
        this.confirm = new Confirm(stored, subscribers, notices, SampleOwners.of(notices, clock), SampleLinks.LINKS,
                desk.share);
    }

    RandomGenerator random() {
        return random;
    }

    List<MailingList> lists() {
        return lists;
    }

    /** Plans so many things, evenly over that time. */
    void spread(int number, Duration time, IntConsumer each) {
        for (var i = 0; i < number; i++) {
            planned = FixedClock.START.plus(time.multipliedBy(i).dividedBy(number));
            each.accept(i);
        }
    }

    /** A request for somebody who has not asked. */
    void attack(MailingList list, String address, String source) {
        plan.add(new Planned(planned, list, address, source, false));
    }

    /** So many people who ask for themselves, at any time, four of them from each address. */
    void people(int number, Duration time) {
        for (var i = 0; i < number; i++) {
            var at = FixedClock.START.plusMillis(random.nextLong(time.toMillis()));
            var source = i % 8 < 4 ? "192.0.2." + i / 8 : "2001:db8:" + Integer.toHexString(i / 8) + "::" + i % 8;
            plan.add(new Planned(at, lists.get(i % lists.size()), "person" + i + "@example.org", source, true));
        }
    }

    /** Plays it for that time, and prints what came of it. */
    Report run(String name, Duration time) {
        plan.sort(Comparator.comparing(Planned::at));
        var end = FixedClock.START.plus(time);
        var next = 0;
        var taken = 0;
        for (var now = FixedClock.START; !now.isAfter(end); now = now.plus(ROUND)) {
            for (; next < plan.size() && !plan.get(next).at().isAfter(now); next++) {
                clock.set(plan.get(next).at());
                taken += isTaken(plan.get(next)) ? 1 : 0;
            }
            clock.set(now);
            desk.answers.tend();
            notices.unread.forEach(this::read);
            notices.unread.clear();
        }
        var report = new Report(plan.size(), taken, notices.toStrangers,
                notices.got.values().stream().mapToInt(Integer::intValue).max().orElse(0),
                lists.stream().mapToInt(list -> (int) stored.confirmedMembers(list.id())).sum(), notices.longest,
                notices.told, desk.requests.due(Instant.MAX, Integer.MAX_VALUE).size());
        System.out.printf(Locale.ROOT, "| %s | %,d | %,d | %,d | %d | %,d | %d min | %d |%n", name, report.asked(),
                report.taken(), report.mailsToStrangers(), report.mostToOnePerson(), report.joined(),
                report.longestWait().toMinutes(), report.told());
        return report;
    }

    private boolean isTaken(Planned request) {
        var address = EmailAddress.of(request.address());
        if (request.isReal()) {
            askedAt.put(Mailbox.of(address), clock.instant());
        }
        return desk.subscribe.request(new SignUp(request.list().id(), address, PersonName.NONE, Locale.ENGLISH,
                "/subscribe", "ab".repeat(32),
                new Origin(clock.instant(), request.source(), "Mozilla/5.0"))) == Outcome.ACCEPTED;
    }

    private void read(JoinNotice.ConfirmationRequest mail) {
        confirm.confirm(SampleLinks.token(mail.confirm()), SampleSubscribers.ORIGIN);
    }
}
