package org.clubpost.core.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.JointToken;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Confirms or withdraws the requests for several lists by one link.
 *
 * <p>Nothing about the link as a whole is stored: each list's own request holds its digest. So a list can be confirmed
 * by another way, withdrawn, expired or removed by itself, and the link is good for the others. When this dies half-way,
 * some lists are confirmed, and the next press does the rest. What it costs grows with the number of lists and with
 * nothing that a stranger can send.
 */
public final class ConfirmJoint {

    private final Lists lists;
    private final Subscribers subscribers;
    private final Confirm confirm;
    private final Share share;

    /**
     * How the lists of a link stand.
     *
     * @param open those that can be confirmed
     * @param members those that were confirmed with this link, and on which the person is
     * @param waiting those that were confirmed with it, and whose owners decide
     */
    public record State(List<MailingList> open, List<MailingList> members, List<MailingList> waiting) {

        /** Copies the lists. */
        public State {
            open = List.copyOf(open);
            members = List.copyOf(members);
            waiting = List.copyOf(waiting);
        }

        boolean isEmpty() {
            return open.isEmpty() && members.isEmpty() && waiting.isEmpty();
        }
    }

    /** What a link is good for at the moment, or what came of using it. */
    public sealed interface Outcome {

        /**
         * There are requests that can be confirmed or withdrawn.
         *
         * @param state how the lists stand
         * @param language the language of the requests
         * @param address whose they are
         */
        record Open(State state, Locale language, EmailAddress address) implements Outcome {}

        /**
         * All requests of the link are confirmed.
         *
         * @param state how the lists stand; none is open
         * @param confirmed those that were confirmed just now, also where the owners decide
         */
        record Joined(State state, List<MailingList> confirmed) implements Outcome {

            /** Copies the lists. */
            public Joined {
                confirmed = List.copyOf(confirmed);
            }

            /** Whether some were confirmed just now. */
            public boolean isNew() {
                return !confirmed.isEmpty();
            }
        }

        /** The requests were withdrawn just now. */
        record Withdrawn() implements Outcome {}

        /**
         * The time of the link is over for all its requests, and some are still known: they can be withdrawn, and a fresh
         * link can be sent ({@link FreshLink}).
         *
         * @param requests how each stands, in the order of their lists; at least one
         */
        record Expired(List<Confirm.Outcome.Expired> requests) implements Outcome {

            /** Copies the requests. */
            public Expired {
                requests = List.copyOf(requests);
            }

            /** The lists. */
            public List<MailingList> lists() {
                return requests.stream().map(Confirm.Outcome.Expired::list).toList();
            }

            /** Who asked. */
            public Person person() {
                return requests.getFirst().request().person();
            }
        }

        /** There is no request for the link: its time is over, they were withdrawn, or it never was ours. */
        record Gone() implements Outcome {}
    }

    /**
     * Confirms for these ports.
     *
     * @param confirm confirms each of the lists
     * @param share who confirms has read the mail, so it counts no more
     */
    ConfirmJoint(Lists lists, Subscribers subscribers, Confirm confirm, Share share) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.confirm = confirm;
        this.share = share;
    }

    /**
     * Says what the link is good for. Changes nothing, however often it is called.
     *
     * @return any outcome but {@link Outcome.Withdrawn}
     */
    public Outcome look(JointToken token, Instant now) {
        var open = new ArrayList<MailingList>();
        var members = new ArrayList<MailingList>();
        var waiting = new ArrayList<MailingList>();
        var asked = new ArrayList<Person>();
        var late = new ArrayList<Confirm.Outcome.Expired>();
        for (var id : lists.ids()) {
            find(token, id).ifPresent(found -> {
                switch (found) {
                    case Confirm.Found.Request request when request.request().isExpired(now) ->
                        late.add(new Confirm.Outcome.Expired(request.list(), request.request()));
                    case Confirm.Found.Request request -> {
                        open.add(request.list());
                        asked.add(request.request().person());
                    }
                    case Confirm.Found.Member member -> members.add(member.list());
                    case Confirm.Found.Applicant applicant -> waiting.add(applicant.list());
                    case Confirm.Found.Nothing _ -> {
                        // The link is not good for this list.
                    }
                }
            });
        }
        var state = new State(open, members, waiting);
        if (state.isEmpty()) {
            var offered = late.stream().filter(each -> FreshLink.isOffered(each.list(), each.request())).toList();
            return offered.isEmpty() ? new Outcome.Gone() : new Outcome.Expired(offered);
        }
        return asked.isEmpty()
                ? new Outcome.Joined(state, List.of())
                : new Outcome.Open(state, asked.getFirst().language(), asked.getFirst().address());
    }

    /**
     * Confirms all requests of the link, one after the other. May be repeated: what an earlier call left undone is done
     * then.
     *
     * @param origin the act of pressing the button
     * @return {@link Outcome.Joined}, {@link Outcome.Expired} or {@link Outcome.Gone}
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome confirm(JointToken token, Origin origin) {
        var members = new ArrayList<MailingList>();
        var waiting = new ArrayList<MailingList>();
        var confirmed = new ArrayList<MailingList>();
        for (var id : lists.ids()) {
            switch (confirm(token, id, origin)) {
                case Confirm.Outcome.Joined(var list, var member) -> {
                    confirmed.add(list);
                    share.jointAnswered(member.person().address(), origin.at());
                    members.add(list);
                }
                case Confirm.Outcome.Applied(var list, var applicant) -> {
                    confirmed.add(list);
                    share.jointAnswered(applicant.person().address(), origin.at());
                    waiting.add(list);
                }
                case Confirm.Outcome.AlreadyJoined(var list) -> members.add(list);
                case Confirm.Outcome.AlreadyApplied(var list) -> waiting.add(list);
                case Confirm.Outcome.Unproven _ -> {
                    // The link is not good for this list.
                }
            }
        }
        var state = new State(List.of(), members, waiting);
        return state.isEmpty() ? look(token, origin.at()) : new Outcome.Joined(state, confirmed);
    }

    private Confirm.Outcome confirm(JointToken token, ListId id, Origin origin) {
        return Attempts.until(subscribers, () -> find(token, id)
                .map(found -> confirm.finish(found, origin))
                .orElseGet(() -> Optional.of(new Confirm.Outcome.Invalid())));
    }

    /**
     * Removes all requests of the link that are not confirmed, and nothing that was known before them.
     *
     * @return {@link Outcome.Withdrawn}, {@link Outcome.Joined} when all are confirmed, or {@link Outcome.Gone}
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome withdraw(JointToken token, Instant now) {
        var withdrawn = false;
        for (var id : lists.ids()) {
            withdrawn |= Attempts.until(subscribers, () -> drop(token, id));
        }
        return withdrawn ? new Outcome.Withdrawn() : look(token, now);
    }

    /** Empty when somebody else was quicker. */
    private Optional<Boolean> drop(JointToken token, ListId id) {
        var found = find(token, id);
        if (found.isEmpty() || !(found.get() instanceof Confirm.Found.Request request)) {
            return Optional.of(false);
        }
        return Confirm.drop(subscribers, request.stored(), request.request().past())
                ? Optional.of(true)
                : Optional.empty();
    }

    /** What the link is good for on that list; empty when it is good for nothing there. */
    private Optional<Confirm.Found> find(JointToken token, ListId id) {
        TokenDigest link = token.digest();
        return subscribers.find(id, token.subscriber())
                .flatMap(stored -> lists.find(id).map(list -> Confirm.match(link, list, stored)))
                .filter(found -> !(found instanceof Confirm.Found.Nothing));
    }
}
