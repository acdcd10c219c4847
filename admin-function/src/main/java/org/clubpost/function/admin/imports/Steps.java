package org.clubpost.function.admin.imports;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.ImportPeople;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.Membership;
import org.clubpost.core.subscription.Membership.Newcomer;

/**
 * Brings people in for as long as a request has time for, one part after the other.
 *
 * @param keep brings people in
 * @param subscribers who is on the lists
 * @param ids stand for addresses
 * @param clock tells when a request has had its time
 */
public record Steps(KeepMembers keep, Subscribers subscribers, SubscriberIds ids, InstantSource clock) {

    private static final int AT_ONCE = 200;
    /** Within this, people are brought in before it is answered. A function has 28 seconds. */
    private static final Duration TIME = Duration.ofSeconds(5);

    /**
     * The use case.
     *
     * @param tells whether whoever is new is told so by mail
     */
    public ImportPeople imports(boolean tells) {
        return new ImportPeople(keep.telling(tells ? Membership.Telling.NEWCOMERS : Membership.Telling.NOBODY),
                subscribers, ids);
    }

    /**
     * Goes on for a while.
     *
     * @param people all of them, {@linkplain ImportPeople#inOrder in order}
     * @param most after how many it ends in any case
     * @return empty when there is no such import, or it is undone, or not the actor's to do
     */
    public Optional<ImportPeople.Progress> goOn(Actor actor, MailingList list, EntryId entry, List<Newcomer> people,
            boolean tells, int most) {
        var parts = Math.max(1, most / AT_ONCE);
        var end = clock.instant().plus(TIME);
        var imports = imports(tells);
        var progress = Optional.<ImportPeople.Progress>empty();
        do {
            var step = imports.step(actor, list, entry, people, AT_ONCE);
            progress = step instanceof Answer.Allowed<Optional<ImportPeople.Progress>>(var made)
                    ? made
                    : Optional.empty();
        } while (--parts > 0 && progress.filter(each -> !each.isOver()).isPresent() && clock.instant().isBefore(end));
        return progress;
    }
}
