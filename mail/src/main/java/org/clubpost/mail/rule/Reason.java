package org.clubpost.mail.rule;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why a mail does not simply go to the members. As a sentence it is for owners and authors; the sentences stand in {@code reasons.properties}, one file a
 * language.
 *
 * @param cause the kind of reason
 * @param values what the sentence names, such as a size
 */
public record Reason(Cause cause, List<String> values) {

    /** The kinds of reasons. The name, in lower case with hyphens, is the key of the sentence. */
    public enum Cause {
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

        private String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
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

    /** The sentence; in English when there is none in that language. */
    public String in(Locale language) {
        var sentences = ResourceBundle.getBundle("org.clubpost.mail.rule.reasons", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(sentences.getString(cause.key()), language).format(values.toArray());
    }

    /** Says which kind it is, and nothing of the mail. */
    @Override
    public String toString() {
        return "Reason[" + cause.key() + "]";
    }
}
