package org.clubpost.core.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.post.Post;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.subscriber.Person;

/** What became of one line of commands. The words are those of the reader's language. */
public sealed interface CommandResult {

    /** What there is to say in one sentence. Its words are named by the constant's name. */
    enum Word {
        /** They are a member now. */
        ADDED,
        /** The same, and nothing is on record but that an owner added them by mail. */
        ADDED_WITHOUT_REASON,
        /** They waited for the owners, and are a member now. */
        LET_IN,
        /** They are a member already. */
        ALREADY_MEMBER,
        /** They left, and only they can come back. */
        STAYS_AWAY,
        /** They must not be written to. */
        NOT_WRITTEN_TO,
        /** They are asked by mail. */
        INVITED,
        /** They confirmed, and wait for the owners. */
        WAITS_TO_BE_LET_IN,
        /** No more people can be invited today. */
        TOO_MANY_INVITED,
        /** They are off the list, or their request is dropped. */
        REMOVED,
        /** They waited for the owners, and are told that they are not let in. */
        NOT_LET_IN,
        /** They are no member. */
        NOT_A_MEMBER,
        /** The list's mail goes on to them. */
        RESUMED,
        /** That is no day on which a pause may end. */
        NO_SUCH_DAY,
        /** The mail goes out. */
        SENT,
        /** The mail waits, and goes out at its time. */
        SENT_LATER,
        /** The mail does not go out, and its author was told. */
        REFUSED,
        /** The mail does not go out, and nobody was told. */
        REFUSED_SILENTLY,
        /** Its author has to say first that the mail is theirs. */
        AUTHOR_DECIDES,
        /** Somebody has decided about the mail, or its time is over. */
        SETTLED,
        /** No mail has that number. */
        NO_SUCH_MAIL,
        /** The act was undone. */
        UNDONE,
        /** The act was undone but for roles, and people are asked whether they want theirs back. */
        UNDO_ASKED,
        /** Something has changed since, so that it was not undone. */
        CHANGED_SINCE,
        /** It cannot be undone. */
        FINAL,
        /** The log has no such act. */
        NO_SUCH_ACT,
        /** The role does not include it. */
        NOT_ALLOWED,
        /** There is no such command. */
        NOT_UNDERSTOOD,
        /** Nothing in the mail is a command. */
        NOTHING,
        /** It answers a mail about a held post, and does not say what to do. */
        UNDECIDED,
        /** So many lines are not read. */
        TOO_LONG,
        /** The mail was written too long ago. */
        TOO_OLD
    }

    /**
     * A sentence.
     *
     * @param word which
     * @param about whom or what it is about, as typed; may be empty
     * @param undo what undoes it; empty when nothing does
     */
    record Told(Word word, String about, Optional<EntryId> undo) implements CommandResult {

        /** What nothing undoes. */
        public Told(Word word, String about) {
            this(word, about, Optional.empty());
        }
    }

    /**
     * The list's mail to a member pauses.
     *
     * @param about the member's address
     * @param until the day on which it goes on
     * @param undo what undoes it; empty when nothing does
     */
    record Paused(String about, LocalDate until, Optional<EntryId> undo) implements CommandResult {}

    /**
     * The mail cannot be sent.
     *
     * @param about its number
     * @param reason why
     */
    record CannotBeSent(String about, Reason reason) implements CommandResult {}

    /**
     * It is a command that lacks something.
     *
     * @param syntax how it is written
     */
    record Unfitting(String syntax) implements CommandResult {}

    /**
     * The members.
     *
     * @param count how many there are
     * @param shown some of them, or all; empty when the reader may not see them
     */
    record Members(long count, List<Person> shown) implements CommandResult {

        /** Copies the list. */
        public Members {
            shown = List.copyOf(shown);
        }
    }

    /**
     * The mails that wait for a decision.
     *
     * @param mails some of them, or all
     * @param areMore whether there are more
     */
    record HeldMails(List<HeldMail> mails, boolean areMore) implements CommandResult {

        /** Copies the list. */
        public HeldMails {
            mails = List.copyOf(mails);
        }
    }

    /**
     * A mail that waits.
     *
     * @param code its number
     * @param headline what it says of itself
     * @param reason why it waits
     * @param until how long
     */
    record HeldMail(String code, Post.Headline headline, Reason reason, Instant until) {}

    /**
     * What can be commanded.
     *
     * @param commands each
     */
    record Help(List<Explained> commands) implements CommandResult {

        /** Copies the list. */
        public Help {
            commands = List.copyOf(commands);
        }
    }

    /**
     * A command.
     *
     * @param name its name, by which its explanation is found
     * @param syntax how it is written
     */
    record Explained(String name, String syntax) {}
}
