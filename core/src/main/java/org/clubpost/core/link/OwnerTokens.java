package org.clubpost.core.link;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.ListId;

/**
 * The tokens in the links that mails to those who run lists have: what they name, and a mark that only we can make. They
 * begin as tokens without a signature do ({@link PublicLinks#mayBeginUnsigned}) and have at least 40 characters, and
 * never one more than a multiple of four, so that whoever forwards such a mail to a list does not give it away
 * (docs/decisions/0021).
 *
 * @param tokens have the keys
 */
public record OwnerTokens(MembershipTokens tokens) {

    private static final Pattern SIGN_IN = Pattern.compile("AS([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{16})");
    private static final Pattern INVITATION = Pattern.compile("AV([0-9a-f]{20})([A-Za-z0-9_-]{16})([a-z0-9-]+)_{0,2}");
    private static final String TO_SIGN_IN = "sign-in\n";
    private static final String TO_ACCEPT = "invitation\n";
    private static final int SHORTEST = 40;

    /**
     * The entry of a list's log that is an invitation.
     *
     * @param list the list
     * @param entry the entry
     */
    public record Named(ListId list, EntryId entry) {}

    /**
     * The token that signs somebody in.
     *
     * @param wish the id of the wish, 22 characters of base64url
     */
    public String signIn(String wish) {
        return "AS" + wish + tokens.mark(TO_SIGN_IN + wish);
    }

    /** The wish whose token that is; empty when it is none of ours. */
    public Optional<String> readSignIn(String token) {
        var parts = SIGN_IN.matcher(token);
        return parts.matches() && tokens.isMark(TO_SIGN_IN + parts.group(1), parts.group(2))
                ? Optional.of(parts.group(1))
                : Optional.empty();
    }

    /** The token that accepts an invitation. No name of a list ends in what fills it up. */
    public String invitation(Named named) {
        var token = new StringBuilder("AV").append(named.entry()).append(tokens.mark(marked(named)))
                .append(named.list());
        while (token.length() < SHORTEST || token.length() % 4 == 1) {
            token.append('_');
        }
        return token.toString();
    }

    /** The invitation whose token that is; empty when it is none of ours. */
    public Optional<Named> readInvitation(String token) {
        var parts = INVITATION.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return ListId.parse(parts.group(3)).map(list -> new Named(list, new EntryId(parts.group(1))))
                .filter(named -> tokens.isMark(marked(named), parts.group(2)));
    }

    boolean isToken(String text) {
        return readSignIn(text).isPresent() || readInvitation(text).isPresent();
    }

    private static String marked(Named named) {
        return TO_ACCEPT + named.list() + "\n" + named.entry();
    }
}
