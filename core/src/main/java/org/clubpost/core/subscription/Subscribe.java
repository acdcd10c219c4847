package org.clubpost.core.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.clubpost.core.consent.KnownWordings;
import org.clubpost.core.consent.Wording;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.limit.RateLimits;
import org.clubpost.core.limit.RateLimits.Kind;
import org.clubpost.core.limit.RateLimits.Limit;
import org.clubpost.core.limit.Source;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.robot.Gate;
import org.clubpost.core.secret.SubscriberIds;

/**
 * Takes a visitor's request to join.
 *
 * <p>For an open list the answer is always the same, whoever asks and whatever is stored, and so is the work before it:
 * nothing about the address is read here. So nobody learns who is a member, not by the time that the answer takes
 * either. The request is kept, and {@link AnswerSignUps} sends the mail.
 */
public final class Subscribe {

    /** A whole class or club may share one source address; a robot would not stop here. */
    public static final Limit PER_SOURCE = new Limit(Kind.SIGN_UP_SOURCE, 100, Duration.ofHours(1));
    /** Many networks of 64 bits share one of 48 bits; one who has all of them is not many. */
    public static final Limit PER_SITE = new Limit(Kind.SIGN_UP_SITE, 400, Duration.ofHours(1));
    /** More than any club has. Beyond it only those get in who asked hardly anything yet. */
    public static final Limit PER_LIST = new Limit(Kind.SIGN_UP_LIST, 5_000, Duration.ofHours(1));
    /** Few enough that the requests which wait do not fill the store. */
    public static final Limit AT_MOST = new Limit(Kind.SIGN_UP_LIST, 50_000, Duration.ofHours(1));
    /** A family signs up no more of its members than this in an hour; a source with more waits when a list is flooded. */
    private static final Limit FEW = new Limit(Kind.SIGN_UP_SOURCE, 4, Duration.ofHours(1));

    /**
     * From one network for one list, when nothing says that a person filled in the form: embedded forms have no stamp,
     * and where a list asks for work, browsers without JavaScript do none. A class gets by with it, and a robot does not.
     */
    public static final Limit UNPROVEN = new Limit(Kind.SIGN_UP_UNPROVEN, 20, Duration.ofHours(1));

    private final Lists lists;
    private final RateLimits limits;
    private final SignUpRequests requests;
    private final SubscriberIds ids;
    private final Wordings wordings;

    /** What became of a request. */
    public enum Outcome {
        /** The request was taken. Says nothing about what was stored before. */
        ACCEPTED,
        /** There is no such list. */
        UNKNOWN_LIST,
        /** The list does not take new members through the form. */
        CLOSED,
        /** The list takes only addresses of other domains. Says nothing about what is stored, either. */
        OTHER_DOMAIN,
        /** Too many requests came from this source address, or for this list. */
        TOO_MANY,
        /** Too many requests came from this source address that prove nothing; with a proof there may be more. */
        UNPROVEN
    }

    /** What is known of who sends a request. */
    public enum Sender {
        /** The form was open as long as people need, and work was done where the list asks for it. */
        PROVEN,
        /** Nothing says so. */
        UNPROVEN
    }

    /** Tells people from robots at the forms of these lists. */
    public Gate gate(RandomGenerator random) {
        return new Gate(ids, limits, random);
    }

    /** Takes requests to join these lists that come from no form of ours. */
    public Subscribe(Lists lists, RateLimits limits, SignUpRequests requests, SubscriberIds ids) {
        this(lists, limits, requests, ids, Wordings.NONE);
    }

    /**
     * Takes requests to join these lists.
     *
     * @param wordings keeps the words that the forms show
     */
    public Subscribe(Lists lists, RateLimits limits, SignUpRequests requests, SubscriberIds ids, Wordings wordings) {
        this.wordings = new KnownWordings(wordings);
        this.lists = lists;
        this.limits = limits;
        this.requests = requests;
        this.ids = ids;
    }

    /** Keeps the request of somebody whom we take for a person. */
    public Outcome request(SignUp signUp) {
        return request(signUp, Sender.PROVEN);
    }

    /**
     * Keeps the request, which is answered by a mail afterwards. Of several lists, those that are there no more or have
     * closed in the meantime are left out; the source is counted once.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome request(SignUp signUp, Sender sender) {
        var known = signUp.lists().stream().flatMap(id -> lists.find(id).stream()).toList();
        var open = known.stream().filter(list -> list.signUp().open()).toList();
        if (open.isEmpty()) {
            return known.isEmpty() ? Outcome.UNKNOWN_LIST : Outcome.CLOSED;
        }
        var now = signUp.origin().at();
        var source = Source.of(signUp.origin().sourceAddress());
        if (!isWithinLimits(source, now)) {
            return Outcome.TOO_MANY;
        }
        if (!open.stream().allMatch(list -> list.signUp().takes(signUp.address()))) {
            return Outcome.OTHER_DOMAIN;
        }
        for (var list : open) {
            if (!isWithinLimits(list.id(), source, now)) {
                return Outcome.TOO_MANY;
            }
        }
        if (sender == Sender.UNPROVEN && !isWithinLimits(open, source, now)) {
            return Outcome.UNPROVEN;
        }
        take(signUp.only(open.stream().map(MailingList::id).toList()));
        return Outcome.ACCEPTED;
    }

    /**
     * The same, for a form that showed these words. They are kept, so that the record of consent can tell them.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome request(SignUp signUp, Wording shown, Sender sender) {
        wordings.keep(shown);
        return request(signUp, sender);
    }

    /** The same, of somebody whom we take for a person. */
    public Outcome request(SignUp signUp, Wording shown) {
        return request(signUp, shown, Sender.PROVEN);
    }

    private boolean isWithinLimits(Source source, Instant now) {
        return limits.allow(PER_SOURCE, ids.digest(source.network()), now)
                && source.site().map(site -> limits.allow(PER_SITE, ids.digest(site), now)).orElse(true);
    }

    /**
     * A flood from some networks must not close the list to everybody else. The counter is that of all requests for the
     * list, whichever of both limits it is compared with.
     */
    private boolean isWithinLimits(ListId list, Source source, Instant now) {
        var isFlooded = limits.isReached(PER_LIST, list.value(), now);
        return !(isFlooded && limits.isReached(FEW, ids.digest(source.network()), now))
                && limits.allow(AT_MOST, list.value(), now);
    }

    private boolean isWithinLimits(List<MailingList> open, Source source, Instant now) {
        return open.stream().allMatch(
                list -> limits.allow(UNPROVEN, ids.digest(list.id() + " " + source.network()), now));
    }

    /** Keeps the request, whatever the limits and the list say. */
    void take(SignUp signUp) {
        var now = signUp.origin().at().truncatedTo(ChronoUnit.MILLIS);
        requests.add(new SignUpRequest(signUp, ids.of(signUp.address()), now, now, false));
    }

    /** The lists that the front page offers, by their names for people. */
    public List<MailingList> offered() {
        return lists.all().stream().filter(list -> list.signUp().isOffered())
                .sorted(Comparator.comparing((MailingList list) -> list.profile().name(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(list -> list.id().value()))
                .toList();
    }

    /** The list to show a form for, or to say that it is closed. */
    public Optional<MailingList> list(ListId id) {
        return lists.find(id);
    }
}
