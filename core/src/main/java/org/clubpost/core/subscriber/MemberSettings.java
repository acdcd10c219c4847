package org.clubpost.core.subscriber;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a member wants of the list's mail. The member sets it on the page behind the link in the mails; an owner sets it
 * on the command line.
 *
 * @param ownPosts what the member gets when they post
 * @param copyWhenAddressed whether the list sends its copy to a member who has the mail already, because the author's
 *         own To or Cc names them
 * @param notification how the member is told that a new post is out
 */
public record MemberSettings(OwnPosts ownPosts, boolean copyWhenAddressed, Notification notification) {

    /** The settings of a member who never chose: every post, also their own. */
    public static final MemberSettings DEFAULT = new MemberSettings(OwnPosts.COPY, true);

    /** Without a word about new posts. */
    public MemberSettings(OwnPosts ownPosts, boolean copyWhenAddressed) {
        this(ownPosts, copyWhenAddressed, Notification.none());
    }

    /** What a member gets when they post. */
    public enum OwnPosts {

        /** The copy that everybody gets. */
        COPY,
        /** A short mail in place of the copy, which says that the post went out. */
        RECEIPT,
        /** Nothing. */
        NONE;

        /** As written on the command line and in forms: the name in lower case. */
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
        return new MemberSettings(chosen, copyWhenAddressed, notification);
    }

    /** With or without the copy of a post whose author addressed the member. */
    public MemberSettings withCopyWhenAddressed(boolean copy) {
        return new MemberSettings(ownPosts, copy, notification);
    }

    /** Told of new posts in another way. */
    public MemberSettings with(Notification chosen) {
        return new MemberSettings(ownPosts, copyWhenAddressed, chosen);
    }
}
