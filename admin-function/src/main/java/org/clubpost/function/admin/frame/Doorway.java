package org.clubpost.function.admin.frame;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.admin.Role;
import org.clubpost.core.desk.Desk;
import org.clubpost.core.list.Lists;
import org.clubpost.core.person.Guest;
import org.clubpost.core.person.Sessions;
import org.clubpost.function.admin.words.Words;

/**
 * Lets people into rooms. It wants a way on which a cookie stays secret, a session, a role for the list that includes
 * what the room needs, and of a form that it is one of ours. Somebody without any role for a list sees the same as where
 * there is no list.
 */
public final class Doorway {

    /** Where somebody who is not signed in is sent. */
    public static final String SIGN_IN = RoomPath.ROOT + "/sign-in";
    /** The field of the query that says where to go on after that. */
    public static final String ONWARDS = "to";

    private final Sessions sessions;
    private final Desk desk;
    private final Frame frame;

    /**
     * Lets people in.
     *
     * @param sessions know the cookies of those who are signed in
     * @param desk has the session and the list, in one read
     * @param frame makes pages
     */
    public Doorway(Sessions sessions, Desk desk, Frame frame) {
        this.sessions = sessions;
        this.desk = desk;
        this.frame = frame;
    }

    Handled look(RoomConversation at, Visit visit, Function<RoomVisit, RoomAnswer> inside) {
        return enter(at, visit, inside);
    }

    Handled act(RoomConversation at, Visit visit, Function<RoomVisit, RoomAnswer> inside) {
        return frame.foreign(visit)
                .orElseGet(() -> enter(at, visit, seen -> frame.marks().fits(seen.guest().session().id(),
                        seen.path(), visit.text(Marks.FIELD)) ? inside.apply(seen) : stale(seen)));
    }

    /** Nothing is done, so it takes no mark. */
    Handled tooLarge(RoomConversation at, Visit visit, Function<RoomVisit, RoomAnswer> inside) {
        return frame.foreign(visit).orElseGet(() -> enter(at, visit, inside));
    }

    /** The form is as it was, but for what was filled in: that could be somebody else's words. */
    private static RoomAnswer stale(RoomVisit visit) {
        return RoomAnswer.page(Frame.class, "message", visit.words().text("frame.stale.title"),
                Map.of("paragraphs", visit.words().paragraphs("frame.stale.text"), "ways",
                        List.of(Map.of("href", visit.path(), "label", visit.words().text("frame.stale.again")))))
                .withStatus(400).as("stale-form");
    }

    private Handled enter(RoomConversation at, Visit visit, Function<RoomVisit, RoomAnswer> inside) {
        var unsafe = frame.unsafe(visit);
        if (unsafe.isPresent()) {
            return unsafe.get();
        }
        return sessions.claim(frame.cookies().read(visit.request(), Cookies.SESSION))
                .flatMap(claim -> enter(at, visit, claim, inside)).orElseGet(() -> Handled.of(
                        HttpAnswer.seeOther(RoomVisit.withQuery(SIGN_IN, Map.of(ONWARDS, at.place().path()))),
                        "not-signed-in"));
    }

    private Optional<Handled> enter(RoomConversation at, Visit visit, Sessions.Claim claim,
            Function<RoomVisit, RoomAnswer> inside) {
        var door = desk.door(claim.person(), at.place().list());
        return claim.guest(door.person(), visit.request().origin().at())
                .map(guest -> enter(at, visit, guest, door.list(), inside));
    }

    private Handled enter(RoomConversation at, Visit visit, Guest guest, Optional<Lists.Headed> list,
            Function<RoomVisit, RoomAnswer> inside) {
        var words = Words.of(language(visit, guest));
        if (at.place().list().isEmpty()) {
            var seen = new RoomVisit(visit, at.place(), guest, Optional.empty(), Optional.empty(), words,
                    frame.marks());
            return frame.answer(seen, inside.apply(seen), at.rooms());
        }
        var role = list.flatMap(found -> Role.of(guest.actor(), found.list()));
        if (role.isEmpty()) {
            return frame.message(visit, 404, "frame.notfound", "not-found");
        }
        var seen = new RoomVisit(visit, at.place(), guest, list, role, words, frame.marks());
        var may = at.room().needs().map(seen::may).orElse(true);
        return frame.answer(seen, may ? inside.apply(seen) : denied(seen), at.rooms());
    }

    /** That of the field {@code lang}, else the one that the visitor chose once, else one that the browser wants. */
    private static Locale language(Visit visit, Guest guest) {
        return visit.text(FormRequest.LANGUAGE_FIELD).isEmpty() && guest.person().language().isPresent()
                ? guest.person().language().get()
                : visit.language(guest.person().language().orElse(Locale.ENGLISH));
    }

    private static RoomAnswer denied(RoomVisit visit) {
        return RoomAnswer.page(Frame.class, "message", visit.words().text("frame.denied.title"),
                Map.of("paragraphs", visit.words().paragraphs("frame.denied.text"), "ways", List.of()))
                .withStatus(404).as("denied");
    }
}
