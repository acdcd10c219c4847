package org.clubpost.core.note;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.ForgetWay;

/**
 * Something to do for the members' topic, a mail to write to one person, or somebody to erase. It says where to look; what is wanted is read
 * when it is done.
 */
public sealed interface NoteTask
        permits
        NoteTask.Letter,
        NoteTask.Reckoning,
        NoteTask.Follow,
        NoteTask.NewPost,
        NoteTask.Erase,
        Errand {

    /** A mail to write to one person. */
    sealed interface Letter extends NoteTask {

        /** Who it is about, member or not. */
        SubscriberId subscriber();

        @Override
        default String about() {
            return subscriber().hex();
        }
    }

    /** Something to find out about a list or a post, from which mail came back. */
    sealed interface Reckoning extends NoteTask {}

    /** On which list. */
    ListId list();

    /** When it is due, to the millisecond. */
    Instant due();

    /**
     * What it is about: the key of a subscriber, perhaps with more, or the id of a post. Tasks of one list never mix them
     * up.
     */
    String about();

    /** The same task, due at another time. */
    NoteTask at(Instant later);

    /**
     * A task that a store reads; empty when it is of a kind, or about something, that only another version understands.
     * Such a task stays for that version.
     *
     * @param reading reads it, and throws {@link IllegalArgumentException} or {@link IndexOutOfBoundsException} when it
     *         cannot
     */
    static Optional<NoteTask> understood(Supplier<NoteTask> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException | IndexOutOfBoundsException anotherVersions) {
            return Optional.empty();
        }
    }

    /**
     * Have the topic reach this person as they have chosen by now.
     *
     * @param list the list
     * @param due when
     * @param subscriber who, member or not
     */
    record Follow(ListId list, Instant due, SubscriberId subscriber) implements NoteTask {

        @Override
        public String about() {
            return subscriber.hex();
        }

        @Override
        public Follow at(Instant later) {
            return new Follow(list, later, subscriber);
        }
    }

    /**
     * Say that this post is out.
     *
     * @param list the list
     * @param due when
     * @param post which
     */
    record NewPost(ListId list, Instant due, PostId post) implements NoteTask {

        @Override
        public String about() {
            return post.value();
        }

        @Override
        public NewPost at(Instant later) {
            return new NewPost(list, later, post);
        }
    }

    /**
     * Say goodbye to this person, who left, and later erase what is kept for coming back.
     *
     * @param list the list
     * @param due when
     * @param subscriber who
     */
    record Goodbye(ListId list, Instant due, SubscriberId subscriber) implements Letter {

        @Override
        public Goodbye at(Instant later) {
            return new Goodbye(list, later, subscriber);
        }
    }

    /**
     * Tell this member that they pause, because a link that somebody found is good for that.
     *
     * @param list the list
     * @param due when
     * @param subscriber who
     */
    record PauseBegun(ListId list, Instant due, SubscriberId subscriber) implements Letter {

        @Override
        public PauseBegun at(Instant later) {
            return new PauseBegun(list, later, subscriber);
        }
    }

    /**
     * Remind this person, who asked to join and has not confirmed yet.
     *
     * @param list the list
     * @param due when
     * @param subscriber who
     */
    record Reminder(ListId list, Instant due, SubscriberId subscriber) implements Letter {

        @Override
        public Reminder at(Instant later) {
            return new Reminder(list, later, subscriber);
        }
    }

    /**
     * Tell this member that an owner put them on the list, and how to leave.
     *
     * @param list the list
     * @param due when
     * @param subscriber who
     */
    record Added(ListId list, Instant due, SubscriberId subscriber) implements Letter {

        @Override
        public Added at(Instant later) {
            return new Added(list, later, subscriber);
        }
    }

    /**
     * See to this person's way in. Whoever waits to be let in is asked about, once more later, and their request ends when
     * its time is over. Whoever became a member and was not welcomed is welcomed.
     *
     * @param list the list
     * @param due when
     * @param subscriber who
     */
    record Application(ListId list, Instant due, SubscriberId subscriber) implements Letter {

        @Override
        public Application at(Instant later) {
            return new Application(list, later, subscriber);
        }
    }

    /**
     * Refuse this person, who waits to be let in, because an owner said so where no mail could be sent.
     *
     * @param list the list
     * @param due when
     * @param subscriber who
     */
    record Refusal(ListId list, Instant due, SubscriberId subscriber) implements Letter {

        @Override
        public Refusal at(Instant later) {
            return new Refusal(list, later, subscriber);
        }
    }

    /**
     * Send this member a fresh link to all their settings.
     *
     * @param list the list
     * @param due when
     * @param subscriber who
     */
    record SettingsLink(ListId list, Instant due, SubscriberId subscriber) implements Letter {

        @Override
        public SettingsLink at(Instant later) {
            return new SettingsLink(list, later, subscriber);
        }
    }

    /**
     * Erase this person on a list: from its members, and wherever else they are named there.
     *
     * @param list the list
     * @param due when
     * @param subscriber whom, member or not
     * @param asked when it was asked for, to the millisecond. What the person began after that stays
     * @param way who wants it
     */
    record Erase(ListId list, Instant due, SubscriberId subscriber, Instant asked,
            ForgetWay way) implements NoteTask {

        private static final String SEPARATOR = "@";

        /** Cuts the time. */
        public Erase {
            asked = asked.truncatedTo(ChronoUnit.MILLIS);
        }

        /** The task that is {@linkplain #about about} that. */
        public static Erase of(ListId list, Instant due, String about) {
            var parts = about.split(SEPARATOR, 3);
            return new Erase(list, due, new SubscriberId(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])),
                    ForgetWay.valueOf(parts[2]));
        }

        @Override
        public String about() {
            return String.join(SEPARATOR, subscriber.hex(), Long.toString(asked.toEpochMilli()), way.name());
        }

        @Override
        public Erase at(Instant later) {
            return new Erase(list, later, subscriber, asked, way);
        }
    }

    /**
     * Look after this member, whose mail comes back: find out whether mail arrives, stop it, remind them, take them off.
     *
     * @param list the list
     * @param due when
     * @param subscriber who
     */
    record MailFails(ListId list, Instant due, SubscriberId subscriber) implements Letter {

        @Override
        public MailFails at(Instant later) {
            return new MailFails(list, later, subscriber);
        }
    }

    /**
     * See whether so much comes back from this list that somebody has to act.
     *
     * @param list the list
     * @param due when
     */
    record CheckHealth(ListId list, Instant due) implements Reckoning {

        @Override
        public String about() {
            return "health";
        }

        @Override
        public CheckHealth at(Instant later) {
            return new CheckHealth(list, later);
        }
    }

    /**
     * Tell those who get reports what came back of this post within a day after it had gone out.
     *
     * @param list the list
     * @param due when
     * @param post which
     */
    record ReportReturns(ListId list, Instant due, PostId post) implements Reckoning {

        @Override
        public String about() {
            return post.value();
        }

        @Override
        public ReportReturns at(Instant later) {
            return new ReportReturns(list, later, post);
        }
    }

    /** A mail that has to do with a member's address. */
    sealed interface AboutAddress extends Letter {}

    /**
     * Ask whoever reads the mail of the new address whether this member's mail may come to it.
     *
     * @param list the list
     * @param due when
     * @param subscriber who
     */
    record AskNewAddress(ListId list, Instant due, SubscriberId subscriber) implements AboutAddress {

        @Override
        public AskNewAddress at(Instant later) {
            return new AskNewAddress(list, later, subscriber);
        }
    }

    /**
     * See that this person has the new address on all lists that are meant, and tell the old one.
     *
     * @param list the list
     * @param due when
     * @param subscriber the key of the old address
     */
    record AddressMoved(ListId list, Instant due, SubscriberId subscriber) implements AboutAddress {

        @Override
        public AddressMoved at(Instant later) {
            return new AddressMoved(list, later, subscriber);
        }
    }

    /**
     * Send this person the links to all their memberships, if there are any, because somebody entered the address.
     *
     * @param list any list; the mail is about all of them
     * @param due when
     * @param subscriber the key of the address that was entered
     */
    record LinksWanted(ListId list, Instant due, SubscriberId subscriber) implements AboutAddress {

        @Override
        public LinksWanted at(Instant later) {
            return new LinksWanted(list, later, subscriber);
        }
    }
}
