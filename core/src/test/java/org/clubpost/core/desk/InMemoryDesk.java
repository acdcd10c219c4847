package org.clubpost.core.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.admin.ListMakers;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.directory.MemberTexts;
import org.clubpost.core.feedback.Bounces;
import org.clubpost.core.health.PostCounts;
import org.clubpost.core.health.Returns;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.person.Persons;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.Posts;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * A desk on other ports in memory.
 *
 * @param shown the lists
 * @param posts the posts
 * @param ranges their ranges
 * @param persons those who have signed in
 * @param people those on the lists
 * @param returns what came back of posts
 * @param kept the figures
 * @param makers who may make lists
 * @param deleted the deleted lists
 */
public record InMemoryDesk(Lists shown, Posts posts, Ranges ranges, Persons persons, People people, Returns returns,
        Map<ListId, Figures> kept, ListMakers makers, DeletedLists deleted) implements Desk {

    /**
     * Those on the lists.
     *
     * @param subscribers the subscribers
     * @param texts the texts about them
     * @param bounces what came back from them
     */
    public record People(Subscribers subscribers, MemberTexts texts, Bounces bounces) {}

    @Override
    public Door door(PersonId person, Optional<ListId> list) {
        return new Door(persons.find(person), list.flatMap(shown::headed));
    }

    @Override
    public Hall hall() {
        return new Hall(shown.allHeaded().stream().map(headed -> new Glance(headed, posts.of(headed.list().id())
                .filter(post -> Desk.waits(post.state())).count(), last(headed.list().id()))).toList(),
                makers.read(), deleted.all());
    }

    private Optional<Instant> last(ListId list) {
        return posts.of(list).filter(post -> Desk.went(post.state())).findFirst().map(post -> post.id().storedAt());
    }

    @Override
    public Optional<MemberFile> member(ListId list, SubscriberId id) {
        return people.subscribers().find(list, id).map(Stored::subscriber).map(found -> new MemberFile(found,
                people.texts().find(list, id, MemberText.Kind.REMARK), people.bounces().find(list, id)));
    }

    @Override
    public Optional<PostFile> post(PostId id, int most) {
        return posts.find(id)
                .map(post -> new PostFile(post, ranges.of(id), ranges.failures(id).limit(most).toList()));
    }

    @Override
    public Echo echo(ListId list, PostId post, Collection<SubscriberId> wanted) {
        var known = new HashMap<SubscriberId, Subscriber>();
        wanted.forEach(id -> people.subscribers().find(list, id).ifPresent(found -> known.put(id,
                found.subscriber())));
        return new Echo(returns.of(list, post), known);
    }

    @Override
    public Numbers numbers(ListId list, Collection<PostId> wanted) {
        var returned = new HashMap<PostId, PostCounts>();
        wanted.stream().map(post -> returns.of(list, post)).filter(counts -> !counts.isNothing())
                .forEach(counts -> returned.put(counts.post(), counts));
        return new Numbers(Optional.ofNullable(kept.get(list)), returned);
    }

    @Override
    public void keep(ListId list, Figures figures) {
        kept.put(list, figures);
    }

    @Override
    public void recount(ListId list) {
        // Everything is counted when somebody looks.
    }
}
