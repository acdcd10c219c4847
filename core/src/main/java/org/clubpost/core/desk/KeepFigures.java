package org.clubpost.core.desk;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.clubpost.core.admin.CountFlow;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.subscription.Funnel;

/**
 * Counts beforehand what the page with a list's figures shows, once a day, or when somebody asks for it. The page itself
 * then reads one record, however many members there are.
 */
public final class KeepFigures {

    /** How many weeks are counted. */
    public static final int WEEKS = 52;
    /** Of how many days sign-ups are counted: of twelve weeks. */
    public static final int DAYS = 84;
    /** What is older is counted again. A little less than a day, so that it happens at about the same hour. */
    private static final Duration GOOD_FOR = Duration.ofHours(23);

    private final Lists lists;
    private final CountFlow flow;
    private final Funnel funnel;
    private final Desk desk;
    private final InstantSource clock;

    /**
     * Counts these.
     *
     * @param lists the lists
     * @param flow counts members
     * @param funnel counted sign-ups
     * @param desk keeps the figures
     */
    public KeepFigures(Lists lists, CountFlow flow, Funnel funnel, Desk desk, InstantSource clock) {
        this.lists = lists;
        this.flow = flow;
        this.funnel = funnel;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Counts the lists whose figures are a day old, and what waits of them. May be repeated: then there is nothing to do.
     *
     * @return how many lists were counted
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public int run() {
        var counted = 0;
        for (var id : lists.ids()) {
            if (isOld(id)) {
                desk.recount(id);
                counted += lists.headed(id).map(this::count).isPresent() ? 1 : 0;
            }
        }
        return counted;
    }

    private boolean isOld(ListId list) {
        return desk.numbers(list, List.of()).figures()
                .filter(figures -> figures.at().plus(GOOD_FOR).isAfter(clock.instant())).isEmpty();
    }

    /** Counts that list now, and keeps what it counted. */
    public Figures count(Lists.Headed headed) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var list = headed.list();
        var today = LocalDate.ofInstant(now, list.dispatch().zone());
        var figures = new Figures(now, flow.of(list.id(), headed.members(), now, list.dispatch().zone(), WEEKS),
                funnel.days(list.id(), today.minusDays(DAYS - 1L), today));
        desk.keep(list.id(), figures);
        return figures;
    }
}
