package org.clubpost.core.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.subscriber.Forwarding;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.MemberLinks.Meant;

/**
 * What members change about themselves with a link. The link in their mails is good for what does no harm when somebody
 * finds it in a forwarded mail: to pause, the language, their own posts, to leave. With it they can have a fresh link
 * sent to their own address, which ends soon, and is good for everything.
 */
public final class Manage {

    private final Subscribers subscribers;
    private final MemberLinks links;
    private final NoteTasks tasks;

    /** How much a link is good for. */
    public enum Reach {
        /** For the settings that say nothing about the member. */
        USUAL,
        /** For all of them. */
        EVERYTHING
    }

    /** What a member chose. */
    public sealed interface Choice {

        /** Which link it takes. */
        Reach needs();

        /** That member, as chosen. */
        Subscriber.Confirmed of(Subscriber.Confirmed member);

        /**
         * What every link is good for.
         *
         * @param language the language for our mails to them
         * @param ownPosts what they get when they post
         * @param copyWhenAddressed whether the list sends its copy of a mail that is addressed to them anyway
         * @param pausedUntil the day on which the list's mail goes on to them; empty for no pause
         */
        record Usual(Locale language, OwnPosts ownPosts, boolean copyWhenAddressed,
                Optional<LocalDate> pausedUntil) implements Choice {

            @Override
            public Reach needs() {
                return Reach.USUAL;
            }

            @Override
            public Subscriber.Confirmed of(Subscriber.Confirmed member) {
                return member.with(language).with(member.settings().with(ownPosts)
                        .withCopyWhenAddressed(copyWhenAddressed).pausedUntil(pausedUntil));
            }
        }

        /**
         * That, and what only a fresh link is good for.
         *
         * @param usual what every link is good for
         * @param name the name, or none
         * @param notification how they are told of new posts
         */
        record Everything(Usual usual, PersonName name, Notification notification) implements Choice {

            @Override
            public Reach needs() {
                return Reach.EVERYTHING;
            }

            @Override
            public Subscriber.Confirmed of(Subscriber.Confirmed member) {
                var changed = usual.of(member).with(name);
                return changed.with(changed.settings().with(notification));
            }
        }
    }

    /** What a link is good for at the moment, or what came of using it. */
    public sealed interface Outcome {

        /**
         * A member, with what is known of them now.
         *
         * @param list the list
         * @param member the member
         * @param reach what the link is good for; a fresh link whose time is over is as good as the one in the mails
         */
        record Member(MailingList list, Subscriber.Confirmed member, Reach reach) implements Outcome {}

        /**
         * Nothing was changed, because that takes a fresh link.
         *
         * @param list the list
         * @param member the member
         */
        record NeedsFreshLink(MailingList list, Subscriber.Confirmed member) implements Outcome {}

        /**
         * The link is good, but there is no membership: it ended.
         *
         * @param list the list
         */
        record NotMember(MailingList list) implements Outcome {}

        /**
         * The link is ours and short, and fits nobody who is a member now: the membership ended, or the end of the link
         * was changed. Which of the two is not known, and not told.
         *
         * @param list the list
         */
        record Unfitting(MailingList list) implements Outcome {}

        /** The link is none of ours, or was made for something else. */
        record Invalid() implements Outcome {}
    }

    /**
     * Manages for these ports.
     *
     * @param tasks takes the wish for a fresh link, which is sent soon after
     */
    public Manage(Lists lists, Subscribers subscribers, MembershipTokens tokens, NoteTasks tasks) {
        this.subscribers = subscribers;
        this.links = new MemberLinks(lists, subscribers, tokens);
        this.tasks = tasks;
    }

    /**
     * Says whose settings the link leads to. Changes nothing, however often it is called.
     *
     * @param token the text from the link
     */
    public Outcome look(String token, Instant now) {
        return follow(token, (list, link) -> new Forwarding(subscribers).find(list.id(), link.subscriber())
                .<Outcome>map(found -> new Outcome.Member(list, found.member(), reach(link, found, now)))
                .orElseGet(() -> new Outcome.NotMember(list)));
    }

    /**
     * Stores what the member chose in place of what was known. May be repeated.
     *
     * @param token the text from the link
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome change(String token, Choice choice, Instant now) {
        return follow(token, (list, link) -> {
            if (!(look(token, now) instanceof Outcome.Member(_, var seen, var reach))) {
                return new Outcome.NotMember(list);
            }
            if (choice.needs() == Reach.EVERYTHING && reach != Reach.EVERYTHING) {
                return new Outcome.NeedsFreshLink(list, seen);
            }
            return Membership.change(subscribers, list.id(), link.subscriber(), choice::of)
                    .<Outcome>map(member -> new Outcome.Member(list, member, reach))
                    .orElseGet(() -> new Outcome.NotMember(list));
        });
    }

    /**
     * Has a fresh link sent to the member's own address. Nobody sees here how often that happened before; {@link
     * MemberLetters} sends no more than it may. Wishes of the same minute are one.
     *
     * @param token the text from the link
     * @return {@link Outcome.Member}, {@link Outcome.NotMember}, {@link Outcome.Unfitting} or {@link Outcome.Invalid}
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public Outcome sendFreshLink(String token, Instant now) {
        var outcome = look(token, now);
        if (outcome instanceof Outcome.Member(var list, var member, _)) {
            tasks.add(List.of(new NoteTask.SettingsLink(list.id(), now.truncatedTo(ChronoUnit.MINUTES), member.id())));
        }
        return outcome;
    }

    /** A fresh link proves that somebody read the mail of the address of then, and no later one. */
    private static Reach reach(MembershipLink link, Forwarding.Found found, Instant now) {
        return link.purpose() == LinkPurpose.FRESH_SETTINGS && link.time().filter(now::isBefore).isPresent()
                && !found.isForwarded()
                        ? Reach.EVERYTHING
                        : Reach.USUAL;
    }

    /** What to do when the link is good. */
    private interface Act {

        Outcome on(MailingList list, MembershipLink link);
    }

    private Outcome follow(String token, Act act) {
        return switch (links.meant(token)) {
            case Meant.Somebody(var list, var link) when leadsHere(link.purpose()) -> act.on(list, link);
            case Meant.NoMember(var list, var seen) when leadsHere(seen.purpose()) -> new Outcome.Unfitting(list);
            case Meant.Somebody _,Meant.NoMember _,Meant.Unknown _ -> new Outcome.Invalid();
        };
    }

    private static boolean leadsHere(LinkPurpose purpose) {
        return purpose == LinkPurpose.MANAGE_PAGE || purpose == LinkPurpose.FRESH_SETTINGS;
    }
}
