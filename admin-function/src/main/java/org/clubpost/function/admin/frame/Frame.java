package org.clubpost.function.admin.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clubpost.aws.event.Handled;
import org.clubpost.aws.event.HttpAnswer;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.act.Actor;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.person.Session;
import org.clubpost.function.admin.words.Words;
import org.clubpost.site.Palette;

/** Makes pages of what rooms answer. Safe for use by many threads. */
public final class Frame {

    private static final Duration NOTICE_LIFE = Duration.ofMinutes(2);
    private static final char BEFORE_MARK = '.';
    /** What a browser says of a form that stands on a page of another site, or of another host of the same site. */
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private final Templates templates = new Templates();
    private final Cookies cookies;
    private final Marks marks;

    /**
     * Makes them.
     *
     * @param tokens have the keys for what only we can have made
     */
    public Frame(Cookies cookies, MembershipTokens tokens) {
        this.cookies = cookies;
        this.marks = new Marks(tokens);
    }

    /** The cookies. */
    public Cookies cookies() {
        return cookies;
    }

    Marks marks() {
        return marks;
    }

    /** What a room answers, as an answer to the browser. */
    Handled answer(RoomVisit visit, RoomAnswer answer, List<Room> rooms) {
        var made = switch (answer.body()) {
            case RoomAnswer.Body.Page(var template, var model) -> page(visit, answer, template, model, rooms);
            case RoomAnswer.Body.Way(var target) -> HttpAnswer.seeOther(target.path());
            case RoomAnswer.Body.Whole(var whole) -> whole;
            case RoomAnswer.Body.Nothing _ -> HttpAnswer.html(404, message(visit.words(), "frame.notfound"));
        };
        var kept = answer.notice().map(notice -> made.withCookie(cookies.set(Cookies.NOTICE,
                written(visit.guest().session(), notice), NOTICE_LIFE))).orElse(made);
        var list = visit.place().list();
        return list.isPresent()
                ? Handled.of(answer.finished(kept), answer.outcome(), list.get())
                : Handled.of(answer.finished(kept), answer.outcome());
    }

    /** A page for somebody who is not signed in, without navigation: the texts {@code NAME.title} and {@code NAME.text}. */
    public Handled message(Visit visit, int status, String name, String outcome) {
        return Handled.of(HttpAnswer.html(status, message(Words.of(visit.language(Locale.ENGLISH)), name)), outcome);
    }

    /** What to answer when a cookie could not be kept secret on the way that the request came; empty when it could. */
    public Optional<Handled> unsafe(Visit visit) {
        return cookies.areSafe(visit.request())
                ? Optional.empty()
                : Optional.of(message(visit, 404, "frame.insecure", "insecure"));
    }

    /** What to answer to a form that stands on a page of somebody else; empty when it does not. */
    public Optional<Handled> foreign(Visit visit) {
        return OTHER_SITES.contains(visit.request().fetchSite())
                ? Optional.of(message(visit, 400, "frame.foreign", "foreign-form"))
                : Optional.empty();
    }

    /** The same for whom only the language is known. */
    public String message(Words words, String name) {
        return outside(words, Frame.class, "outside", Map.of("title", words.text(name + ".title"), "paragraphs",
                words.paragraphs(name + ".text")));
    }

    /**
     * A page for somebody who is not signed in.
     *
     * @param neighbour the class beside which the template is
     * @param model must have a {@code title}
     */
    public String outside(Words words, Class<?> neighbour, String template, Map<String, Object> model) {
        var all = new Model(words, model);
        common(all, words);
        all.put("where", List.of());
        return templates.fill(new RoomAnswer.Template(neighbour, template), all);
    }

    private HttpAnswer page(RoomVisit visit, RoomAnswer answer, RoomAnswer.Template template,
            Map<String, Object> own, List<Room> rooms) {
        var request = visit.visit().request();
        var kept = cookies.read(request, Cookies.NOTICE);
        var notice = answer.problem().isEmpty() ? notice(visit.guest().session(), kept) : Optional.<Notice>empty();
        var all = new Model(visit.words(), own);
        common(all, visit.words());
        all.put("path", visit.path());
        all.put("mark", visit.mark(visit.path()));
        all.put("who", who(visit));
        all.put("signOut", Map.of("href", RoomPath.ROOT + "/sign-out", "mark",
                visit.mark(RoomPath.ROOT + "/sign-out")));
        all.put("notice", notice.map(found -> shown(visit, found)).stream().toList());
        all.put("problem", answer.problem().isEmpty() ? List.of() : List.of(Map.of("text", answer.problem())));
        all.put("where", visit.place().list().map(_ -> list(visit, rooms)).stream().toList());
        all.put("palette", visit.place().list().flatMap(_ -> visit.list().brand().colour()).map(Palette::css)
                .stream().toList());
        var page = HttpAnswer.html(answer.status(), templates.fill(template, all));
        return kept.isEmpty() ? page : page.withCookie(cookies.remove(Cookies.NOTICE));
    }

    private static void common(Map<String, Object> model, Words words) {
        model.put("language", words.language().toLanguageTag());
        for (var none : List.of("palette", "notice", "problem", "signOut", "who")) {
            model.putIfAbsent(none, List.of());
        }
    }

    private static String who(RoomVisit visit) {
        return switch (visit.actor()) {
            case Actor.Owner(var address) -> address.written();
            case Actor.Operator _ -> visit.words().text("frame.operator");
            case Actor.Member _,Actor.Service _,Actor.Unknown _ -> "";
        };
    }

    /** The list with the rooms that the visitor may enter. */
    private static Map<String, Object> list(RoomVisit visit, List<Room> rooms) {
        var tabs = rooms.stream().filter(room -> room.path().inList() && room.tab().isPresent())
                .filter(room -> room.needs().map(visit::may).orElse(true)).map(room -> tab(visit, room)).toList();
        return Map.of("name", visit.list().profile().name(), "href", visit.room(), "tabs", tabs);
    }

    private static Map<String, Object> tab(RoomVisit visit, Room room) {
        var href = visit.room(room.path().pieces().toArray(String[]::new));
        var isHere = room.path().pieces().isEmpty()
                ? visit.path().equals(href)
                : visit.path().equals(href) || visit.path().startsWith(href + "/");
        return Map.of("href", href, "label", visit.words().text(room.tab().orElseThrow()), "here", isHere);
    }

    private static Map<String, Object> shown(RoomVisit visit, Notice notice) {
        var undo = notice.undo().filter(_ -> visit.place().list().isPresent()).map(entry -> {
            var path = visit.room("undo");
            return Map.of("href", path, "mark", visit.mark(path), "entry", entry.value(), "back", visit.path());
        });
        return Map.of("text", notice.text(), "undo", undo.stream().toList());
    }

    private String written(Session session, Notice notice) {
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(notice.written().getBytes(UTF_8));
        return text + BEFORE_MARK + marks.ofNotice(session.id(), text);
    }

    /** What the page before wanted to be said; empty when it is not from us, or from another session. */
    private Optional<Notice> notice(Session session, String kept) {
        var end = kept.lastIndexOf(BEFORE_MARK);
        return end > 0 && marks.fitsNotice(session.id(), kept.substring(0, end), kept.substring(end + 1))
                ? Optional.of(Notice.parse(new String(Base64.getUrlDecoder().decode(kept.substring(0, end)), UTF_8)))
                : Optional.empty();
    }
}
