package org.clubpost.function.admin.me;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.person.Session;
import org.clubpost.core.person.Sessions;
import org.clubpost.core.text.Catalogue;
import org.clubpost.core.text.Languages;
import org.clubpost.function.admin.frame.Cookies;
import org.clubpost.function.admin.frame.Doorway;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.words.Words;

/**
 * {@code /rooms/me}: the browsers in which the visitor is signed in, with a way to sign out of one or of all, and the
 * language of these pages.
 *
 * @param sessions know them
 * @param cookies removes the cookie of this browser
 */
public record MeRoom(Sessions sessions, Cookies cookies) implements Room {

    private static final String ACT = "act";
    private static final String SESSION = "session";
    private static final String TONGUE = "language";
    private static final KnownFields FIELDS = new KnownFields(Map.of(ACT, 20, SESSION, 40, TONGUE, 10), false);

    @Override
    public RoomPath path() {
        return RoomPath.of("me");
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var words = visit.words();
        return RoomAnswer.page(this, "me", words.text("me.title"), Map.of("sessions",
                visit.guest().person().sessions(visit.now()).reversed().stream().map(each -> row(visit, each)).toList(),
                "fields", Field.shown(Field.choice(TONGUE, words.text("me.language"), languages(),
                        words.language().toLanguageTag()))));
    }

    private static List<Field.Option> languages() {
        return Languages.ALL.stream().map(each -> new Field.Option(each.toLanguageTag(),
                Catalogue.of(each).text("language.name", Map.of()))).toList();
    }

    private static Map<String, Object> row(RoomVisit visit, Session session) {
        var words = visit.words();
        return Map.of("id", session.id(), "browser", Browsers.name(session.agent(), words.text("me.browser-unknown")),
                "since", words.text("me.since", Map.of("time", words.time(session.since(), ZoneOffset.UTC))), "until",
                words.text("me.until", Map.of("time", words.time(session.until(), ZoneOffset.UTC))), "here",
                session.id().equals(visit.guest().session().id()));
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return switch (visit.text(ACT)) {
            case "end" -> end(visit);
            case "end-all" -> {
                sessions.endAll(visit.guest());
                yield out();
            }
            case "language" -> speak(visit);
            default -> show(visit);
        };
    }

    private RoomAnswer end(RoomVisit visit) {
        sessions.end(visit.guest(), visit.text(SESSION));
        return visit.text(SESSION).equals(visit.guest().session().id())
                ? out()
                : RoomAnswer.done(visit.path(), Notice.of(visit.words().text("me.ended")));
    }

    private RoomAnswer out() {
        return RoomAnswer.goTo(Doorway.SIGN_IN).as("signed-out")
                .with(answer -> answer.withCookie(cookies.remove(Cookies.SESSION)));
    }

    private RoomAnswer speak(RoomVisit visit) {
        var chosen = Languages.closest(Locale.forLanguageTag(visit.text(TONGUE)));
        sessions.change(visit.guest(), person -> person.with(chosen));
        return RoomAnswer.done(visit.path(), Notice.of(Words.of(chosen).text("me.language-chosen")));
    }
}
