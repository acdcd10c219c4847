package org.clubpost.function.admin.mails;

import java.util.Optional;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.Permission;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/LIST/posts/POST/page}: the HTML of a post as it came in, for a frame without rights.
 *
 * @param posts the posts
 */
public record PageRoom(StoredPosts posts) implements Room {

    @Override
    public RoomPath path() {
        return RoomPath.ofList("posts", RoomPath.ANY, "page");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.DECIDE_POSTS);
    }

    @Override
    public KnownFields fields() {
        return NO_FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return posts.find(visit).flatMap(post -> posts.open(visit.list(), post))
                .flatMap(opened -> opened.view().page())
                .map(page -> RoomAnswer.whole(HttpAnswer.foreignPage(page))).orElseGet(RoomAnswer::notFound);
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return RoomAnswer.notFound();
    }
}
