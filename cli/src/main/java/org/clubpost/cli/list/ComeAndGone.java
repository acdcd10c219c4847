package org.clubpost.cli.list;

import java.io.PrintWriter;
import java.util.List;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.Installation;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Role;
import org.clubpost.core.admin.RunLists;
import org.clubpost.core.list.People;

/**
 * Says who has come to run a list and who has gone, and has them told.
 *
 * @param out where it is said
 * @param open the installation
 */
record ComeAndGone(PrintWriter out, Installation open) {

    void tell(RunLists.Changed change) {
        var before = change.before().people();
        var after = change.after().people();
        say(before.owners(), after.owners(), Role.OWNER);
        say(before.moderators(), after.moderators(), Role.MODERATOR);
        if (!before.owners().equals(after.owners()) || !before.moderators().equals(after.moderators())) {
            new Door(open).peopleNews().tell(change);
            out.println(told(open));
        }
    }

    /** When they hear of it. */
    static String told(Installation open) {
        return open.isRunning()
                ? "They and the owners are told by mail within a minute."
                : "They and the owners are told by mail when a service is started; none runs here now.";
    }

    private void say(List<EmailAddress> before, List<EmailAddress> after, Role role) {
        People.without(after, before).forEach(who -> out.println(who.written() + " is "
                + (role == Role.OWNER ? "an " : "a ") + PeopleOfList.word(role) + " now."));
        People.without(before, after).forEach(who -> out.println(who.written() + " is no " + PeopleOfList.word(role)
                + " any more."));
    }
}
