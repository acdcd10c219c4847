package org.clubpost.core.reason;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a mail, a post or a copy did not simply go on. A cause with its values is kept, never a sentence, so that
 * everybody can read it in their own language.
 *
 * @param cause the kind of reason
 * @param values what the sentence names, such as a size
 */
public record Reason(Cause cause, List<String> values) {

    /** The kinds of reasons. Their codes are stored: a name that was in use must stay readable. */
    public enum Cause {

        /**
         * Words that are shown as they are, such as a sentence that an earlier version stored; the value is the words.
         */
        QUOTED,

        // Of mails that were taken in.

        /** It is a bounce. */
        BOUNCE,
        /** It was sent by us before. */
        LOOP,
        /** It passed through more servers than mails usually do. */
        TOO_MANY_HOPS,
        /** Its author is one of our lists. */
        FROM_OURS,
        /** A program sent it. */
        AUTOMATIC,
        /** It bears a mark of programs, which people's mails can bear too; the value is the field. */
        MARKED_AUTOMATIC,
        /** It looks like the answer or the report of a program. */
        LOOKS_AUTOMATIC,
        /** It answers an invitation. */
        CALENDAR_ANSWER,
        /** A virus was found in it. */
        VIRUS,
        /** It was taken for spam. */
        SPAM,
        /** The owners want no mail from this address. */
        BANNED,
        /** Nothing proves who wrote it. */
        UNPROVEN,
        /** The author may post, but must confirm that this mail is theirs. */
        AUTHOR_TO_CONFIRM,
        /** The same, and the author has been asked about other mails already. */
        UNPROVEN_AGAIN,
        /** It names no author, or several authors. */
        NO_AUTHOR,
        /** The author may not post. */
        MAY_NOT_POST,
        /** It is too large; the value is the limit. */
        TOO_LARGE,
        /** It was addressed to too many at once; the value is the limit. */
        TOO_MANY_RECIPIENTS,
        /** The list is not among its recipients in To and Cc. */
        LIST_NOT_NAMED,
        /** Nobody knows whether it is for the whole list or for a group. */
        AUDIENCE_UNKNOWN,
        /** A file in it is of a kind that is not taken; the value is its name. */
        REFUSED_FILE,
        /** A personal link from a mail of ours stands in a part that is signed, so it cannot be taken out. */
        PERSONAL_LINK,
        /** A personal link from a mail of ours stands in a file that would break without it; the value is its name. */
        PERSONAL_LINK_IN_FILE,
        /** The time at which it is to go out cannot be read. */
        SEND_AT_UNREADABLE,
        /** The time at which it is to go out is too far off; the value is the most days. */
        SEND_AT_TOO_FAR,
        /** The same mail has been posted before. */
        REPEATED,
        /** Its author wrote the same words on the same day. */
        SAME_WORDS,
        /** It is a command, not a post; the value is the address for leaving. */
        COMMAND,
        /** It is perhaps a request to leave, of an owner; the value is the address for leaving. */
        COMMAND_OF_OWNER,
        /** It was a request to leave. */
        LEAVE,
        /** It was a request to leave; a member whom it names as its author gets a link for that. */
        LEAVE_UNPROVEN,
        /** It was a request to leave, and its author is not on the list; the value is the author's address. */
        NOT_ON_LIST,
        /** It held commands of somebody who runs the list, who got an answer. */
        COMMANDS,
        /** It held commands, and its author does not run the list; the value is the address of the owners. */
        COMMANDS_NOT_ALLOWED,
        /** It held commands, and nothing proves who wrote it. */
        COMMANDS_UNPROVEN,
        /** It held commands of somebody who runs the list, and looks like the mail of a program. */
        COMMANDS_LIKE_A_PROGRAM,
        /** It was a request to join. */
        JOIN,
        /** It was a request to join, and nobody joins by themselves; the value is the owners' address. */
        JOIN_CLOSED,
        /** It was a request to join, and addresses in that domain may not; the value is those that may. */
        JOIN_OTHER_DOMAIN,
        /** It was a request to join, and there were too many. */
        JOIN_TOO_MANY,
        /** It was an answer to the mail that asks to confirm. */
        CONFIRMATION,
        /** It was such an answer, and there is nothing that it confirms; the value is the address for joining. */
        CONFIRMS_NOTHING,
        /** It was a question about how the list works. */
        HELP,
        /** It was for another list, which has its own copy of it. */
        FOR_ANOTHER_LIST,
        /** It is a message to the owners. */
        FOR_OWNERS,
        /** It is a message to the owners, who got too many already. Earlier versions wrote it. */
        FOR_OWNERS_KEPT,
        /** It was for whoever runs the installation. */
        FOR_OPERATOR,
        /** The same, and it was not passed on: nobody is known who does, or too many came in an hour. */
        FOR_OPERATOR_KEPT,
        /** There is no such list. */
        NO_LIST,
        /** The list was deleted. */
        LIST_DELETED,
        /** The mail was gone before it was taken in. */
        MAIL_GONE,
        /** The mail was gone when somebody decided about it. */
        HELD_MAIL_GONE,
        /** The mail was stored again, and the post of that time stands for it. */
        STORED_AGAIN,
        /** Taking it in failed again and again, and it is set aside; the value is how often. */
        SET_ASIDE,
        /** The owners refused it without saying why. */
        REFUSED_BY_OWNERS,
        /** Those who run the list dropped it, and told nobody. */
        DROPPED_BY_OWNERS,
        /** The owners refused it; the value says why. */
        REFUSED_BY_OWNERS_BECAUSE,
        /** The person named as its author says that it is not theirs. */
        DISOWNED,
        /** Nobody decided about it in time; the value is the number of days. */
        EXPIRED,
        /** Its author had themselves erased before anybody decided about it. */
        AUTHOR_ERASED,
        /** It was under way when the backup was made from which everything was restored. */
        RESTORED,

        // Of copies, and of posts that cannot go on.

        /** Several reasons that are counted together. */
        OTHERS,
        /** Our quota of 24 hours for posts is spent. */
        DAY_SPENT,
        /** A part of the post failed again and again. */
        FAILED_AGAIN,
        /** Too much of the list's mail came back, and no post of it goes out until a person says so. */
        LIST_STOPPED,
        /** The mailbox on this machine refuses the recipient. */
        MAILBOX_REFUSED,
        /** The mailbox on this machine cannot be written. */
        MAILBOX_UNWRITABLE,
        /** The relay cannot be reached. */
        RELAY_UNREACHABLE,
        /** We were stopped while waiting for a connection to the relay. */
        RELAY_INTERRUPTED,
        /** The connection to the relay broke after it had the mail and before it answered. */
        RELAY_BROKE,
        /** The relay offers no encryption that works. */
        RELAY_TLS_FAILED,
        /** The certificate of the relay cannot be trusted. */
        RELAY_CERTIFICATE,
        /** The password would have to go to the relay without encryption. */
        RELAY_NOT_ENCRYPTED,
        /** The relay supports none of our ways to log in. */
        RELAY_LOGIN_UNKNOWN,
        /** The relay refuses our login; the value is its codes. */
        RELAY_LOGIN_REFUSED,
        /** The relay wants a login; the value is its codes. */
        RELAY_LOGIN_NEEDED,
        /** The relay accepts no connection; the value is its codes. */
        RELAY_TAKES_NOBODY,
        /** The relay refuses our envelope sender; the value is its codes. */
        RELAY_SENDER_REFUSED,
        /** The relay refuses the recipient for good; the value is its codes. */
        RELAY_RECIPIENT_REFUSED,
        /** The relay puts the recipient off; the value is its codes. */
        RELAY_RECIPIENT_LATER,
        /** The relay refuses the mail for good; the value is its codes. */
        RELAY_MAIL_REFUSED,
        /** The relay puts the mail off; the value is its codes. */
        RELAY_MAIL_LATER,
        /** The mail is larger than the relay accepts, or has octets that it does not accept. */
        RELAY_MAIL_UNFIT,
        /** The provider takes no more mail from us; the value is its codes. */
        SENDER_LIMITED,
        /** The post is larger than the way out takes; the value is the limit. */
        TOO_LARGE_TO_SEND,
        /** The quota that SES gives us for 24 hours is spent. */
        SES_DAY_SPENT,
        /** We sent more in a second than SES allows. */
        SES_TOO_FAST,
        /** The account is in the sandbox of SES, and the recipient is not verified. */
        SES_SANDBOX,
        /** SES has not verified our sender. */
        SES_SENDER_UNVERIFIED,
        /** The mail is larger than SES takes; the value is the limit. */
        SES_MAIL_TOO_LARGE,
        /** SES cannot be reached. */
        SES_UNREACHABLE,
        /** The connection to SES broke after it had the mail and before it answered. */
        SES_BROKE,
        /** SES gave another answer; the value is its code. */
        SES_CODE,
        /** SES gave another answer; the values are its code and its words. */
        SES_WORDS;

        private static final Map<String, Cause> CODES = Stream.of(values())
                .collect(Collectors.toUnmodifiableMap(Cause::code, Function.identity()));

        /** The name by which it is stored and its sentence is found: in lower case, with hyphens. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The cause with that code.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Cause of(String code) {
            return Optional.ofNullable(CODES.get(code))
                    .orElseThrow(() -> new IllegalArgumentException("no cause has the code " + code));
        }
    }

    /** Copies the list. */
    public Reason {
        values = List.copyOf(values);
    }

    /** A reason whose sentence names those values. */
    public static Reason of(Cause cause, String... values) {
        return new Reason(cause, List.of(values));
    }

    /** Words that are shown as they are, in whatever language they were written. */
    public static Reason quoted(String words) {
        return of(Cause.QUOTED, words);
    }

    /** Says which kind it is, but nothing of the mail. */
    @Override
    public String toString() {
        return "Reason[" + cause.code() + "]";
    }
}
