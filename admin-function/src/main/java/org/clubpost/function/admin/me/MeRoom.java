package org.clubpost.function.admin.me;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.person.Passkey;
import org.clubpost.core.person.Passkeys;
import org.clubpost.core.person.Session;
import org.clubpost.core.person.Sessions;
import org.clubpost.core.person.WebAuthn;
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
 * {@code /rooms/me}: the browsers in which the visitor is signed in, with a way to sign out of one or of all; their
 * passkeys; the keys of their programs; and the language of these pages.
 *
 * @param sessions know them
 * @param passkeys a second way to sign in
 * @param keys the keys of programs
 * @param cookies removes the cookie of this browser
 */
public record MeRoom(Sessions sessions, Passkeys passkeys, KeySection keys, Cookies cookies) implements Room {

    private static final String ACT = "act";
    private static final String SESSION = "session";
    private static final String TONGUE = "language";
    private static final String CREDENTIAL = "credential";
    private static final String KEY = "key";
    private static final String ALGORITHM = "algorithm";
    private static final String DATA = "data";
    private static final String CLIENT = "client";
    private static final String CHALLENGE = "challenge";
    private static final String NAME = "name";
    private static final String KEYS_TOO = "keys-too";
    private static final KnownFields FIELDS = new KnownFields(fieldLengths(), false).withSeveral(KeySection.LIST);

    private static Map<String, Integer> fieldLengths() {
        var all = new HashMap<>(KeySection.fields());
        all.putAll(Map.of(ACT, 20, SESSION, 40, TONGUE, 10, CREDENTIAL, 1400, KEY, 1000, ALGORITHM, 10, DATA, 3000,
                CLIENT, 3000, CHALLENGE, 60, NAME, 60));
        all.put(KEYS_TOO, 3);
        return all;
    }

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
        var person = visit.guest().person();
        var model = new HashMap<String, Object>(keys.model(visit));
        model.putAll(Map.of("sessions",
                person.sessions(visit.now()).reversed().stream().map(each -> row(visit, each)).toList(), "passkeys",
                person.passkeys().stream().map(each -> row(visit, each)).toList(), "known",
                person.passkeys().stream().map(Passkey::id).collect(Collectors.joining(" ")), "challenge",
                passkeys.challengeToAdd(visit.guest(), visit.now()), "host", passkeys.web().host(), "person",
                person.id().value(), "browser", Browsers.name(visit.guest().session().agent(), ""), "fields",
                Field.shown(Field.choice(TONGUE, words.text("me.language"), languages(),
                        words.language().toLanguageTag()))));
        return RoomAnswer.page(this, "me", words.text("me.title"), model).with(HttpAnswer::withOurScripts);
    }

    private static Map<String, Object> row(RoomVisit visit, Passkey passkey) {
        return Map.of("id", passkey.id(), "name",
                passkey.name().isEmpty() ? visit.words().text("me.passkey") : passkey.name(), "since",
                visit.words().text("me.since", Map.of("time",
                        visit.words().time(passkey.since(), ZoneOffset.UTC))));
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
                if (visit.has(KEYS_TOO)) {
                    sessions.endAllAndKeys(visit.guest());
                } else {
                    sessions.endAll(visit.guest());
                }
                yield out();
            }
            case "key-make" -> switch (keys.make(visit)) {
                case KeySection.Made.Shown(var answer) -> answer.as("key-made");
                case KeySection.Made.Wrong(var why) -> show(visit).withProblem(400, why.said(visit.words()));
            };
            case "key-withdraw" -> keys.withdraw(visit);
            case "language" -> speak(visit);
            case "passkey-add" -> add(visit);
            case "passkey-remove" -> {
                passkeys.remove(visit.guest(), visit.text(CREDENTIAL));
                yield RoomAnswer.done(visit.path(), Notice.of(visit.words().text("me.passkey-removed")));
            }
            default -> show(visit);
        };
    }

    private RoomAnswer add(RoomVisit visit) {
        var algorithm = visit.text(ALGORITHM).equals(Integer.toString(WebAuthn.RS256))
                ? WebAuthn.RS256
                : WebAuthn.ES256;
        var made = new Passkeys.Made(visit.text(CREDENTIAL), visit.text(KEY), algorithm,
                new WebAuthn.Said(visit.text(DATA), visit.text(CLIENT)), visit.text(CHALLENGE),
                visit.text(NAME).strip());
        return passkeys.add(visit.guest(), made, visit.now())
                ? RoomAnswer.done(visit.path(), Notice.of(visit.words().text("me.passkey-added")))
                : show(visit).withProblem(400, visit.words().text("me.passkey-failed"));
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
