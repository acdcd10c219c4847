package org.clubpost.core.subscriber;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a member wants of the list's mail. The member sets it on the page behind the link in the mails, an owner on the
 * command line.
 *
 * @param ownPosts what comes back to the member of a post of their own
 * @param copyWhenAddressed whether the list sends its copy of a post although the author's own To or Cc names the
 *         member, who has that mail already
 */
public record MemberSettings(OwnPosts ownPosts, boolean copyWhenAddressed) {

    /** What everybody has who never chose: every post, one's own too. */
    public static final MemberSettings DEFAULT = new MemberSettings(OwnPosts.COPY, true);

    /** What comes back to a member who posts. */
    public enum OwnPosts {

        /** The copy that everybody gets. */
        COPY,
        /** A short mail that says that the post went out, instead of the copy. */
        RECEIPT,
        /** Nothing. */
        NONE;

        /** As it is written on the command line and in forms: the name in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads what {@link #word} gives, in any case. */
        public static Optional<OwnPosts> parse(String text) {
            return Stream.of(values()).filter(each -> each.word().equalsIgnoreCase(text)).findFirst();
        }
    }

    /** With another choice for own posts. */
    public MemberSettings with(OwnPosts chosen) {
        return new MemberSettings(chosen, copyWhenAddressed);
    }

    /** With or without the copy for those whom the author addressed. */
    public MemberSettings withCopyWhenAddressed(boolean copy) {
        return new MemberSettings(ownPosts, copy);
    }
}
