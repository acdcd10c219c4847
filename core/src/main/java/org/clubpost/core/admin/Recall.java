package org.clubpost.core.admin;

import java.util.ArrayList;
import java.util.List;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.People;

/**
 * What becomes of roles when a change of people is undone. Roles that came go. Those that went do not come back by
 * themselves: whoever had one is asked, as everybody is. The operator, who sets people without asking, sets them back in
 * the same way.
 *
 * @param people who has which role after the undoing
 * @param asked who is asked
 */
record Recall(People people, List<Asked> asked) {

    /**
     * Somebody who is asked.
     *
     * @param address whom
     * @param role to be what
     * @param handsOver whether whoever undoes goes when they come
     */
    record Asked(EmailAddress address, Role role, boolean handsOver) {}

    /** When that actor has those people now, and wants these back. */
    static Recall of(Actor actor, People now, People back) {
        if (actor instanceof Actor.Operator) {
            return new Recall(back, List.of());
        }
        var owners = new ArrayList<>(back.owners());
        owners.retainAll(now.owners());
        var moderators = new ArrayList<>(back.moderators());
        moderators.retainAll(now.deciders());
        var formerOwners = People.without(back.owners(), now.owners());
        // Whoever undoes that they came to own the list stays until somebody who is asked has come.
        var staying = formerOwners.isEmpty() ? List.<EmailAddress>of() : goer(actor, now, owners);
        owners.addAll(staying);
        formerOwners.stream().filter(now.moderators()::contains).filter(each -> !moderators.contains(each))
                .forEach(moderators::add);
        var asked = new ArrayList<Asked>();
        formerOwners.forEach(each -> asked.add(new Asked(each, Role.OWNER, !staying.isEmpty())));
        People.without(back.moderators(), now.deciders())
                .forEach(each -> asked.add(new Asked(each, Role.MODERATOR, false)));
        return new Recall(back.withOwners(owners).withModerators(moderators), List.copyOf(asked));
    }

    private static List<EmailAddress> goer(Actor actor, People now, List<EmailAddress> owners) {
        return actor instanceof Actor.Owner(var self) && now.owners().contains(self) && !owners.contains(self)
                ? List.of(self)
                : List.of();
    }
}
