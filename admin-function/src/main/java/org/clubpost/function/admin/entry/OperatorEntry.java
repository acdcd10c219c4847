package org.clubpost.function.admin.entry;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.clubpost.aws.event.Conversation;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.act.Actor;
import org.clubpost.core.person.OneTimeSecret;
import org.clubpost.core.person.OperatorDoor;
import org.clubpost.core.person.Sessions;
import org.clubpost.function.admin.frame.Cookies;
import org.clubpost.function.admin.frame.Frame;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.words.Words;

/**
 * {@code /rooms/start}: where the link leads that the start of the service prints. Its button signs the operator in, once.
 *
 * @param door knows the secret
 * @param sessions what begins
 * @param random must be cryptographically strong
 * @param frame makes the pages
 */
public record OperatorEntry(OperatorDoor door, Sessions sessions, RandomGenerator random,
        Frame frame) implements Conversation {

    /** Where it is. */
    public static final String PATH = RoomPath.ROOT + "/start";
    /** The field that has the secret. */
    public static final String SECRET = "key";

    private static final int ID_OCTETS = 16;
    private static final KnownFields FIELDS = new KnownFields(Map.of(SECRET, 60, FormRequest.LANGUAGE_FIELD, 35),
            false);

    /** The path with that secret. */
    public static String link(OneTimeSecret secret) {
        return PATH + "?" + SECRET + "=" + secret.text();
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public Handled show(Visit visit) {
        var unsafe = frame.unsafe(visit);
        if (unsafe.isPresent()) {
            return unsafe.get();
        }
        if (!door.fits(visit.text(SECRET))) {
            return frame.message(visit, 404, "start.used", "start-used");
        }
        var words = Words.of(visit.language(Locale.ENGLISH));
        return Handled.of(HttpAnswer.html(200, frame.outside(words, OperatorEntry.class, "start",
                Map.of("title", words.text("start.title"), "key", visit.text(SECRET)))), "start-shown");
    }

    @Override
    public Handled act(Visit visit) {
        var unsafe = frame.unsafe(visit).or(() -> frame.foreign(visit));
        if (unsafe.isPresent()) {
            return unsafe.get();
        }
        if (!door.pass(visit.text(SECRET))) {
            return frame.message(visit, 404, "start.used", "start-used");
        }
        var id = new byte[ID_OCTETS];
        random.nextBytes(id);
        var opened = sessions.open(new Actor.Operator(), Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                Sessions.USUAL, Entry.agent(visit), visit.request().origin().at());
        return Handled.of(HttpAnswer.seeOther(RoomPath.ROOT).withCookie(
                frame.cookies().set(Cookies.SESSION, opened.cookie(), opened.life())), "operator-signed-in");
    }
}
