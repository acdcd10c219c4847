package org.clubpost.function.unsubscribe;

import org.clubpost.core.FixedClock;
import org.clubpost.core.admin.InMemoryActLog;
import org.clubpost.core.consent.InMemoryWordings;
import org.clubpost.core.delivery.range.InMemoryRanges;
import org.clubpost.core.directory.InMemoryMemberTexts;
import org.clubpost.core.feedback.InMemoryBounces;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.post.InMemoryPosts;
import org.clubpost.core.privacy.Disclose;
import org.clubpost.core.privacy.Erase;
import org.clubpost.core.privacy.Forget;
import org.clubpost.core.privacy.OwnLinks;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.InMemoryAddressChanges;
import org.clubpost.core.subscription.InMemorySignUpRequests;
import org.clubpost.core.subscription.Manage;

/** What people may ask about themselves, in memory. */
final class SampleOwn {

    private SampleOwn() {}

    /** About those subscribers, with no posts and no requests. */
    static Own of(InMemoryLists lists, Subscribers subscribers, NoteTasks tasks, Manage manage, FixedClock clock) {
        var requests = new InMemorySignUpRequests();
        var posts = new InMemoryPosts();
        return new Own(lists, new OwnLinks(lists, subscribers, SampleLinks.TOKENS, manage),
                new Disclose(lists, subscribers, requests, posts, new InMemoryRanges(posts), new InMemoryActLog(),
                        new InMemoryWordings(), new InMemoryBounces(), new InMemoryMemberTexts()),
                new Erase(tasks, new Forget(subscribers, requests, new InMemoryAddressChanges(),
                        new InMemoryBounces(), new InMemoryMemberTexts())),
                clock);
    }
}
