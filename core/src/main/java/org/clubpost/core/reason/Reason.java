package org.clubpost.core.reason;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a mail, a post or a copy did not simply go on. A cause with its values is kept, never a sentence, so that everybody
 * can read it in their own language.
 *
 * @param cause the kind of reason
 * @param values what the sentence names, such as a size
 */
public record Reason(Cause cause, List<String> values) {

    /** The kinds of reasons. Their codes are stored: a name that was in use must stay readable. */
    public enum Cause {
        /** Words that are shown as they are, such as a sentence that an earlier version stored; the value is them. */
        QUOTED,
        /** It is a bounce. */
        BOUNCE,
        /** It was sent by us before. */
        LOOP,
        /** It came a longer way than mails do. */
        TOO_MANY_HOPS,
        /** Its author is one of our lists. */
        FROM_OURS,
        /** A program sent it. */
        AUTOMATIC,
        /** A virus was found in it. */
        VIRUS,
        /** It was taken for spam. */
        SPAM,
        /** The owners do not want mail from this address. */
        BANNED,
        /** Nothing proves who wrote it. */
        UNPROVEN,
        /** The author may post, but must confirm that this mail is theirs. */
        AUTHOR_TO_CONFIRM,
        /** The same, and the author was asked about other mails before. */
        UNPROVEN_AGAIN,
        /** It names no author, or several. */
        NO_AUTHOR,
        /** The author may not post. */
        MAY_NOT_POST,
        /** It is too large; the value is the limit. */
        TOO_LARGE,
        /** It was written to too many at once; the value is the limit. */
        TOO_MANY_RECIPIENTS,
        /** The list is not among those it is written to. */
        LIST_NOT_NAMED,
        /** A file in it is of a kind that is not taken; the value is its name. */
        REFUSED_FILE,
        /** The time at which it is to go out cannot be read. */
        SEND_AT_UNREADABLE,
        /** The time at which it is to go out is too far off; the value is the most days. */
        SEND_AT_TOO_FAR,
        /** The same mail was posted before. */
        REPEATED,
        /** It is a command, not a post; the value is the address for leaving. */
        COMMAND,
        /** It was a request to leave. */
        LEAVE,
        /** It was to be a request to leave, and did not say of whom. */
        LEAVE_UNPROVEN,
        /** It is a message to the owners. */
        FOR_OWNERS,
        /** It is a message to the owners, who got too many. */
        FOR_OWNERS_KEPT,
        /** There is no such list. */
        NO_LIST,
        /** The owners refused it without saying why. */
        REFUSED_BY_OWNERS,
        /** The owners refused it; the value says why. */
        REFUSED_BY_OWNERS_BECAUSE,
        /** Whom it names as its author says that it is not theirs. */
        DISOWNED,
        /** Nobody decided about it in time; the value is the number of days. */
        EXPIRED;

        private static final Map<String, Cause> CODES = Stream.of(values())
                .collect(Collectors.toUnmodifiableMap(Cause::code, Function.identity()));

        /** The name under which it is stored, and by which its sentence is found: in lower case with hyphens. */
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

    /** A reason whose sentence names nothing. */
    public static Reason of(Cause cause) {
        return new Reason(cause, List.of());
    }

    /** A reason whose sentence names that value. */
    public static Reason of(Cause cause, String value) {
        return new Reason(cause, List.of(value));
    }

    /** Words that are shown as they are, in whatever language they were written. */
    public static Reason quoted(String words) {
        return of(Cause.QUOTED, words);
    }

    /** Says which kind it is, and nothing of the mail. */
    @Override
    public String toString() {
        return "Reason[" + cause.code() + "]";
    }
}
