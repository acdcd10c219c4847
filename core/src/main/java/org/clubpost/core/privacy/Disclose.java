package org.clubpost.core.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.admin.ActLog;
import org.clubpost.core.admin.History;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.privacy.PersonalData.Named;
import org.clubpost.core.privacy.PersonalData.Named.Part;
import org.clubpost.core.privacy.PersonalData.OnList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.SignUpRequest;
import org.clubpost.core.subscription.SignUpRequests;

/**
 * Gathers what is stored about one person on all lists. The key of an address is the same on every list, so each list
 * is asked for that key; no index is needed, and nobody else's record is read.
 */
public final class Disclose {

    /** So many of the newest posts of each list are looked at, while somebody waits for a page. */
    public static final int WHILE_SOMEBODY_WAITS = 500;

    private final Lists lists;
    private final Subscribers subscribers;
    private final SignUpRequests requests;
    private final Posts posts;
    private final Ranges ranges;
    private final History history;
    private final Wordings wordings;
    private final Bounces bounces;
    private final MemberTexts texts;

    /**
     * Reads these ports.
     *
     * @param log has what happened to people
     * @param wordings has the words that they were shown
     * @param bounces has what came back from them
     * @param texts has what owners remark about them
     */
    public Disclose(Lists lists, Subscribers subscribers, SignUpRequests requests, Posts posts, Ranges ranges,
            ActLog log, Wordings wordings, Bounces bounces, MemberTexts texts) {
        this.history = new History(subscribers, log);
        this.wordings = wordings;
        this.bounces = bounces;
        this.texts = texts;
        this.lists = lists;
        this.subscribers = subscribers;
        this.requests = requests;
        this.posts = posts;
        this.ranges = ranges;
    }

    /**
     * What is stored about that person. Changes nothing.
     *
     * @param most how many of the newest posts of each list are looked at
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public PersonalData of(SubscriberId person, Instant now, int most) {
        return new PersonalData(now, person, lists.all().stream().map(list -> on(list, person, now, most))
                .filter(each -> !each.isEmpty()).toList());
    }

    /**
     * The lists on which the person has a place.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public List<MailingList> lists(SubscriberId person) {
        return lists.all().stream().filter(list -> subscribers.find(list.id(), person)
                .filter(found -> found.subscriber() instanceof Subscriber.Known).isPresent()).toList();
    }

    private OnList on(MailingList list, SubscriberId person, Instant now, int most) {
        var named = new ArrayList<Named>();
        var seen = 0;
        try (var all = posts.of(list.id())) {
            for (var post : (Iterable<Post>) all.limit(most + 1L)::iterator) {
                if (++seen <= most) {
                    named(post, person).ifPresent(named::add);
                }
            }
        }
        var known = subscribers.find(list.id(), person).map(Stored::subscriber);
        var request = requests.find(list.id(), person);
        return new OnList(list, known, request, named, seen <= most, history.of(list.id(), person, now),
                words(known, request), bounces.find(list.id(), person).map(BounceRecord::history).orElseGet(List::of),
                texts(list, person, known, now));
    }

    private List<MemberText> texts(MailingList list, SubscriberId person, Optional<Subscriber> known, Instant now) {
        var keys = new LinkedHashSet<>(List.of(person));
        if (known.isPresent() && known.get() instanceof Subscriber.Confirmed member) {
            keys.addAll(member.keys());
        }
        return keys.stream().flatMap(key -> texts.of(list.id(), key).stream()).filter(text -> !text.isExpired(now))
                .toList();
    }

    private Map<String, String> words(Optional<Subscriber> known, Optional<SignUpRequest> request) {
        var digests = new HashSet<String>();
        request.ifPresent(each -> digests.add(each.signUp().wording()));
        known.flatMap(History::consent).ifPresent(consent -> {
            if (consent instanceof Consent.DoubleOptIn given) {
                digests.addAll(List.of(given.wording(), given.mail()));
            }
        });
        if (known.isPresent() && known.get() instanceof Subscriber.Pending pending) {
            pending.requests().forEach(each -> digests.add(each.wording()));
            digests.add(pending.mail());
        }
        digests.remove("");
        var words = new HashMap<String, String>();
        digests.forEach(digest -> wordings.find(digest).ifPresent(found -> words.put(digest, found)));
        return words;
    }

    private Optional<Named> named(Post post, SubscriberId person) {
        var failure = failure(post, person);
        if (post.parties().authors().contains(person)) {
            return Optional.of(new Named(post, Part.AUTHOR, failure));
        }
        if (post.parties().addressed().contains(person)) {
            return Optional.of(new Named(post, Part.ADDRESSED, failure));
        }
        return failure.isPresent() ? Optional.of(new Named(post, Part.MEMBER, failure)) : Optional.empty();
    }

    /** Only a post that began to go out can have missed somebody. */
    private Optional<Failure> failure(Post post, SubscriberId person) {
        return mayHaveMissed(post) ? ranges.failure(post.id(), person) : Optional.empty();
    }

    private static boolean mayHaveMissed(Post post) {
        return switch (post.state()) {
            case PostState.Done done -> done.tally().failed() > 0;
            case PostState.Cancelled cancelled -> cancelled.tally().failed() > 0;
            case PostState.Sending _ -> true;
            case PostState.Resumed _ -> true;
            case PostState.Paused _ -> true;
            case PostState.Parked _ -> true;
            case PostState.Received _ -> false;
            case PostState.Held _ -> false;
            case PostState.Rejected _ -> false;
            case PostState.Discarded _ -> false;
            case PostState.Waiting _ -> false;
        };
    }
}
