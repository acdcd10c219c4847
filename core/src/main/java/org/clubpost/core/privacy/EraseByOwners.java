package org.clubpost.core.privacy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.Role;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.event.Events;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.AddressChanges;
import org.clubpost.core.subscription.SignUpRequests;

/**
 * Erases a person because whoever runs the lists wants that. It is logged in the same step as it takes effect; the log
 * has the key of the person and no address.
 */
public final class EraseByOwners {

    private final Ports ports;
    private final SubscriberIds ids;
    private final InstantSource clock;

    /**
     * Where a person is named.
     *
     * @param subscribers who is on the lists
     * @param requests requests to join that wait
     * @param changes wishes for another address
     * @param bounces what came back from members
     * @param texts what only owners see of members
     * @param tasks what is left to be done
     * @param posts the posts
     * @param events the events
     * @param signIn forgets what is kept of those who ran lists
     */
    public record Ports(Subscribers subscribers, SignUpRequests requests, AddressChanges changes, Bounces bounces,
            MemberTexts texts, NoteTasks tasks, Posts posts, Events events, ForgetSignIn signIn) {}

    /** Erases in these ports. */
    public EraseByOwners(Ports ports, SubscriberIds ids, InstantSource clock) {
        this.ports = ports;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Erases the person on these lists, and from everything that names them there. Nothing is erased when the actor may
     * not do that on one of them. May be repeated.
     *
     * @return the lists on which the person had a place until now
     * @throws org.clubpost.core.UnavailableException safe to repeat; what is done already stays done
     */
    public Answer<List<MailingList>> erase(Actor actor, Collection<MailingList> lists, SubscriberId person) {
        var may = lists.stream().allMatch(list -> Role.may(actor, list, Permission.CHANGE_MEMBERS));
        return Answer.when(may, Permission.CHANGE_MEMBERS, () -> erased(actor, lists, person, clock.instant()));
    }

    /** The traces at once, also where no service runs that would work the tasks off. */
    private List<MailingList> erased(Actor actor, Collection<MailingList> lists, SubscriberId person, Instant now) {
        var forget = new Forget(ports.subscribers().by(Deed.of(actor)), ports.requests(), ports.changes(),
                ports.bounces(), ports.texts());
        var erased = new Erase(ports.tasks(), forget).erase(person, lists, ForgetWay.OWNER, now);
        var traces = new EraseTraces(ports.posts(), ports.events(), ids, forget, ports.signIn(), clock);
        for (var list : lists) {
            var task = new NoteTask.Erase(list.id(), now, person, now, ForgetWay.OWNER);
            var isDone = false;
            while (!isDone) {
                isDone = traces.isClean(task);
            }
        }
        return erased;
    }
}
