package org.clubpost.core.admin;

import java.time.Instant;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscription.Invite;

/**
 * Who may invite people to a list. It changes nothing of the list or its members, so it stands in no log: what the person
 * does is in their history, and the record of their consent says who invited them.
 *
 * @param invite does it
 */
public record InvitePeople(Invite invite) {

    /**
     * Invites somebody ({@link Invite#invite}).
     *
     * @param actor who invites; the mail names them, unless it is the operator
     * @param at when they wished so
     */
    public Answer<Invite.Outcome> invite(Actor actor, MailingList list, EmailAddress address, Instant at) {
        return Answer.when(Role.may(actor, list, Permission.CHANGE_MEMBERS), Permission.CHANGE_MEMBERS,
                () -> invite.invite(list, actor, address, at));
    }
}
