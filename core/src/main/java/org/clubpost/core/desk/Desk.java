package org.clubpost.core.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.admin.DeletedLists;
import org.clubpost.core.admin.Makers;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.feedback.BounceRecord;
import org.clubpost.core.health.PostCounts;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.person.Person;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Subscriber;

/**
 * What the pages of those who run lists are made of. Each question is one read of the store, whatever it finds, but for
 * {@link #hall}, which is two; everything that is found is as of now. Every method may throw {@link
 * org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface Desk {

    /** How many people {@link #echo} takes at most, and how many posts {@link #numbers}. */
    int MOST = 90;

    /**
     * Who comes in, and where to.
     *
     * @param person the person of that id; empty when nothing is kept of one
     * @param list the list with how many are on it; empty when there is none
     */
    record Door(Optional<Person> person, Optional<Lists.Headed> list) {}

    /** The person and the list, in one read. */
    Door door(PersonId person, Optional<ListId> list);

    /**
     * A list with what its posts come to.
     *
     * @param headed the list with how many are on it
     * @param waiting about how many posts wait for the owners
     * @param last when the last post came in that members got or are getting, about; empty when there is none
     */
    record Glance(Lists.Headed headed, long waiting, Optional<Instant> last) {}

    /** All lists by name, in two reads for each fifty. */
    default List<Glance> lists() {
        return hall().lists();
    }

    /**
     * What the first page of all shows.
     *
     * @param lists all lists by name
     * @param makers who may make lists
     * @param deleted those that were deleted and can come back, by name
     */
    record Hall(List<Glance> lists, Makers makers, List<DeletedLists.Deleted> deleted) {

        /** Copies the lists. */
        public Hall {
            lists = List.copyOf(lists);
            deleted = List.copyOf(deleted);
        }
    }

    /** All lists, and what stands beside them, in the same two reads for each fifty. */
    Hall hall();

    /**
     * A subscriber with what is kept beside.
     *
     * @param subscriber the subscriber
     * @param remark what owners remark; empty when there is nothing
     * @param bounces what came back; empty when nothing did
     */
    record MemberFile(Subscriber subscriber, Optional<MemberText> remark, Optional<BounceRecord> bounces) {}

    /** The subscriber of that key, as {@link org.clubpost.core.subscriber.Subscribers#find} finds it. */
    Optional<MemberFile> member(ListId list, SubscriberId id);

    /**
     * A post with how it goes out.
     *
     * @param post the post
     * @param ranges its ranges, in order
     * @param failures those who did not get it, in the order of keys or against it
     */
    record PostFile(Post post, List<DeliveryRange> ranges, List<Failure> failures) {

        /** Copies the lists. */
        public PostFile {
            ranges = List.copyOf(ranges);
            failures = List.copyOf(failures);
        }
    }

    /**
     * The post of that id with its ranges.
     *
     * @param most how many failures at most, 0 to 1,000
     */
    Optional<PostFile> post(PostId id, int most);

    /**
     * What came of a post at members.
     *
     * @param counts what came back of it
     * @param people those of them who are on the list in some state
     */
    record Echo(PostCounts counts, Map<SubscriberId, Subscriber> people) {

        /** Copies the people. */
        public Echo {
            people = Map.copyOf(people);
        }
    }

    /**
     * What came back of a post, and those people of the list.
     *
     * @param people {@value #MOST} at most
     */
    Echo echo(ListId list, PostId post, Collection<SubscriberId> people);

    /**
     * Numbers of a list.
     *
     * @param figures what {@link #keep} kept; empty when nothing was kept
     * @param returned what came back of the posts; those of which nothing did are left out
     */
    record Numbers(Optional<Figures> figures, Map<PostId, PostCounts> returned) {

        /** Copies the numbers. */
        public Numbers {
            returned = Map.copyOf(returned);
        }
    }

    /**
     * What was counted of the list beforehand, and what came back of those of its posts.
     *
     * @param posts {@value #MOST} at most
     */
    Numbers numbers(ListId list, Collection<PostId> posts);

    /** Keeps figures in place of those that were kept. */
    void keep(ListId list, Figures figures);

    /**
     * Counts anew what waits and what went out last, where that is kept as numbers, so that no fault and no data from
     * before stay. May be repeated; gives way to a change that comes meanwhile.
     */
    void recount(ListId list);

    /** Whether an owner has to decide about a post in that state. */
    static boolean waits(PostState state) {
        return state instanceof PostState.Held held && held.decider() == PostState.Held.Decider.OWNERS;
    }

    /** Whether members got a post in that state, or are getting it. */
    static boolean went(PostState state) {
        return state instanceof PostState.Sending || state instanceof PostState.Done;
    }
}
