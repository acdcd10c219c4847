package org.clubpost.function.admin.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.CountFlow;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.event.JoinWay;
import org.clubpost.core.health.PostCounts;
import org.clubpost.core.health.Returns;
import org.clubpost.core.post.Post;
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
 * @param flow counts members
 * @param funnel counts sign-ups
 * @param posts the posts
 * @param returns what came back of them
 */
public record FiguresRoom(CountFlow flow, Funnel funnel, Posts posts, Returns returns) implements Room {

    private static final int WEEKS = 52;
    private static final int WEEKS_OF_SIGN_UPS = 12;
    private static final int POSTS = 15;
    private static final int DAYS_OF_WEEK = 7;

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
        return NO_FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var words = visit.words();
        var counted = flow.of(visit.list().id(), visit.headed().members(), visit.now(), visit.zone(), WEEKS);
        var basis = words.text(counted.isExact() ? "figures.exact" : "figures.estimated",
                Map.of("looked", counted.looked()));
        return RoomAnswer.page(this, "figures", words.text("figures.title"), Map.of("basis", basis, "figures",
                List.of(reasons(visit, counted), members(visit, counted), comings(visit, counted), signUps(visit),
                        sent(visit))));
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

    private Map<String, Object> signUps(RoomVisit visit) {
        var words = visit.words();
        var today = LocalDate.ofInstant(visit.now(), visit.zone());
        var first = today.minusDays(WEEKS_OF_SIGN_UPS * DAYS_OF_WEEK - 1L);
        var days = funnel.days(visit.list().id(), first, today);
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

    private Map<String, Object> sent(RoomVisit visit) {
        var words = visit.words();
        var figure = new Figure(words.text("figures.posts"), words.text("figures.posts.text"),
                List.of(words.text("figures.post"), words.text("figures.sent"), words.text("figures.returned"),
                        words.text("figures.complaints")));
        List<Post> newest;
        try (var all = posts.of(visit.list().id())) {
            newest = all.limit(2L * POSTS).filter(post -> post.state() instanceof PostState.Done).limit(POSTS).toList()
                    .reversed();
        }
        if (newest.isEmpty()) {
            return figure.row(words.text("overview.no-posts"), List.of()).shown(false);
        }
        var back = new ArrayList<>(returns.since(visit.list().id(), newest.getFirst().id()));
        var chart = new BarChart("posts", words.text("figures.posts"), words.text("figures.posts.seen",
                Map.of("count", newest.size())));
        for (var post : newest) {
            var counts = back.stream().filter(each -> each.post().equals(post.id())).findFirst()
                    .orElseGet(() -> PostCounts.none(post.id()));
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
        return RoomAnswer.goTo(visit.path());
    }
}
