package org.clubpost.core.admin;

import java.util.Optional;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.list.ListId;

/**
 * The tokens of invitations: {@code LIST.ENTRY.MARK}. The entry says the rest, so whoever has a token can do what the
 * entry allows and nothing else.
 *
 * @param tokens have the keys
 */
record InvitationTokens(MembershipTokens tokens) {

    private static final int PARTS = 3;
    private static final String PREFIX = "invitation\n";

    /**
     * What a token names.
     *
     * @param list the list
     * @param entry the entry of its log
     */
    record Named(ListId list, EntryId entry) {}

    String of(Invitation invitation) {
        return invitation.list() + "." + invitation.id() + "." + tokens.mark(marked(invitation.list(),
                invitation.id()));
    }

    /** What that text names; empty when it is no token of ours. */
    Optional<Named> read(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        return ListId.parse(parts[0]).flatMap(list -> EntryId.parse(parts[1])
                .filter(entry -> tokens.isMark(marked(list, entry), parts[2])).map(entry -> new Named(list, entry)));
    }

    private static String marked(ListId list, EntryId entry) {
        return PREFIX + list + "\n" + entry;
    }
}
