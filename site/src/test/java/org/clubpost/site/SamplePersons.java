package org.clubpost.site;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.privacy.PersonalData;
import org.clubpost.core.privacy.PersonalData.Named;
import org.clubpost.core.privacy.PersonalData.OnList;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscription.SignUpRequestsContract;

/** What can be stored about a person. */
final class SamplePersons {

    private SamplePersons() {}

    /** Somebody in each state that there is, and one of whom there is a request only. */
    static PersonalData everything(MailingList list, Instant now) {
        var post = SamplePosts.aPost(list.id(), now).with(new Post.Headline("O'Brien", "<b>Sunday</b> & more", 3));
        var posts = Stream.of(Named.Part.values()).map(part -> new Named(post, part, Optional.empty())).toList();
        var states = SampleSubscribers.everyKind(list.id())
                .map(each -> new OnList(list, Optional.of(each), Optional.empty(), List.of(), true));
        var request = SignUpRequestsContract.request(list.id(), "anna@example.org", "Anna", now);
        return new PersonalData(now, SampleSubscribers.aKey("0a"), Stream.concat(states,
                Stream.of(new OnList(list, Optional.empty(), Optional.of(request), posts, false))).toList());
    }
}
