package org.clubpost.function.admin.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.CountFlow;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.desk.Desk;
import org.clubpost.core.desk.Figures;
import org.clubpost.core.desk.KeepFigures;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.health.PostCounts;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.core.post.Posts;
import org.clubpost.core.subscription.Funnel;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/LIST/figures}: members over time, who came and who went and why, how far sign-ups get, and what came back
 * of posts.
 *
 * @param keep counts members and sign-ups beforehand
 * @param posts the posts
 * @param desk has what was counted, and what came back of posts
 */
public record FiguresRoom(KeepFigures keep, Posts posts, Desk desk) implements Room {

    private static final int POSTS = 15;
    private static final int DAYS_OF_WEEK = 7;
    private static final String WISH = "do";
    private static final String COUNT = "count";
    /** Counting may read much, so nobody has it done all the time. */
    private static final Duration NOT_BEFORE = Duration.ofMinutes(1);
    private static final KnownFields FIELDS = new KnownFields(Map.of(WISH, 10), false);

    @Override
    public RoomPath path() {
        return RoomPath.ofList("figures");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.SEE_MEMBERS);
    }

    @Override
    public Optional<String> tab() {
        return Optional.of("figures.tab");
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var words = visit.words();
        var done = done(visit);
        var numbers = desk.numbers(visit.list().id(), done.stream().map(Post::id).toList());
        var figures = new ArrayList<Map<String, Object>>();
        numbers.figures().ifPresent(counted -> figures.addAll(List.of(reasons(visit, counted.flow()),
                members(visit, counted.flow()), comings(visit, counted.flow()), signUps(visit, counted))));
        figures.add(sent(visit, done, numbers.returned()));
        return RoomAnswer.page(this, "figures", words.text("figures.title"), Map.of("basis",
                numbers.figures().map(counted -> basis(visit, counted)).orElse(words.text("figures.not-yet")),
                "figures", figures, "action", visit.path(), "count", words.text(numbers.figures().isPresent()
                        ? "figures.again"
                        : "figures.now")));
    }

    private static String basis(RoomVisit visit, Figures counted) {
        var words = visit.words();
        return words.text(counted.flow().isExact() ? "figures.exact" : "figures.estimated",
                Map.of("looked", counted.flow().looked())) + " "
                + words.text("figures.counted", Map.of("at", words.time(counted.at(), visit.zone())));
    }

    /** The newest posts that went out, oldest first. */
    private List<Post> done(RoomVisit visit) {
        try (var all = posts.of(visit.list().id())) {
            return all.limit(2L * POSTS).filter(post -> post.state() instanceof PostState.Done).limit(POSTS).toList()
                    .reversed();
        }
    }

    private static Map<String, Object> reasons(RoomVisit visit, CountFlow.Flow counted) {
        var words = visit.words();
        var figure = new Figure(words.text("figures.reasons"), words.text("figures.reasons.text"),
                List.of(words.text("figures.reason"), words.text("figures.people")));
        for (var way : CountFlow.Way.values()) {
            var number = counted.weeks().stream().mapToLong(week -> week.left().getOrDefault(way, 0L)).sum();
            figure.row(words.text("figures.reason." + way), List.of(words.number(number)));
        }
        return figure.shown(false);
    }

    private static Map<String, Object> members(RoomVisit visit, CountFlow.Flow counted) {
        var words = visit.words();
        var first = counted.weeks().getFirst();
        var last = counted.weeks().getLast();
        var chart = new BarChart("members", words.text("figures.members"), words.text("figures.members.seen",
                Map.of("first", first.members(), "last", last.members())));
        var figure = new Figure(words.text("figures.members"), words.text("figures.members.text"),
                List.of(words.text("figures.week"), words.text("figures.members")));
        counted.weeks().forEach(week -> {
            chart.with(words.shortDay(week.monday()), week.members());
            figure.row(words.day(week.monday()), List.of(words.number(week.members())));
        });
        return figure.drawn(chart).shown(true);
    }

    private static Map<String, Object> comings(RoomVisit visit, CountFlow.Flow counted) {
        var words = visit.words();
        var joined = counted.weeks().stream().mapToLong(CountFlow.Week::allJoined).sum();
        var left = counted.weeks().stream().mapToLong(CountFlow.Week::allLeft).sum();
        var chart = new BarChart("comings", words.text("figures.comings"), words.text("figures.comings.seen",
                Map.of("joined", joined, "left", left)));
        var figure = new Figure(words.text("figures.comings"), words.text("figures.comings.text", Map.of("form",
                byWay(counted, JoinWay.FORM), "owner", byWay(counted, JoinWay.OWNER), "account",
                byWay(counted, JoinWay.ACCOUNT))),
                List.of(words.text("figures.week"), words.text("figures.joined"), words.text("figures.left")));
        counted.weeks().forEach(week -> {
            chart.with(words.shortDay(week.monday()), week.allJoined(), week.allLeft());
            figure.row(words.day(week.monday()),
                    List.of(words.number(week.allJoined()), words.number(week.allLeft())));
        });
        return figure.drawn(chart).shown(true);
    }

    private static long byWay(CountFlow.Flow counted, JoinWay way) {
        return counted.weeks().stream().mapToLong(week -> week.joined().getOrDefault(way, 0L)).sum();
    }

    private static Map<String, Object> signUps(RoomVisit visit, Figures counted) {
        var words = visit.words();
        var days = counted.days();
        var today = LocalDate.ofInstant(counted.at(), visit.zone());
        var first = today.minusDays(KeepFigures.DAYS - 1L);
        var asked = days.stream().mapToLong(Funnel.Day::asked).sum();
        var confirmed = days.stream().mapToLong(Funnel.Day::confirmed).sum();
        var chart = new BarChart("signups", words.text("figures.sign-ups"), words.text("figures.sign-ups.seen",
                Map.of("asked", asked, "confirmed", confirmed)));
        var figure = new Figure(words.text("figures.sign-ups"), words.text("figures.sign-ups.text"),
                List.of(words.text("figures.week"), words.text("figures.asked"), words.text("figures.shown"),
                        words.text("figures.confirmed")));
        for (var from = first; !from.isAfter(today); from = from.plusDays(DAYS_OF_WEEK)) {
            var week = in(days, from);
            chart.with(words.shortDay(from), week.asked(), week.shown(), week.confirmed());
            figure.row(words.day(from), List.of(words.number(week.asked()), words.number(week.shown()),
                    words.number(week.confirmed())));
        }
        return figure.drawn(chart).shown(true);
    }

    private static Funnel.Day in(List<Funnel.Day> days, LocalDate from) {
        return days.stream().filter(day -> !day.day().isBefore(from) && day.day().isBefore(from.plusDays(DAYS_OF_WEEK)))
                .reduce(new Funnel.Day(from, 0, 0, 0), (sum, day) -> new Funnel.Day(from, sum.asked() + day.asked(),
                        sum.shown() + day.shown(), sum.confirmed() + day.confirmed()));
    }

    private static Map<String, Object> sent(RoomVisit visit, List<Post> newest, Map<PostId, PostCounts> back) {
        var words = visit.words();
        var figure = new Figure(words.text("figures.posts"), words.text("figures.posts.text"),
                List.of(words.text("figures.post"), words.text("figures.sent"), words.text("figures.returned"),
                        words.text("figures.complaints")));
        if (newest.isEmpty()) {
            return figure.row(words.text("overview.no-posts"), List.of()).shown(false);
        }
        var chart = new BarChart("posts", words.text("figures.posts"), words.text("figures.posts.seen",
                Map.of("count", newest.size())));
        for (var post : newest) {
            var counts = back.getOrDefault(post.id(), PostCounts.none(post.id()));
            var copies = post.state() instanceof PostState.Done done ? done.tally().sent() : 0;
            chart.with(words.shortDay(LocalDate.ofInstant(post.id().storedAt(), visit.zone())), copies,
                    counts.bounced(),
                    counts.complaints());
            figure.row(name(visit, post), List.of(words.number(copies), words.number(counts.bounced()),
                    words.number(counts.complaints())));
        }
        return figure.drawn(chart).shown(false);
    }

    private static String name(RoomVisit visit, Post post) {
        var subject = post.headline().subject();
        return visit.words().day(post.id().storedAt(), visit.zone()) + " · "
                + (subject.isEmpty() ? visit.words().text("post.without-subject") : subject);
    }

    /** Short, and the same in all languages. */
    @Override
    public RoomAnswer act(RoomVisit visit) {
        if (visit.text(WISH).equals(COUNT)) {
            var kept = desk.numbers(visit.list().id(), List.of()).figures().map(Figures::at).orElse(Instant.MIN);
            if (kept.isBefore(visit.now().minus(NOT_BEFORE))) {
                keep.count(visit.headed());
            }
        }
        return RoomAnswer.goTo(visit.path());
    }
}
