package org.clubpost.mail.route;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clubpost.mail.command.Commands;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.Judge;
import org.clubpost.mail.rule.Surroundings;

/**
 * Tells what kind of mail came in, asks the guards of that kind, and says what is to be done with the mail. Safe for
 * use by many threads.
 *
 * <p>The first route that takes the mail is its kind; a mail that no route takes is a post. Each route has guards,
 * which are rules that may stop a mail before it is obeyed. So spam to the address for leaving ends no membership. The
 * whole policy of the list is asked about posts, and about nothing else.
 */
public final class Routes {

    /** The name of the kind that no route takes. */
    public static final String POST = "post";

    private final List<Guarded> routes;
    private final Judge posts;

    /** A route with its guards, which must have nothing against a mail that takes it. */
    private record Guarded(Route route, Judge guards) {}

    private Routes(List<Guarded> routes, Judge posts) {
        this.routes = routes;
        this.posts = posts;
    }

    /**
     * All routes, in this order: mails that end a membership, no matter who sends them; what is another list's; reports
     * of other mail systems; what people ask for; posts. A mail about abuse may look like spam, because it quotes some.
     */
    public static Routes of(Surroundings surroundings) {
        var reports = Judge.ofReports(surroundings);
        var people = Judge.ofPeople(surroundings);
        var routes = new ArrayList<Guarded>();
        routes.add(new Guarded(new LeaveByToken(), Judge.ofNothing()));
        routes.add(new Guarded(new OfAnotherList(), Judge.ofNothing()));
        routes.add(new Guarded(new ToBounces(), Judge.ofNothing()));
        routes.add(new Guarded(new Report(), reports));
        Commands.ALL.forEach(command -> routes.add(new Guarded(new ToCommand(command), people)));
        routes.add(new Guarded(new ToDomain(), reports));
        routes.add(new Guarded(new ToAdmin(), people));
        routes.add(new Guarded(new ToOwners(), people));
        routes.add(new Guarded(new PostedCommand(), people));
        return new Routes(List.copyOf(routes), Judge.ofPosts(surroundings));
    }

    /** Says what is to be done with the mail. */
    public Routed route(Incoming mail) {
        for (var each : routes) {
            var asked = each.route().take(mail);
            if (asked.isPresent()) {
                var name = each.route().name();
                return each.guards().objection(mail)
                        .map(against -> new Routed(name, new Handling.Judged(against.verdict()), against.rule()))
                        .orElseGet(() -> new Routed(name, asked.get(), name));
            }
        }
        var judgement = posts.judge(mail);
        return new Routed(POST, new Handling.Judged(judgement.verdict()), judgement.rule());
    }

    /** The names of the kinds, in the order in which a mail is tried for them. */
    public List<String> kinds() {
        return Stream.concat(routes.stream().map(each -> each.route().name()), Stream.of(POST)).toList();
    }

    /** The names of the rules that are asked about a mail of that kind, in their order. */
    public List<String> rules(String kind) {
        return routes.stream().filter(each -> each.route().name().equals(kind)).findFirst().map(Guarded::guards)
                .orElse(posts).rules();
    }
}
