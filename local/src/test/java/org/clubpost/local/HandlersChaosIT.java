package org.clubpost.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.clubpost.core.FixedClock;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.database.Database;
import org.clubpost.core.delivery.Deliver;
import org.clubpost.core.delivery.DeliveryQueue;
import org.clubpost.core.delivery.RetryPolicy;
import org.clubpost.core.delivery.range.RangeRef;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.outbox.SendPermits;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.local.files.FolderUploads;
import org.clubpost.local.lambda.InboundEvents;
import org.clubpost.local.lambda.LocalContext;
import org.clubpost.site.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two posts from their S3 events on, through the functions' handlers, on SQLite and files. Events come twice and in any order, the provider refuses, puts off and breaks off, members come and go,
 * and processes die at any call to the database, the files, the queue or the provider. A seed decides all of it.
 */
final class HandlersChaosIT {

    private static final int MEMBERS = 150;
    private static final int WINDOW = 10;
    private static final Duration INVOCATION = Duration.ofMinutes(2);
    private static final Instant END = FixedClock.START.plus(Duration.ofDays(4));
    private static final Duration VISIBILITY = Duration.ofMinutes(12);
    private static final Deliver.Settings SETTINGS = new Deliver.Settings(WINDOW, 1,
            new Deliver.Times(Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofSeconds(20),
                    Duration.ofMinutes(15)),
            RetryPolicy.PATIENT);
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject:.*(The (?:first|second))$");

    @TempDir
    private static Path directory;

    private static LocalData data;

    @BeforeAll
    static void open() throws IOException, UnusableData {
        data = LocalData.make(new DataLayout(directory), new Random(1));
    }

    @AfterAll
    static void close() {
        data.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nobodyIsMissedAndSecondCopiesStayWithinTheWindow(long seed) {
        var run = new Run(seed);

        run.run();

        System.out.println("handlers' chaos: " + run);
        assertEquals(List.of(), run.wrongs());
        assertTrue(run.kills > 0, "nobody was killed");
    }

    /** What a call meets in a process that is dead. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1;
    }

    /** A copy of one of the posts for one member. */
    private record Copy(EmailAddress to, String subject) {}

    private static final class Run {

        private final Random random;
        private final FixedClock clock = new FixedClock();
        private final MailingList list;
        private final List<Subscriber.Confirmed> members;
        private final Set<EmailAddress> left = new HashSet<>();
        private final List<Job> jobs = new ArrayList<>();
        private final Map<Copy, Integer> copies = new HashMap<>();
        private final Set<Copy> refused = new HashSet<>();
        private final List<String> wrongs = new ArrayList<>();
        private int kills;
        private int allowed;
        private int repeated;

        /** Something that AWS would call a function for, and when. */
        private record Job(Instant due, Call call) {}

        /** What is called; false when it has to be called again. */
        private interface Call {

            boolean on(Invocation process);
        }

        Run(long seed) {
            random = new Random(seed);
            list = SampleLists.aList(SampleLists.freshListId());
            members = SampleSubscribers.members(list.id(), MEMBERS);
            data.database().lists().create(list);
            members.forEach(member -> data.database().subscribers().create(member));
        }

        private boolean chance(double probability) {
            return random.nextDouble() < probability;
        }

        private Duration upTo(Duration most) {
            return Duration.ofMillis(1 + random.nextLong(most.toMillis()));
        }

        void run() {
            for (var subject : List.of("The first", "The second")) {
                var key = MailKey.inbound(list.id(), subject.replace(' ', '-').toLowerCase(Locale.ROOT));
                data.mails().put(key, mail(subject));
                for (var event = 0; event < 2; event++) {
                    at(upTo(Duration.ofMinutes(2)), process -> process.receive(key));
                }
            }
            for (var minute = 0; minute < 10; minute++) {
                at(Duration.ofMinutes(minute).plusSeconds(1), _ -> comeAndGo());
            }
            for (var job = next(); job.isPresent(); job = next()) {
                var process = new Invocation();
                if (!process.isDone(job.get().call())) {
                    jobs.add(new Job(clock.instant().plus(VISIBILITY), job.get().call()));
                }
            }
        }

        private void at(Duration delay, Call call) {
            jobs.add(new Job(clock.instant().plus(delay), call));
            if (chance(0.03)) {
                repeated++;
                jobs.add(new Job(clock.instant().plus(delay).plus(upTo(Duration.ofMinutes(3))), call));
            }
        }

        /** Any that is due; when none is, the one that is so first, and every few hours the schedule. */
        private Optional<Job> next() {
            var due = jobs.stream().filter(job -> !clock.instant().isBefore(job.due())).toList();
            if (!due.isEmpty()) {
                var job = due.get(random.nextInt(due.size()));
                jobs.remove(job);
                return Optional.of(job);
            }
            var first = jobs.stream().map(Job::due).min(Instant::compareTo);
            var sweep = clock.instant().plus(Duration.ofMinutes(30));
            if ((first.isEmpty() && isSettled()) || clock.instant().isAfter(END)) {
                return Optional.empty();
            }
            clock.set(first.filter(when -> when.isBefore(sweep)).orElse(sweep));
            return Optional.of(new Job(clock.instant(), Invocation::supervise));
        }

        private boolean isSettled() {
            try (var posts = data.database().posts().of(list.id())) {
                return posts.allMatch(post -> post.state() instanceof PostState.Done);
            }
        }

        private boolean comeAndGo() {
            var subscribers = data.database().subscribers();
            var member = members.get(random.nextInt(members.size()));
            subscribers.find(list.id(), member.id())
                    .filter(stored -> stored.subscriber() instanceof Subscriber.Confirmed).ifPresent(stored -> {
                        subscribers.replace(stored, new Subscriber.Left(list.id(), member.person(), member.consent(),
                                clock.instant(), LeaveWay.ONE_CLICK));
                        left.add(member.person().address());
                    });
            subscribers.create(SampleSubscribers.aMember(list.id(),
                    SampleSubscribers.aPerson("new" + random.nextInt(1 << 30) + "@example.org")));
            return true;
        }

        private MailContent mail(String subject) {
            return MailContent
                    .of("""
                            Return-Path: <owner@club.example>
                            Received: from mail.club.example (mail.club.example [192.0.2.1])
                             by inbound-smtp.local.amazonaws.com with SMTP id q041v1u3p6g5bust1o2se9of7vf685mtivi7ci01
                             for %1$s;
                             Fri, 06 Mar 2026 08:30:00 +0000 (UTC)
                            X-SES-Spam-Verdict: PASS
                            X-SES-Virus-Verdict: PASS
                            Received-SPF: pass (spfCheck: fine) client-ip=192.0.2.1; envelope-from=owner@club.example; helo=mail.club.example;
                            Authentication-Results: amazonses.com;
                             spf=pass (spfCheck: fine) client-ip=192.0.2.1; envelope-from=owner@club.example; helo=mail.club.example;
                             dkim=pass header.i=@club.example;
                             dmarc=pass header.from=club.example;
                            X-SES-RECEIPT: AEFBQUFBQUFBQUFH
                            From: Olga Owner <owner@club.example>
                            To: %1$s
                            Subject: %2$s
                            Message-ID: <%3$s@club.example>
                            Date: Fri, 6 Mar 2026 09:00:00 +0100

                            Hello.
                            """
                            .formatted(list.address().ascii(), subject, subject.replace(' ', '.')).replace("\n", "\r\n")
                            .getBytes(US_ASCII));
        }

        List<String> wrongs() {
            try (var posts = data.database().posts().of(list.id())) {
                var all = posts.toList();
                assertEquals(2, all.size());
                all.forEach(post -> assertInstanceOf(PostState.Done.class, post.state(), post::toString));
            }
            for (var subject : List.of("The first", "The second")) {
                var missed = members.stream().map(member -> new Copy(member.person().address(), subject))
                        .filter(copy -> !left.contains(copy.to()) && !copies.containsKey(copy)
                                && !refused.contains(copy))
                        .collect(toSet());
                if (!missed.isEmpty()) {
                    wrongs.add(missed.size() + " were missed");
                }
            }
            var second = copies.values().stream().mapToInt(count -> count - 1).sum();
            if (second > allowed) {
                wrongs.add(second + " second copies of " + allowed + " allowed");
            }
            return wrongs;
        }

        @Override
        public String toString() {
            return "members=%d, kills=%d, repeated=%d, copies=%d, second copies=%d of %d allowed".formatted(MEMBERS,
                    kills, repeated, copies.values().stream().mapToInt(count -> count).sum(),
                    copies.values().stream().mapToInt(count -> count - 1).sum(), allowed);
        }

        /** One invocation of a function in a process that may die in it. */
        private final class Invocation implements DeliveryQueue {

            private final Set<EmailAddress> gone = Set.copyOf(left);
            private final Functions functions;
            /** Until somebody was killed, no process lives long. */
            private int callsLeft = kills == 0 || chance(0.4) ? 1 + random.nextInt(80) : Integer.MAX_VALUE;
            private final boolean diesAfter = random.nextBoolean();
            private boolean dead;
            private int unrecorded;

            Invocation() {
                var database = ports(data.database());
                var mails = port(MailStore.class, data.mails());
                functions = new Functions(new LocalParts(database, mails,
                        new FolderUploads(data.layout().uploads(), new MembershipTokens(data.signing()), clock),
                        mails::put, this, this::send, _ -> {
                        }, SendPermits.unlimited(),
                        data.secrets(), data.signing(), URI.create("http://localhost"), clock, random), Site.load());
            }

            boolean isDone(Call call) {
                try {
                    return call.on(this);
                } catch (Killed | UnavailableException _) {
                    return false;
                } catch (RuntimeException fault) {
                    if (!dead) {
                        wrongs.add(fault.toString());
                    }
                    return false;
                } finally {
                    allowed += dead ? Math.min(unrecorded, WINDOW) : 0;
                }
            }

            private LocalContext context(String function) {
                return new LocalContext(function, INVOCATION);
            }

            boolean receive(MailKey key) {
                functions.receive().handleRequest(InboundEvents.event(key, clock.instant()), context("receive"));
                return true;
            }

            boolean supervise() {
                functions.supervise().handleRequest(new ScheduledEvent(),
                        context("supervise"));
                return true;
            }

            boolean deliver(RangeRef range) {
                var message = new SQSEvent.SQSMessage();
                message.setMessageId(Integer.toString(random.nextInt()));
                message.setBody(range.text());
                var event = new SQSEvent();
                event.setRecords(List.of(message));
                SQSBatchResponse response = functions.deliver(SETTINGS).handleRequest(event, context("deliver"));
                return response.getBatchItemFailures().isEmpty();
            }

            @Override
            public void add(Collection<RangeRef> ranges, Duration delay) {
                call(() -> {
                    ranges.forEach(range -> at(delay, process -> process.deliver(range)));
                    return true;
                });
            }

            private SendOutcome send(OutgoingMail mail) {
                return call(() -> {
                    var text = new String(mail.content().toByteArray(), US_ASCII);
                    var subject = SUBJECT.matcher(text);
                    var copy = new Copy(mail.recipient(), subject.find() ? subject.group(1) : "");
                    if (gone.contains(copy.to())) {
                        wrongs.add("somebody got a copy who had left before the function began");
                    }
                    return members.stream().anyMatch(member -> member.person().address().equals(copy.to()))
                            ? answer(copy)
                            : new SendOutcome.Accepted("");
                });
            }

            private SendOutcome answer(Copy copy) {
                var dice = random.nextInt(100);
                if (dice < 2) {
                    refused.add(copy);
                    return new SendOutcome.Refused(Reason.quoted("no such mailbox"));
                }
                if (dice < 4) {
                    return new SendOutcome.Later(Reason.quoted("greylisted"));
                }
                if (dice < 5) {
                    return new SendOutcome.Deferred(DeferralCause.UNREACHABLE, Reason.quoted("not now"));
                }
                copies.merge(copy, 1, Integer::sum);
                if (dice < 7) {
                    allowed++;
                    return new SendOutcome.Unclear(Reason.quoted("no answer"));
                }
                unrecorded++;
                return new SendOutcome.Accepted("");
            }

            private <T> T call(Supplier<T> effect) {
                if (dead) {
                    throw new Killed();
                }
                clock.advance(upTo(Duration.ofMillis(50)));
                var last = --callsLeft == 0;
                if (last) {
                    dead = true;
                    kills++;
                }
                if (last && !diesAfter) {
                    throw new Killed();
                }
                var result = effect.get();
                if (last) {
                    throw new Killed();
                }
                return result;
            }

            /** The same database, whose ports are used by a process that may die. */
            private Database ports(Database actual) {
                return (Database) Proxy.newProxyInstance(Database.class.getClassLoader(),
                        new Class<?>[]{Database.class}, (_, method, arguments) -> {
                            var made = method.invoke(actual, arguments);
                            return made instanceof Database same ? ports(same) : mortal(method.getReturnType(), made);
                        });
            }

            private <P> P mortal(Class<P> type, Object actual) {
                return port(type, type.cast(actual));
            }

            private <P> P port(Class<P> type, P actual) {
                return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                        (_, method, arguments) -> call(() -> {
                            try {
                                return method.invoke(actual, arguments);
                            } catch (InvocationTargetException e) {
                                if (e.getCause() instanceof RuntimeException failed) {
                                    throw failed;
                                }
                                throw new AssertionError(e);
                            } catch (IllegalAccessException e) {
                                throw new AssertionError(e);
                            }
                        })));
            }
        }
    }
}
