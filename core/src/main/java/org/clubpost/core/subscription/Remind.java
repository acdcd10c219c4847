package org.clubpost.core.subscription;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.Attempts;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.consent.KnownWordings;
import org.clubpost.core.consent.Wording;
import org.clubpost.core.consent.Wordings;
import org.clubpost.core.limit.Unanswered.Turn;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.link.ReplyTokens;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Reminds people who asked to join and have not confirmed: once for a request, with a further link that works as long
 * as the first one. Who asked for several lists at once gets one reminder, whose link is good for all that are left.
 *
 * <p>The reminder is a mail to somebody of whom nothing is proven, so it counts in their {@link Share}. It is recorded
 * before it is sent, by its link among those of the request. So somebody who dies in between has sent none rather than
 * two; when the provider takes none, the record is undone, and the mail is tried again. The link is a keyed hash of the
 * request, and so the same in every attempt.
 */
final class Remind {

    private final Lists lists;
    private final Subscribers subscribers;
    private final Notices notices;
    private final Wordings wordings;
    private final PublicLinks links;
    private final Share share;
    private final InstantSource clock;

    Remind(Lists lists, Subscribers subscribers, Notices notices, Wordings wordings, PublicLinks links, Share share,
            InstantSource clock) {
        this.lists = lists;
        this.subscribers = subscribers;
        this.notices = notices;
        this.wordings = new KnownWordings(wordings);
        this.links = links;
        this.share = share;
        this.clock = clock;
    }

    /**
     * Sends the reminder, if it is still wanted.
     *
     * @return when to try again, because a mail went to the same mailbox a short time ago; empty when this is done
     * @throws UnavailableException safe to repeat
     */
    Optional<Instant> write(NoteTask.Reminder task) {
        var list = lists.find(task.list()).filter(known -> known.signUp().open() && known.signUp().reminds());
        return list.isEmpty()
                ? Optional.empty()
                : Attempts.until(subscribers, () -> remind(list.get(), task));
    }

    /** The inner one is empty when it is done; the outer one when somebody else changed the request in the meantime. */
    private Optional<Optional<Instant>> remind(MailingList list, NoteTask.Reminder task) {
        var now = clock.instant();
        var found = waiting(list, task.subscriber(), now);
        if (found.isEmpty() || isReminded(found.get().request())) {
            return Optional.of(Optional.empty());
        }
        var own = found.get();
        var others = askedWith(own, now);
        return switch (others.isEmpty()
                ? share.takeForReminder(own.request(), now)
                : share.takeForJointReminder(own.request(), now)) {
            case Turn.Never _ -> Optional.of(Optional.empty());
            case Turn.Later(var at) -> Optional.of(Optional.of(at));
            case Turn.Now _ -> (others.isEmpty() ? send(own) : send(own, others))
                    ? Optional.of(Optional.empty())
                    : Optional.empty();
        };
    }

    /** A request that can be confirmed. */
    private record Waiting(MailingList list, Stored stored, Subscriber.Pending request) {}

    private Optional<Waiting> waiting(MailingList list, SubscriberId person, Instant now) {
        return subscribers.find(list.id(), person)
                .flatMap(stored -> stored.subscriber() instanceof Subscriber.Pending request && !request.isExpired(now)
                        ? Optional.of(new Waiting(list, stored, request))
                        : Optional.empty());
    }

    private boolean isReminded(Subscriber.Pending request) {
        return request.links().contains(share.reminderLink(request).digest())
                || request.links().contains(share.jointReminderLink(request).digest());
    }

    /** The requests for other lists that one and the same act made, and that are open as well. */
    private List<Waiting> askedWith(Waiting own, Instant now) {
        return lists.ids().stream().filter(id -> !id.equals(own.list().id())).flatMap(id -> lists.find(id).stream())
                .filter(list -> list.signUp().open())
                .flatMap(list -> waiting(list, own.request().id(), now).stream())
                .filter(other -> other.request().requested().equals(own.request().requested())).toList();
    }

    /** False when somebody else changed the request in the meantime. */
    private boolean send(Waiting own) {
        var link = share.reminderLink(own.request());
        var person = own.request().person();
        var mail = new JoinNotice.ConfirmationReminder(own.list(), person.address(), person.language(),
                links.confirm(link), links.withdraw(link), own.request().expiresAt(),
                answer(own, link.digest()));
        return send(List.of(own), new Sent(mail, link.digest(), keepWords(notices.words(mail))));
    }

    /** The same for several lists: one mail, whose link is good for all of them. */
    private boolean send(Waiting own, List<Waiting> others) {
        var link = share.jointReminderLink(own.request());
        var person = own.request().person();
        // Their own one is the last to be recorded: what dies before that is done again, and after that, no more.
        var all = Stream.concat(others.stream(), Stream.of(own)).toList();
        var mail = new JoinNotice.JointConfirmationReminder(
                all.stream().map(Waiting::list).sorted(Comparator.comparing(list -> list.id().value())).toList(),
                person.address(), person.language(), links.confirm(link), links.withdraw(link),
                all.stream().map(each -> each.request().expiresAt()).min(Instant::compareTo).orElseThrow(),
                answer(own, link.digest()));
        return send(all, new Sent(mail, link.digest(), keepWords(notices.words(mail))));
    }

    private Optional<EmailAddress> answer(Waiting own, TokenDigest link) {
        return Optional.of(own.list().confirmAddress(
                new ReplyTokens(share.ids()).of(own.request().id(), link)));
    }

    /** Their SHA-256; empty when nobody keeps them. */
    private String keepWords(Optional<Wording> words) {
        words.ifPresent(wordings::keep);
        return words.map(Wording::digest).orElse("");
    }

    /** A reminder, its link, and its words as they stand in the record of consent. */
    private record Sent(Notice mail, TokenDigest link, String words) {

        Subscriber.Pending in(Subscriber.Pending request) {
            return request.with(link, words);
        }
    }

    private boolean send(List<Waiting> all, Sent reminder) {
        for (var each : all) {
            if (!each.request().links().contains(reminder.link())
                    && !subscribers.replace(each.stored(), reminder.in(each.request()))) {
                return false;
            }
        }
        try {
            notices.send(reminder.mail());
        } catch (UnavailableException notTaken) {
            all.forEach(each -> undo(each, reminder));
            throw notTaken;
        }
        return true;
    }

    private void undo(Waiting each, Sent reminder) {
        subscribers.find(each.list().id(), each.request().id())
                .filter(now -> now.subscriber().equals(reminder.in(each.request())))
                .ifPresent(now -> subscribers.replace(now, each.request()));
    }
}
