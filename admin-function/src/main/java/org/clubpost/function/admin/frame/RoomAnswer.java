package org.clubpost.function.admin.frame;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.clubpost.aws.event.HttpAnswer;

/** What a room answers. Start with {@link #page}, {@link #done} or {@link #notFound}. Immutable. */
public final class RoomAnswer {

    private final Body body;
    private final int status;
    private final String outcome;
    private final String problem;
    private final Optional<Notice> notice;
    private final UnaryOperator<HttpAnswer> finish;

    /** What it consists of. */
    sealed interface Body {

        /** A page made of a template. */
        record Page(Template template, Map<String, Object> model) implements Body {}

        /** The way to another page. */
        record Way(Target target) implements Body {}

        /** Something whole. */
        record Whole(HttpAnswer answer) implements Body {}

        /** Nothing is there. */
        record Nothing() implements Body {}
    }

    /**
     * A template.
     *
     * @param neighbour the class beside which it is
     * @param name its name without the ending {@code .mustache}
     */
    record Template(Class<?> neighbour, String name) {}

    /**
     * A path of ours.
     *
     * @param path with its query
     */
    record Target(String path) {}

    private RoomAnswer(Body body, int status, String outcome, String problem, Optional<Notice> notice,
            UnaryOperator<HttpAnswer> finish) {
        this.body = body;
        this.status = status;
        this.outcome = outcome;
        this.problem = problem;
        this.notice = notice;
        this.finish = finish;
    }

    private static RoomAnswer of(Body body, int status, String outcome, Optional<Notice> notice) {
        return new RoomAnswer(body, status, outcome, "", notice, UnaryOperator.identity());
    }

    /**
     * A page.
     *
     * @param room the room, beside whose class the template is
     * @param template the template's name, without the ending {@code .mustache}. It begins with {@code {{>head}}} and ends
     *         with {@code {{>foot}}}
     * @param title the title and the one {@code h1}
     * @param model what is put into the slots. A slot that is not in it is the text of that name, if that has no slots
     *         itself: {@code {{members.search}}}
     */
    public static RoomAnswer page(Room room, String template, String title, Map<String, ?> model) {
        return page(room.getClass(), template, title, model);
    }

    /** A page of what is no room, with a template beside that class. */
    public static RoomAnswer page(Class<?> neighbour, String template, String title, Map<String, ?> model) {
        var all = new HashMap<String, Object>(model);
        all.put("title", title);
        return of(new Body.Page(new Template(neighbour, template), Map.copyOf(all)), 200, "shown", Optional.empty());
    }

    /**
     * It was done: leads to a page, which says so first (RFC 9110 section 15.4.4), so that a reload does nothing twice.
     *
     * @param path where the page is, such as {@link RoomVisit#path()}
     */
    public static RoomAnswer done(String path, Notice notice) {
        return of(new Body.Way(new Target(path)), 303, "done", Optional.of(notice));
    }

    /** Leads to a page that says nothing of it. */
    public static RoomAnswer goTo(String path) {
        return of(new Body.Way(new Target(path)), 303, "sent-on", Optional.empty());
    }

    /** Anything else, such as a file or JSON. */
    public static RoomAnswer whole(HttpAnswer answer) {
        return of(new Body.Whole(answer), answer.status(), "shown", Optional.empty());
    }

    /** There is nothing of that name. */
    public static RoomAnswer notFound() {
        return of(new Body.Nothing(), 404, "not-found", Optional.empty());
    }

    /** The same, with a fixed word for the log of what happened; never anything from the request. */
    public RoomAnswer as(String word) {
        return new RoomAnswer(body, status, word, problem, notice, finish);
    }

    /** The same page with that status. */
    public RoomAnswer withStatus(int other) {
        return new RoomAnswer(body, other, outcome, problem, notice, finish);
    }

    /** The same page, which says first what is wrong. */
    public RoomAnswer withProblem(int with, String sentence) {
        return new RoomAnswer(body, with, "refused", sentence, notice, finish);
    }

    /** The same, with something done to the answer at last: a header field, a cookie, our scripts. */
    public RoomAnswer with(UnaryOperator<HttpAnswer> change) {
        return new RoomAnswer(body, status, outcome, problem, notice, answer -> change.apply(finish.apply(answer)));
    }

    Body body() {
        return body;
    }

    int status() {
        return status;
    }

    String outcome() {
        return outcome;
    }

    String problem() {
        return problem;
    }

    Optional<Notice> notice() {
        return notice;
    }

    HttpAnswer finished(HttpAnswer answer) {
        return finish.apply(answer);
    }
}
