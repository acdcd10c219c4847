package org.clubpost.core.admin;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.ListId;

/**
 * The tokens of invitations: the id of the entry, a mark, and the name of the list, one behind the other. The entry says
 * the rest, so whoever has a token can do what the entry allows and nothing else.
 *
 * @param tokens have the keys
 */
record InvitationTokens(MembershipTokens tokens) {

    private static final Pattern SHAPE = Pattern.compile("([0-9a-f]{20})([A-Za-z0-9_-]{16})([a-z0-9-]+)");
    private static final String PREFIX = "invitation\n";

    /**
     * What a token names.
     *
     * @param list the list
     * @param entry the entry of its log
     */
    record Named(ListId list, EntryId entry) {}

    String of(Invitation invitation) {
        return invitation.id() + tokens.mark(marked(invitation.list(), invitation.id())) + invitation.list();
    }

    /** What that text names; empty when it is no token of ours. */
    Optional<Named> read(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var entry = new EntryId(parts.group(1));
        return ListId.parse(parts.group(3)).filter(list -> tokens.isMark(marked(list, entry), parts.group(2)))
                .map(list -> new Named(list, entry));
    }

    private static String marked(ListId list, EntryId entry) {
        return PREFIX + list + "\n" + entry;
    }
}
