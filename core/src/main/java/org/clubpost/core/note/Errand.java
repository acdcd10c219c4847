package org.clubpost.core.note;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;

/**
 * Something that was decided where no mail can be sent, as on the command line, and is to be carried out.
 *
 * @param list the list
 * @param due when, to the millisecond
 * @param what what is to be done
 * @param tries how often that was tried in vain
 */
public record Errand(ListId list, Instant due, What what, int tries) implements NoteTask {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    /** So many doublings of the first wait are more than the longest. */
    private static final int DOUBLINGS = 9;
    private static final String TRIES = "~";

    /** Cuts the time. */
    public Errand {
        due = due.truncatedTo(ChronoUnit.MILLIS);
    }

    /** One that was not tried yet. */
    public static Errand of(ListId list, Instant due, What what) {
        return new Errand(list, due, what, 0);
    }

    /**
     * Reads what {@link #about} gives.
     *
     * @param what reads what {@link What#words} gives
     * @throws IllegalArgumentException when it is nothing that this version understands
     */
    public static Errand read(ListId list, Instant due, String about, Function<String, What> what) {
        var mark = about.indexOf(TRIES);
        return mark < 0
                ? of(list, due, what.apply(about))
                : new Errand(list, due, what.apply(about.substring(0, mark)),
                        Integer.parseInt(about.substring(mark + 1)));
    }

    @Override
    public String about() {
        return what.words() + (tries == 0 ? "" : TRIES + tries);
    }

    @Override
    public Errand at(Instant later) {
        return new Errand(list, later, what, tries);
    }

    /** The same after one more try in vain, due after a wait that grows from ten seconds to an hour. */
    public Errand triedAt(Instant now) {
        var wait = tries > DOUBLINGS ? LONGEST_WAIT : FIRST_WAIT.multipliedBy(1L << tries);
        return new Errand(list, now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT), what, tries + 1);
    }

    /** What is to be done. */
    public sealed interface What {

        /** It in a few words, which are stored and never change. They have no {@code ~}. */
        String words();
    }

    /**
     * Carry out what the operator decided about a held post.
     *
     * @param post which
     * @param wish what was decided
     */
    public record Decision(PostId post, Wish wish) implements What {

        private static final String SEPARATOR = "@";

        /** What can be decided. The names are stored, and never change. */
        public enum Wish {
            /** That it goes out. */
            SEND,
            /** That it does not, and its author is told; the post's state says why. */
            REFUSE
        }

        /** Reads {@link #words}. */
        public static Decision of(String words) {
            var parts = words.split(SEPARATOR, 2);
            return new Decision(new PostId(parts[0]), Wish.valueOf(parts[1]));
        }

        @Override
        public String words() {
            return post.value() + SEPARATOR + wish.name();
        }
    }

    /**
     * Send the mail that asks somebody to run the list, or to decide about its posts.
     *
     * @param entry the entry of the log that says whom
     */
    public record RoleOffer(EntryId entry) implements What {

        @Override
        public String words() {
            return entry.value();
        }
    }

    /**
     * Send a draft to its author alone, as members would get it.
     *
     * @param draft the name under which the draft lies
     */
    public record TestCopy(String draft) implements What {

        @Override
        public String words() {
            return draft;
        }
    }

    /**
     * Tell the owners, and those whom it is about, who has come to run the list and who has gone.
     *
     * @param entry the entry of the log that says so
     */
    public record PeopleNews(EntryId entry) implements What {

        @Override
        public String words() {
            return entry.value();
        }
    }

    /**
     * Tell those who may make lists, and whom it is about, that somebody may or may not any more. The list only lends its
     * address.
     *
     * @param at when that was done, which says what was done
     */
    public record MakersNews(Instant at) implements What {

        /** Reads {@link #words}. */
        public static MakersNews of(String words) {
            return new MakersNews(Instant.ofEpochMilli(Long.parseLong(words)));
        }

        @Override
        public String words() {
            return Long.toString(at.toEpochMilli());
        }
    }
}
