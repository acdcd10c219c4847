package org.clubpost.core.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.owners.News;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.ComeBack;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace;
import org.clubpost.core.suppression.Trace.Purpose;

/** A thousand members, a list, two years, and mailboxes as they are. */
final class TwoYears {

    private static final int DAYS = 2 * 365;
    private static final Duration HOUR = Duration.ofHours(1);

    /** Who carries the mails. */
    enum Provider {
        /** Sends nothing to an address once a mail to it came back for good. */
        SES,
        /** A relay, which tries for five days, and forgets nothing because it knows nothing. */
        RELAY
    }

    /** What is with a member's mailbox. */
    enum Fate {
        FINE("nothing is the matter", 780, false), AWAY("automatic answers", 20, false), FULL_FOR_DAYS(
                "mailbox full, for 3 to 10 days at a time", 30, false), FULL_FOR_WEEKS(
                        "mailbox full for 38 days once, then read again", 10,
                        true), FULL_FOR_GOOD("mailbox full, and nobody looks after it", 5, true), DIES(
                                "the address dies", 40, true), PROVIDER_SAYS_UNKNOWN(
                                        "their provider says of everybody for two days that they do not exist", 60,
                                        false), PROVIDER_DOWN("their provider is down for two days", 20,
                                                false), STRICT("their provider refuses authors with p=reject", 20,
                                                        false), FILTER("their provider refuses large or odd posts", 12,
                                                                false), PRESSES_SPAM("presses the spam button", 3,
                                                                        true);

        private final String words;
        private final int members;
        private final boolean mayBeStopped;

        Fate(String words, int members, boolean mayBeStopped) {
            this.words = words;
            this.members = members;
            this.mayBeStopped = mayBeStopped;
        }

        String words() {
            return words;
        }

        boolean mayBeStopped() {
            return mayBeStopped;
        }
    }

    /** A member, and what happens to their mailbox. */
    static final class Member {

        private final String address;
        private final SubscriberId key;
        private final Fate fate;
        /** From which day to which day something is the matter. */
        private final List<int[]> times = new ArrayList<>();
        private long returned;
        private int checked;
        private int stopped;
        private int reminded;
        private int copiesSinceDeath;
        private int mailsSinceComplaint;
        private boolean hasComplained;

        Member(String address, Fate fate, Random random) {
            this.address = address;
            this.key = Club.key(address);
            this.fate = fate;
            switch (fate) {
                case FULL_FOR_DAYS -> {
                    for (var day = random.nextInt(60); day < DAYS; day += 60 + random.nextInt(60)) {
                        times.add(new int[]{day, day + 3 + random.nextInt(8)});
                    }
                }
                case FULL_FOR_WEEKS -> {
                    var day = 20 + random.nextInt(400);
                    times.add(new int[]{day, day + 38});
                }
                case FULL_FOR_GOOD, DIES, PRESSES_SPAM -> times.add(new int[]{20 + random.nextInt(500), 2 * DAYS});
                case PROVIDER_SAYS_UNKNOWN -> times.add(new int[]{200, 202});
                case PROVIDER_DOWN -> times.add(new int[]{300, 302});
                case FINE, AWAY, STRICT, FILTER -> {
                    // Nothing, or at any time.
                }
            }
        }

        boolean isTime(int day) {
            return times.stream().anyMatch(time -> day >= time[0] && day < time[1]);
        }

        String address() {
            return address;
        }

        Fate fate() {
            return fate;
        }

        long returned() {
            return returned;
        }

        int checked() {
            return checked;
        }

        int stopped() {
            return stopped;
        }

        int reminded() {
            return reminded;
        }

        int copiesSinceDeath() {
            return copiesSinceDeath;
        }

        int mailsSinceComplaint() {
            return mailsSinceComplaint;
        }
    }

    /** Something that is told at that time. */
    private record Told(Instant at, Feedback feedback) {}

    private final Provider provider;
    private final Random random;
    private final Club club = new Club();
    private final Instant start = club.now();
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Member> byAddress = new HashMap<>();
    private final Set<String> suppressed = new HashSet<>();
    private final PriorityQueue<Told> told = new PriorityQueue<>(Comparator.comparing(Told::at));
    private final ComeBack comeBack = new ComeBack(club.lists, club.subscribers, SampleLinks.TOKENS);
    private int posts;
    private int all;
    private int twice;
    private int seen;

    TwoYears(Provider provider, long seed) {
        this.provider = provider;
        this.random = new Random(seed);
        for (var fate : Fate.values()) {
            for (var i = 0; i < fate.members; i++) {
                var member = new Member(fate.name().toLowerCase(Locale.ROOT) + i + "@mail.example", fate,
                        random);
                members.add(member);
                byAddress.put(member.address, member);
                club.join(club.news, member.address);
            }
        }
    }

    List<Member> members() {
        return members;
    }

    int posts() {
        return posts;
    }

    int told() {
        return all;
    }

    int twice() {
        return twice;
    }

    Subscriber find(Member member) {
        return club.subscribers.find(club.news.id(), member.key).orElseThrow().subscriber();
    }

    private int day() {
        return (int) Duration.between(start, club.now()).toDays();
    }

    /** A post a day on average, one hour in the evening; on the days of trouble surely. */
    void run() {
        for (var hour = 0; hour < DAYS * 24; hour++) {
            if (hour % 24 == 12 && (random.nextInt(10) < 8 || (day() >= 200 && day() <= 302))) {
                post();
            }
            hear();
            club.tend();
            read();
            club.clock.advance(HOUR);
        }
    }

    private void post() {
        var post = club.post(club.news);
        posts++;
        var isStrict = random.nextInt(3) == 0;
        var isOdd = random.nextInt(10) == 0;
        for (var member : members) {
            if (find(member) instanceof Subscriber.Confirmed) {
                arrives(member, Purpose.COPY, Optional.of(post), isStrict, isOdd);
            }
        }
    }

    /** What becomes of a mail to a member. */
    private void arrives(Member member, Purpose purpose, Optional<PostId> post, boolean isStrict, boolean isOdd) {
        if (purpose == Purpose.COPY && suppressed.contains(member.address)) {
            returns(member, purpose, post, Lasting.PERMANENT, BounceReason.SUPPRESSED, "", 1);
            return;
        }
        var isTime = member.isTime(day());
        switch (member.fate) {
            case FINE -> {
                // It is read.
            }
            case AWAY -> {
                if (random.nextInt(8) == 0) {
                    returns(member, purpose, post, Lasting.TRANSIENT, BounceReason.VACATION, "", 1);
                    returns(member, purpose, post, Lasting.UNDETERMINED, BounceReason.UNDEFINED, "", 1);
                }
            }
            case FULL_FOR_DAYS, FULL_FOR_WEEKS, FULL_FOR_GOOD -> {
                if (isTime) {
                    returns(member, purpose, post, Lasting.TRANSIENT, BounceReason.MAILBOX_FULL, "4.2.2",
                            provider == Provider.SES ? 14 : 120);
                }
            }
            case DIES -> {
                if (isTime) {
                    member.copiesSinceDeath += purpose == Purpose.COPY ? 1 : 0;
                    returns(member, purpose, post, Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "5.1.1", 1);
                }
            }
            case PROVIDER_SAYS_UNKNOWN -> {
                if (isTime) {
                    returns(member, purpose, post, Lasting.PERMANENT, BounceReason.USER_UNKNOWN, "5.1.1", 1);
                }
            }
            case PROVIDER_DOWN -> {
                if (isTime && provider == Provider.SES) {
                    returns(member, purpose, post, Lasting.TRANSIENT, BounceReason.NETWORK_ERROR, "4.4.1", 14);
                }
            }
            case STRICT -> {
                if (isStrict) {
                    returns(member, purpose, post, Lasting.PERMANENT, BounceReason.AUTHENTICATION, "5.7.26", 1);
                }
            }
            case FILTER -> {
                if (isOdd) {
                    returns(member, purpose, post, Lasting.PERMANENT, random.nextBoolean()
                            ? BounceReason.TOO_LARGE
                            : BounceReason.SPAM, "5.3.4", 1);
                }
            }
            case PRESSES_SPAM -> {
                member.mailsSinceComplaint += member.hasComplained ? 1 : 0;
                if (isTime && !member.hasComplained) {
                    member.hasComplained = true;
                    tell(member, purpose, post, new Returned.Complaint(Returned.Complaint.Kind.ABUSE, club.now()), 3);
                }
            }
        }
    }

    private void returns(Member member, Purpose purpose, Optional<PostId> post, Lasting lasting, BounceReason reason,
            String status, int hours) {
        if (provider == Provider.SES && lasting == Lasting.PERMANENT && reason == BounceReason.USER_UNKNOWN) {
            suppressed.add(member.address);
        }
        tell(member, purpose, post,
                new Returned.Bounce(lasting, reason, status, club.now().plus(HOUR.multipliedBy(hours))), hours);
    }

    /** One in ten is told twice, the second time a day later or so, in whatever order. */
    private void tell(Member member, Purpose purpose, Optional<PostId> post, Returned what, int hours) {
        member.returned++;
        all++;
        var feedback = new Feedback("f" + all, new Trace.Marked(club.news.id(), post, member.key, purpose),
                what);
        told.add(new Told(club.now().plus(HOUR.multipliedBy(hours)), feedback));
        if (random.nextInt(10) == 0) {
            twice++;
            told.add(new Told(club.now().plus(HOUR.multipliedBy(hours + random.nextInt(40))), feedback));
        }
    }

    private void hear() {
        while (!told.isEmpty() && !told.peek().at().isAfter(club.now())) {
            club.take(told.poll().feedback());
        }
    }

    /** Our own mails reach the mailboxes, past the provider's list, and are read where they can be. */
    private void read() {
        club.takenOff.forEach(address -> suppressed.remove(address.written()));
        club.takenOff.clear();
        var sent = club.notices.sent();
        for (var notice : sent.subList(seen, sent.size())) {
            var member = Objects.requireNonNull(byAddress.get(notice.recipient().written()));
            if (notice instanceof MemberNotice.MailCheck) {
                member.checked++;
                arrives(member, Purpose.PROBE, Optional.empty(), false, false);
            }
            if (notice instanceof MemberNotice.MailStopped reminder) {
                member.reminded++;
                arrives(member, Purpose.NOTICE, Optional.empty(), false, false);
                if (member.fate == Fate.FULL_FOR_WEEKS && !member.isTime(day())) {
                    comeBack.comeBack(SampleLinks.token(reminder.back()), club.now());
                }
            }
        }
        seen = sent.size();
        for (var news : club.gathered.all()) {
            if (news.kind() == News.Kind.STOPPED || news.kind() == News.Kind.COMPLAINED) {
                stopped(news).stopped++;
            }
        }
        club.gathered.remove(club.gathered.all());
    }

    private Member stopped(News news) {
        return members.stream().filter(member -> news.about().startsWith(member.key.hex())).findFirst()
                .orElseThrow();
    }
}
