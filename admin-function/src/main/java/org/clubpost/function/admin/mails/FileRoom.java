package org.clubpost.function.admin.mails;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.Permission;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.words.Words;
import org.clubpost.mail.view.MailView;

/**
 * {@code /rooms/LIST/posts/POST/file}: a file of a post as it came in, to be saved.
 *
 * @param posts the posts
 */
public record FileRoom(StoredPosts posts) implements Room {

    /** The largest file that is handed out: Lambda answers with 6 MB at most, in base64 (Lambda quotas, "Payload"). */
    public static final int MOST = 4 << 20;

    private static final String NUMBER = "n";
    private static final KnownFields FIELDS = new KnownFields(Map.of(NUMBER, 3), true);
    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");

    @Override
    public RoomPath path() {
        return RoomPath.ofList("posts", RoomPath.ANY, "file");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.DECIDE_POSTS);
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return posts.find(visit).flatMap(post -> posts.open(visit.list(), post))
                .flatMap(opened -> file(visit, opened.view())).map(RoomAnswer::whole)
                .orElseGet(RoomAnswer::notFound);
    }

    private static Optional<HttpAnswer> file(RoomVisit visit, MailView mail) {
        var number = DIGITS.matcher(visit.text(NUMBER)).matches() ? Integer.parseInt(visit.text(NUMBER)) : -1;
        return saved(visit.words(), mail, number);
    }

    private static Optional<HttpAnswer> saved(Words words, MailView mail, int number) {
        return mail.file(number).filter(octets -> octets.length <= MOST)
                .map(octets -> HttpAnswer.saved(MailModel.name(words, mail.files().get(number)), octets));
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return RoomAnswer.notFound();
    }
}
