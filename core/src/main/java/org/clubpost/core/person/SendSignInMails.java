package org.clubpost.core.person;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.act.Actor;
import org.clubpost.core.admin.ListMakers;
import org.clubpost.core.admin.Role;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice;

/**
 * Writes the mails that wishes to be signed in wait for: to those who run a list, and to nobody else. To be called again
 * and again. When it dies in the middle, or runs twice at a time, a mail may go out twice; it is the same mail then.
 *
 * @param signIns the wishes
 * @param lists know who runs them
 * @param makers may make lists, perhaps without running one
 * @param notices the way to people
 * @param links make the links
 * @param tokens prove the mail
 * @param clock the time
 */
public record SendSignInMails(SignIns signIns, Lists lists, ListMakers makers, Notices notices, PublicLinks links,
        SignInTokens tokens, InstantSource clock) {

    /** How many wishes one call looks at, so that it ends in time. */
    private static final int MOST = 100;

    /**
     * Writes those that are waited for.
     *
     * @return how many wishes were looked after
     * @throws UnavailableException when some mails could not be handed over; the next call does them
     */
    public int run() {
        var waiting = signIns.untold(MOST);
        if (waiting.isEmpty()) {
            return 0;
        }
        var all = lists.all();
        var done = 0;
        var failure = Optional.<UnavailableException>empty();
        for (var wish : waiting) {
            try {
                if (wish.isOpen(clock.instant())) {
                    reason(all, new Actor.Owner(wish.address())).ifPresent(list -> write(wish, list));
                }
                signIns.replace(Optional.of(wish), wish.asTold());
                done++;
            } catch (UnavailableException e) {
                failure = Optional.of(e);
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return done;
    }

    /** A list for which they have a role; for one of the makers who has none, any list. */
    private Optional<MailingList> reason(List<MailingList> all, Actor who) {
        return all.stream().filter(list -> Role.of(who, list).isPresent()).findFirst()
                .or(() -> all.stream().findFirst().filter(_ -> makers.read().may(who)));
    }

    /** The address is that of the list, and not as a stranger wrote it. */
    private void write(SignIn wish, MailingList list) {
        var address = list.people().deciders().stream().filter(wish.address()::equals).findFirst()
                .orElse(wish.address());
        notices.send(new OwnerNotice.SignIn(list, address, wish.language(), links.signIn(tokens.link(wish.id())),
                SignIn.OPEN_FOR));
    }
}
