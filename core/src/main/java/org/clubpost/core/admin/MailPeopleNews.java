package org.clubpost.core.admin;

import java.util.List;
import java.util.stream.Stream;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice.PeopleChanged;

/**
 * Tells the owners by mail, and those whom it is about, who has come to run a list and who has gone.
 *
 * @param notices the way to tell them
 */
record MailPeopleNews(Notices notices) implements PeopleNews {

    /** As far as mail can be sent at the moment. It is done, and it is in the log. Done again, it would be no change. */
    static MailPeopleNews asFarAsPossible(Notices notices) {
        return new MailPeopleNews(notice -> {
            try {
                notices.send(notice);
            } catch (UnavailableException notTold) {
                // Whoever is not told sees it on the page.
            }
        });
    }

    @Override
    public void tell(RunLists.Changed changed) {
        var list = changed.after();
        var before = changed.before().people();
        var after = list.people();
        tell(list, without(after.owners(), before.owners()), PeopleChanged.Change.OWNER_CAME);
        tell(list, without(before.owners(), after.owners()), PeopleChanged.Change.OWNER_WENT);
        tell(list, without(after.moderators(), before.moderators()), PeopleChanged.Change.MODERATOR_CAME);
        tell(list, without(before.moderators(), after.moderators()), PeopleChanged.Change.MODERATOR_WENT);
    }

    /** Tells of an invitation that was carried out before, when nobody knows whether it was told. */
    void onceMore(MailingList list, Invitation invitation) {
        var people = list.people();
        if (invitation.role() == Role.OWNER) {
            tell(list, List.of(invitation.address()), PeopleChanged.Change.OWNER_CAME);
        } else if (people.moderators().contains(invitation.address())) {
            tell(list, List.of(invitation.address()), PeopleChanged.Change.MODERATOR_CAME);
        }
        if (invitation.handsOver() && invitation.by() instanceof Actor.Owner(var before)
                && !people.owners().contains(before)) {
            tell(list, List.of(before), PeopleChanged.Change.OWNER_WENT);
        }
    }

    private static List<EmailAddress> without(List<EmailAddress> all, List<EmailAddress> those) {
        return all.stream().filter(address -> !those.contains(address)).toList();
    }

    private void tell(MailingList list, List<EmailAddress> about, PeopleChanged.Change change) {
        for (var who : about) {
            Stream.concat(list.people().owners().stream(), Stream.of(who)).distinct()
                    .forEach(recipient -> notices.send(new PeopleChanged(list, recipient, who, change)));
        }
    }
}
