package org.clubpost.function.admin.api.posts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.delivery.range.Ranges;
import org.clubpost.core.person.Scope;
import org.clubpost.core.post.Post;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Query;
import org.clubpost.function.admin.api.Route;

/**
 * {@code GET /lists/LIST/posts/POST/failures}: who did not get a post, and why. Who it was is only for those who may see the
 * members, with a key that is for it; others see the reasons.
 *
 * @param found finds posts
 * @param ranges have the failures
 * @param subscribers have the members
 */
public record PostFailures(FindPost found, Ranges ranges, Subscribers subscribers) implements Operation {

    @Override
    public Route route() {
        return Route.get("/lists/{list}/posts/{post}/failures");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.POSTS_READ, Permission.STEER_POSTS);
    }

    @Override
    public Set<String> query() {
        return Query.PAGES;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        return found.answer(call, post -> {
            var limit = call.query().limit();
            var all = read(post, call.query().cursor().flatMap(SubscriberId::parse), limit + 1L);
            var maySee = call.may(Permission.SEE_MEMBERS, Scope.MEMBERS_READ);
            return ApiAnswer.page(all.stream().limit(limit).map(each -> shown(post, each, maySee)).toList(),
                    all.size() > limit
                            ? Optional.of(call.next(all.get(limit - 1).subscriber().hex()))
                            : Optional.empty());
        });
    }

    private List<Failure> read(Post post, Optional<SubscriberId> behind, long most) {
        try (var all = ranges.failures(post.id())) {
            return all.dropWhile(each -> behind.filter(last -> each.subscriber().compareTo(last) <= 0).isPresent())
                    .limit(most).toList();
        }
    }

    private Map<String, Object> shown(Post post, Failure failure, boolean maySee) {
        var members = Members.of("kind", Members.word(failure.kind()))
                .and("reason", PostJson.reason(failure.reason())).and("attempts", failure.attempts())
                .and("at", failure.at());
        if (!maySee) {
            return members.map();
        }
        var person = subscribers.find(post.list(), failure.subscriber()).map(Stored::subscriber)
                .flatMap(Subscriber::whom);
        return members.and("member", failure.subscriber().hex())
                .and("email", person.map(known -> known.address().written())).map();
    }
}
