package org.clubpost.core.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.care.Control;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice.ListDeleted;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;

/**
 * Deletes a list with its members, and brings it back within {@link #TIME_TO_UNDO}. What is on its way is paused at the
 * very time of the deletion, and goes on when the list is back. All owners are told, as far as mail can be sent at the
 * moment.
 */
public final class DeleteLists {

    /** How long a list can come back. */
    public static final Duration TIME_TO_UNDO = Duration.ofDays(7);

    private final Ports ports;
    private final InstantSource clock;

    /**
     * Where that is kept, and how people are told.
     *
     * @param lists the lists
     * @param deleted those that were deleted
     * @param posts their posts
     * @param ranges the ranges of those
     * @param notices tell the owners
     */
    public record Ports(Lists lists, DeletedLists deleted, Posts posts, Ranges ranges, Notices notices) {}

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It is deleted.
         *
         * @param list the list as it was
         * @param until when it can no longer come back
         */
        record Deleted(MailingList list, Instant until) implements Outcome {}

        /**
         * It is back.
         *
         * @param list the list
         */
        record Back(MailingList list) implements Outcome {}

        /** What was typed is not the list's name; nothing was done. */
        record OtherName() implements Outcome {}

        /** There is no such list, or it is too late. */
        record Unknown() implements Outcome {}

        /**
         * The actor may not do that.
         *
         * @param missing what it takes
         */
        record Denied(Permission missing) implements Outcome {}
    }

    /** Deletes lists there. */
    public DeleteLists(Ports ports, InstantSource clock) {
        this.ports = ports;
        this.clock = clock;
    }

    /** The deleted lists that the actor can bring back. */
    public List<DeletedLists.Deleted> mine(Actor actor) {
        return mine(actor, ports.deleted().all(), clock.instant());
    }

    /** Those of these deleted lists that the actor can bring back. */
    public static List<DeletedLists.Deleted> mine(Actor actor, List<DeletedLists.Deleted> all, Instant now) {
        return all.stream().filter(known -> now.isBefore(known.until())
                && Role.may(actor, known.list(), Permission.DELETE_LIST)).toList();
    }

    /**
     * Deletes a list. Done again, it finds no list.
     *
     * @param typed the list's name, typed by whoever wants that, so that it is no slip
     */
    public Outcome delete(Actor actor, ListId id, String typed) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Attempts.<Outcome>until(ports.deleted(), () -> {
            var list = ports.lists().find(id);
            if (list.isEmpty()) {
                return Optional.of(new Outcome.Unknown());
            }
            if (!Role.may(actor, list.get(), Permission.DELETE_LIST)) {
                return Optional.of(new Outcome.Denied(Permission.DELETE_LIST));
            }
            if (!isName(list.get(), typed)) {
                return Optional.of(new Outcome.OtherName());
            }
            return delete(actor, list.get(), at);
        });
    }

    private Optional<Outcome> delete(Actor actor, MailingList list, Instant at) {
        var control = new Control(ports.posts().by(Deed.of(actor)), ports.ranges(), InstantSource.fixed(at));
        try (var open = ports.posts().unsettled(list.id())) {
            open.map(Post::id).toList().forEach(control::pause);
        }
        var until = at.plus(TIME_TO_UNDO);
        if (!ports.deleted().by(Deed.of(actor)).delete(list, until)) {
            return Optional.empty();
        }
        tell(list, actor, Optional.of(until));
        return Optional.of(new Outcome.Deleted(list, until));
    }

    private static boolean isName(MailingList list, String typed) {
        return list.profile().name().strip().toLowerCase(Locale.ROOT).equals(typed.strip().toLowerCase(Locale.ROOT));
    }

    /** Brings a list back, as it was. May be repeated: what is back stays so, and posts that still rest go on. */
    public Outcome restore(Actor actor, ListId id) {
        var deleted = ports.deleted().find(id);
        if (deleted.isEmpty()) {
            return new Outcome.Unknown();
        }
        var list = deleted.get().list();
        if (!Role.may(actor, list, Permission.DELETE_LIST)) {
            return new Outcome.Denied(Permission.DELETE_LIST);
        }
        if (!clock.instant().isBefore(deleted.get().until())) {
            return new Outcome.Unknown();
        }
        goOn(actor, id, deleted.get().until().minus(TIME_TO_UNDO));
        if (!ports.deleted().by(Deed.of(actor)).restore(id, clock.instant())) {
            return new Outcome.Unknown();
        }
        tell(list, actor, Optional.empty());
        return new Outcome.Back(list);
    }

    /**
     * Lets those posts go on that were paused together with the deletion. It comes first: nothing goes out before the
     * list is back, and who dies between the two does it again.
     */
    private void goOn(Actor actor, ListId id, Instant at) {
        var control = new Control(ports.posts().by(Deed.of(actor)), ports.ranges(), clock);
        try (var open = ports.posts().unsettled(id)) {
            open.filter(post -> post.state() instanceof PostState.Paused paused && paused.at().equals(at))
                    .map(Post::id).toList().forEach(control::resume);
        }
    }

    private void tell(MailingList list, Actor actor, Optional<Instant> until) {
        for (var owner : list.people().owners()) {
            try {
                ports.notices().send(new ListDeleted(list, owner, actor, until));
            } catch (UnavailableException notTold) {
                // It is done, and whoever did it knows. Done again for the sake of the mail, it would be no change.
            }
        }
    }
}
