package org.clubpost.function.admin.posts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.post.Post;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.mails.Headlines;
import org.clubpost.function.admin.mails.MailModel;
import org.clubpost.function.admin.mails.StoredPosts;
import org.clubpost.mail.view.MailView;

/**
 * {@code /rooms/LIST/posts/POST/copy}: a post as one member got it, the links in it blanked.
 *
 * @param posts the posts
 * @param copies makes copies
 */
public record CopyRoom(StoredPosts posts, Copies copies) implements Room {

    /** The field with the member's address. */
    static final String WHO = "who";
    /** The field that asks for the page of its HTML, or for one of its files. */
    private static final String PART = "part";
    private static final String PAGE = "page";
    private static final KnownFields FIELDS = new KnownFields(Map.of(WHO, 254, PART, 4, MailModel.WHOLE, 3), true);

    @Override
    public RoomPath path() {
        return RoomPath.ofList("posts", RoomPath.ANY, "copy");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.SEE_MEMBERS);
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return posts.find(visit).map(post -> shown(visit, post)).orElseGet(RoomAnswer::notFound);
    }

    private RoomAnswer shown(RoomVisit visit, Post post) {
        var member = EmailAddress.parse(visit.text(WHO).strip())
                .flatMap(address -> copies.member(visit.list(), address));
        var copy = member.flatMap(who -> copies.of(post, who));
        if (copy.isPresent() && visit.text(PART).equals(PAGE)) {
            return copy.get().page().map(page -> RoomAnswer.whole(HttpAnswer.foreignPage(page)))
                    .orElseGet(RoomAnswer::notFound);
        }
        var page = page(visit, post, member, copy);
        return copy.isPresent() || !visit.has(WHO)
                ? page
                : page.withProblem(404, visit.words().text(member.isPresent()
                        ? "posts.copy.gone"
                        : "posts.copy.no-member"));
    }

    private RoomAnswer page(RoomVisit visit, Post post, Optional<Subscriber.Confirmed> member,
            Optional<MailView> copy) {
        var words = visit.words();
        var model = new HashMap<String, Object>();
        model.putAll(copy.map(mail -> MailModel.of(visit, mail, RoomVisit.withQuery(visit.path(),
                Map.of(WHO, visit.text(WHO), PART, PAGE)))).orElseGet(MailModel::gone));
        model.put("copied", copy.map(mail -> Map.of("from", mail.field("From"), "to", mail.field("To"), "subject",
                mail.field("Subject"))).stream().toList());
        model.put("whoIs", visit.text(WHO));
        model.put("paused", member.flatMap(who -> who.settings().pausedUntil()).filter(day -> day.isAfter(
                LocalDate.ofInstant(visit.now(), visit.zone()))).map(_ -> words.text("posts.copy.paused"))
                .stream().toList());
        model.put("back", List.of(Map.of("href", visit.room("posts", post.id().value()), "label",
                Headlines.subject(words, post))));
        return RoomAnswer.page(this, "copy", words.text("posts.copy.title"), model)
                .with(HttpAnswer::withOurFrames);
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return RoomAnswer.goTo(visit.path());
    }
}
