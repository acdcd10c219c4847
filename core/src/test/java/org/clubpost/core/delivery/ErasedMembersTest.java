package org.clubpost.core.delivery;

import static org.clubpost.core.delivery.Delivery.oneEach;
import static org.clubpost.core.subscriber.SampleSubscribers.IDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Set;
import org.clubpost.core.admin.InMemoryListMakers;
import org.clubpost.core.directory.InMemoryMemberTexts;
import org.clubpost.core.event.InMemoryEvents;
import org.clubpost.core.event.Recorder;
import org.clubpost.core.feedback.InMemoryBounces;
import org.clubpost.core.note.InMemoryNoteTasks;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.person.InMemoryPersons;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.privacy.Erase;
import org.clubpost.core.privacy.EraseTraces;
import org.clubpost.core.privacy.Forget;
import org.clubpost.core.privacy.ForgetSignIn;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.InMemoryAddressChanges;
import org.clubpost.core.subscription.InMemorySignUpRequests;
import org.junit.jupiter.api.Test;

/** People who are erased while a post goes out. */
final class ErasedMembersTest {

    private final Delivery delivery = new Delivery(3 * Delivery.BATCH);
    private final InMemoryNoteTasks tasks = new InMemoryNoteTasks();
    private final Forget forget = new Forget(delivery.subscribers, new InMemorySignUpRequests(),
            new InMemoryAddressChanges(), new InMemoryBounces(), new InMemoryMemberTexts());

    private void erase(Subscriber.Confirmed member) {
        new Erase(tasks, forget).erase(member.id(), List.of(delivery.news), ForgetWay.PERSON,
                delivery.clock.instant());
        var traces = new EraseTraces(delivery.posts, new InMemoryEvents(Recorder.OFF), IDS, forget,
                new ForgetSignIn(delivery.lists, new InMemoryListMakers(), new InMemoryPersons(), IDS), delivery.clock);
        tasks.due(delivery.clock.instant(), 10).forEach(task -> traces.erase((NoteTask.Erase) task));
    }

    @Test
    void whoIsErasedGetsNoCopyFromAWindowThatIsReadAfterwardsAndTheirOwnPostGoesOnWithoutTheirName() {
        var author = delivery.members.get(Delivery.BATCH);
        delivery.planned(0);
        var sending = delivery.posts.find(delivery.received.id()).orElseThrow();
        delivery.posts.replace(sending, sending.with(new Post.Headline("Anna <anna@club.example>", "Sunday", 3))
                .with(new Post.Parties(Set.of(author.id()), Set.of(), List.of(author.person().address()))));
        delivery.outbox.answer(mail -> {
            if (mail.recipient().equals(delivery.members.getFirst().person().address())) {
                erase(author);
            }
            return new SendOutcome.Accepted("");
        });

        delivery.attempt(0);

        assertEquals(oneEach(delivery.membersWithout(author)), delivery.copies());
        assertInstanceOf(PostState.Done.class, delivery.state());
        var done = delivery.posts.find(delivery.received.id()).orElseThrow();
        assertEquals("erased-" + author.id().hex().substring(0, 12), done.headline().author());
    }
}
