package org.clubpost.cli.members;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.SubscriberStatus;

/** What a listing says about a subscriber. */
final class MemberLine {

    private MemberLine() {}

    static String status(Subscriber subscriber) {
        return SubscriberStatus.of(subscriber).word();
    }

    /** When the subscriber came into this state, to the second. */
    static Instant since(Subscriber subscriber) {
        var at = switch (subscriber) {
            case Subscriber.Pending pending -> pending.requested().at();
            case Subscriber.Confirmed member -> member.since();
            case Subscriber.Applied applied -> applied.at();
            case Subscriber.Gone gone -> gone.at();
        };
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What a member chose for their own posts; empty for anyone who is not a member. */
    static String ownPosts(Subscriber subscriber) {
        return subscriber instanceof Subscriber.Confirmed member ? member.settings().ownPosts().word() : "";
    }

    /** The groups that a member is in, such as {@code board, students}; empty for anyone who is not a member. */
    static String groups(Subscriber subscriber) {
        return subscriber instanceof Subscriber.Confirmed member
                ? member.groups().stream().sorted().map(GroupName::value).collect(Collectors.joining(", "))
                : "";
    }

    /** Why no mail is sent to somebody, such as {@code mailbox-full} or {@code complaint}; empty for everybody else. */
    static String stopped(Subscriber subscriber) {
        return subscriber instanceof Subscriber.Suppressed stopped ? switch (stopped.why()) {
            case Stopped.Bouncing(var reason) -> reason.word();
            case Stopped.Complaint _ -> "complaint";
        } : "";
    }

    /** Whether a member who is addressed gets a copy, yes or no; empty for anyone who is not a member. */
    static String copyWhenAddressed(Subscriber subscriber) {
        return subscriber instanceof Subscriber.Confirmed member
                ? member.settings().copyWhenAddressed() ? "yes" : "no"
                : "";
    }

    /** How a member is told of new posts: none, mail or phone, without the number; empty for anyone else. */
    static String notify(Subscriber subscriber) {
        return subscriber instanceof Subscriber.Confirmed member ? switch (member.settings().notification()) {
            case Notification.None _ -> "none";
            case Notification.ByMail _ -> "mail";
            case Notification.ByPhone _ -> "phone";
        } : "";
    }

    /** The day on which the list's mail goes on to a member who pauses, such as 2026-12-31; empty for anyone else. */
    static String pausedUntil(Subscriber subscriber, MailingList list, Instant now) {
        return subscriber instanceof Subscriber.Confirmed member
                ? member.settings().pauseAt(now, list.dispatch().zone()).map(LocalDate::toString).orElse("")
                : "";
    }

    /** Whether it is an unconfirmed request that has expired, which counts as gone. */
    static boolean isGone(Subscriber subscriber, Instant now) {
        return subscriber instanceof Subscriber.Pending pending && pending.isExpired(now);
    }
}
