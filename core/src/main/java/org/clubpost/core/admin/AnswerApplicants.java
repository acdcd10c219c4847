package org.clubpost.core.admin;

import java.time.InstantSource;
import java.util.function.Function;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.DecideLater;

/**
 * What may be done about those who wait to be let in, where no mail can be sent ({@link DecideLater}). Letting in is
 * logged in the same step; refusing is logged when it is carried out, as what it is: the operator's.
 */
public final class AnswerApplicants {

    private final Subscribers subscribers;
    private final SubscriberIds ids;
    private final NoteTasks tasks;
    private final InstantSource clock;

    /** Answers those who wait there. */
    public AnswerApplicants(Subscribers subscribers, SubscriberIds ids, NoteTasks tasks, InstantSource clock) {
        this.subscribers = subscribers;
        this.ids = ids;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Lets somebody in ({@link DecideLater#letIn}).
     *
     * @return false when nobody with that address waits
     */
    public Answer<Boolean> letIn(Actor actor, MailingList list, EmailAddress address) {
        return answered(actor, list, later -> later.letIn(list, ids.of(address), clock.instant()));
    }

    /**
     * Has somebody refused ({@link DecideLater#refuse}).
     *
     * @return false when nobody with that address waits
     */
    public Answer<Boolean> refuse(Actor actor, MailingList list, EmailAddress address) {
        return answered(actor, list, later -> later.refuse(list, ids.of(address), clock.instant()));
    }

    private Answer<Boolean> answered(Actor actor, MailingList list, Function<DecideLater, Boolean> decision) {
        return Answer.when(Role.may(actor, list, Permission.CHANGE_MEMBERS), Permission.CHANGE_MEMBERS,
                () -> decision.apply(new DecideLater(subscribers.by(Deed.of(actor)), tasks)));
    }
}
