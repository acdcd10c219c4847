package org.clubpost.core.admin;

import java.util.Optional;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.OwnerTokens;

/**
 * The tokens of invitations. The entry of the log says the rest, so whoever has a token can do what the entry allows and
 * nothing else.
 *
 * @param tokens have the keys
 */
record InvitationTokens(MembershipTokens tokens) {

    String of(Invitation invitation) {
        return new OwnerTokens(tokens).invitation(new OwnerTokens.Named(invitation.list(), invitation.id()));
    }

    /** What that text names; empty when it is no token of ours. */
    Optional<OwnerTokens.Named> read(String text) {
        return new OwnerTokens(tokens).readInvitation(text);
    }
}
