package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.limit.Unanswered.Turn;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.link.ReplyTokens;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Answers the requests to join by mail, after {@link Subscribe} has taken them.
 *
 * <p>A person gets their {@link Share} of mails and no more; a request that comes too soon after a mail waits. A list
 * writes at once to so many new addresses a day as its {@linkplain org.clubpost.core.list.SignUpRules#cap cap} says.
 * Further ones wait in {@link Line}, and the owners are told. Nobody who is to get a mail waits for more than {@link
 * #PATIENCE}.
 *
 * <p>To be called again and again, by any number of processes: each takes a request for itself before it does anything
 * about it. If one dies between the mail and the end, that one mail is sent once more after {@link #LEASE}.
 */
public final class AnswerSignUps {

    /** The longest that a request waits for its turn. */
    public static final Duration PATIENCE = Duration.ofHours(1);
    /** How long somebody who answers a request has it for themselves. */
    static final Duration LEASE = Duration.ofMinutes(1);
    /** How many requests are read at once. */
    static final int MOST = 100;
    /** After that time a call takes up no more requests; the next call does. */
    private static final Duration TIME = Duration.ofSeconds(20);
    /** After how many failures a call gives up: then mail cannot be sent at the moment. */
    private static final int FAILURES = 3;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Ports ports;
    private final Share share;
    private final SignUpMail mail;
    private final InstantSource clock;

    /**
     * What it works with.
     *
     * @param lists the lists
     * @param subscribers who is on them
     * @param requests what was asked for
     * @param limits counts new addresses
     * @param notices the way to people
     * @param wordings keeps the words of the mails
     * @param funnel counts how many asked
     */
    public record Ports(Lists lists, Subscribers subscribers, SignUpRequests requests, RateLimits limits,
            Notices notices, Wordings wordings, Funnel funnel) {

        /** The words of the mails are not kept, and who asks is not counted. */
        public Ports(Lists lists, Subscribers subscribers, SignUpRequests requests, RateLimits limits,
                Notices notices) {
            this(lists, subscribers, requests, limits, notices, Wordings.NONE);
        }

        /** Who asks is not counted. */
        public Ports(Lists lists, Subscribers subscribers, SignUpRequests requests, RateLimits limits,
                Notices notices, Wordings wordings) {
            this(lists, subscribers, requests, limits, notices, wordings, Funnel.NONE);
        }
    }

    /**
     * @param random must be cryptographically strong
     */
    public AnswerSignUps(Ports ports, Share share, PublicLinks links, RandomGenerator random, InstantSource clock) {
        this.ports = ports;
        this.share = share;
        this.mail = new SignUpMail(ports.subscribers(), ports.notices(), ports.wordings(), links,
                new ReplyTokens(share.ids()), random,
                new CountSignUps(ports.funnel(), clock));
        this.clock = clock;
    }

    /** One call's work, which ends in time and holds up nothing that can be done. */
    private final class Round {

        private final Instant end = clock.instant().plus(TIME);
        private int done;
        private int failures;

        boolean hasTime() {
            return clock.instant().isBefore(end);
        }

        void answer(SignUpRequest request, boolean itsTurn) {
            try {
                done += AnswerSignUps.this.answer(request, itsTurn) ? 1 : 0;
            } catch (UnavailableException e) {
                failures++;
                if (failures == FAILURES) {
                    throw e;
                }
            }
        }

        int end() {
            if (failures > 0) {
                throw new UnavailableException("some requests to join could not be answered");
            }
            return done;
        }
    }

    /**
     * Answers what is due.
     *
     * @return how many requests were answered or put off
     * @throws UnavailableException when some could not be; a later call does them
     */
    public int run() {
        var round = new Round();
        run(round);
        return round.end();
    }

    /**
     * The same, and answers those of the requests in line whose turn it is.
     *
     * @return how many requests were answered or put off
     * @throws UnavailableException when some could not be; a later call does them
     */
    public int tend() {
        var round = new Round();
        run(round);
        var waiting = ports.requests().inLine().stream()
                .collect(Collectors.groupingBy(request -> request.signUp().list()));
        waiting.forEach((list, requests) -> takeTurns(list, new Line(requests), round));
        return round.end();
    }

    private void run(Round round) {
        int read;
        do {
            var due = ports.requests().due(clock.instant(), MOST);
            read = due.size();
            for (var request : due) {
                if (round.hasTime()) {
                    round.answer(request, false);
                }
            }
        } while (read == MOST && round.hasTime());
    }

    private void takeTurns(ListId id, Line line, Round round) {
        var now = clock.instant();
        var inAMinute = new Limit(Kind.SIGN_UP_TURN, line.perMinute(PATIENCE, now), MINUTE);
        for (var request : line.inTurn()) {
            if (!round.hasTime() || !ports.limits().allow(inAMinute, id.value(), now)) {
                break;
            }
            round.answer(request, true);
        }
        ports.lists().find(id).ifPresent(list -> tellOwners(list, line.size(), now));
    }

    /** False when somebody else has the request. */
    private boolean answer(SignUpRequest request, boolean itsTurn) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var taken = request.outOfLine(now.plus(LEASE));
        if (!ports.requests().putOff(request, taken.due(), taken.inLine())) {
            return false;
        }
        var lists = request.signUp().lists().stream().flatMap(id -> ports.lists().find(id).stream()).toList();
        if (lists.isEmpty()) {
            ports.requests().remove(taken);
            return true;
        }
        var end = request.since().plus(PATIENCE);
        var hasWaited = !now.isBefore(end);
        var turn = share.look(taken, !hasWaited, now);
        if (turn instanceof Turn.Now && !hasWaited && !itsTurn && isBeyondCap(lists, taken, now)) {
            return ports.requests().putOff(taken, end, true);
        }
        if (turn instanceof Turn.Now) {
            turn = share.take(taken, !hasWaited, now);
        }
        return switch (turn) {
            case Turn.Now _ -> {
                mail.send(lists, taken, now);
                ports.requests().remove(taken);
                yield true;
            }
            case Turn.Later(var at) -> ports.requests().putOff(taken, at.isBefore(end) ? at : end, false);
            case Turn.Never _ -> {
                ports.requests().remove(taken);
                yield true;
            }
        };
    }

    /** A mail about several lists is that of the first of them, and counted there alone. */
    private boolean isBeyondCap(List<MailingList> lists, SignUpRequest request, Instant now) {
        var list = lists.getFirst();
        return mail.isToStranger(lists, request)
                && !ports.limits().allow(new Limit(Kind.NEW_ADDRESS, list.signUp().cap(), DAY), list.id().value(), now);
    }

    private void tellOwners(MailingList list, int waiting, Instant now) {
        var once = new Limit(Kind.SIGN_UPS_WAITING, 1, DAY);
        if (!ports.limits().isReached(once, list.id().value(), now)) {
            for (var owner : list.people().owners()) {
                ports.notices().send(new OwnerNotice.SignUpsWaiting(list, owner, waiting, list.signUp().cap()));
            }
            ports.limits().allow(once, list.id().value(), now);
        }
    }
}
