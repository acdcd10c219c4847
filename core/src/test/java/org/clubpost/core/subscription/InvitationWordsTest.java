package org.clubpost.core.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.junit.jupiter.api.Test;

class InvitationWordsTest {

    private static final Actor OLGA = new Actor.Owner(EmailAddress.of("olga@club.example"));

    @Test
    void invitationOfTheOperatorNamesNobody() {
        var form = Invitation.form(new Actor.Operator());

        assertEquals(Optional.of(new Actor.Operator()), Invitation.inviter(form, Invitation.wording()));
        assertEquals(Optional.empty(), Invitation.inviter("invited by nobody", Invitation.wording()));
    }

    /** Where a form stands a stranger can choose, and they must not speak for an owner. */
    @Test
    void onlyFormAndWordsTogetherAreAnInvitation() {
        var form = Invitation.form(OLGA);

        assertEquals(Optional.of(OLGA), Invitation.inviter(form, Invitation.wording()));
        assertEquals(Optional.empty(), Invitation.inviter(form, "ab".repeat(32)));
        assertEquals(Optional.empty(), Invitation.inviter("/subscribe", Invitation.wording()));
    }
}
