package org.clubpost.core.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;

/**
 * Who may make lists in this installation, besides the operator, and what was done about that. It is of no list, so it
 * has its own log.
 *
 * @param all who may, at most {@value #MOST}
 * @param past what was done, the oldest first, at most {@value #MOST_OF_PAST}
 */
public record Makers(List<EmailAddress> all, List<Step> past) {

    /** Nobody but the operator. */
    public static final Makers NOBODY = new Makers(List.of(), List.of());
    /** More than an installation has need of. */
    public static final int MOST = 50;
    /** What was done before that is forgotten. */
    public static final int MOST_OF_PAST = 100;

    private static final String MAKER = "maker ";
    private static final String STEP = "step ";
    private static final String GRANTED = "granted";
    private static final String WITHDRAWN = "withdrawn";
    private static final int PARTS = 4;

    /** Copies the lists. */
    public Makers {
        all = List.copyOf(all);
        past = List.copyOf(past);
    }

    /**
     * Something that was done.
     *
     * @param at when, to the millisecond
     * @param who to whom
     * @param isGranted whether they may since then
     * @param actor who did it
     */
    public record Step(Instant at, EmailAddress who, boolean isGranted, Actor actor) {

        private String written() {
            return at.toEpochMilli() + " " + (isGranted ? GRANTED : WITHDRAWN) + " " + who.written() + " "
                    + actor.written();
        }

        private static Optional<Step> parse(String written) {
            var parts = written.split(" ", PARTS);
            return parts.length < PARTS
                    ? Optional.empty()
                    : EmailAddress.parse(parts[2])
                            .map(who -> new Step(Instant.ofEpochMilli(Long.parseLong(parts[0])), who,
                                    parts[1].equals(GRANTED), Actor.parse(parts[3])));
        }
    }

    /** Whether that actor may make lists: the operator always may. */
    public boolean may(Actor actor) {
        return actor instanceof Actor.Operator || (actor instanceof Actor.Owner(var address) && all.contains(address));
    }

    /** The same after that step. */
    Makers after(Step step) {
        var makers = new ArrayList<>(all);
        makers.remove(step.who());
        if (step.isGranted()) {
            makers.add(step.who());
        }
        var steps = new ArrayList<>(past);
        steps.add(step);
        return new Makers(makers, steps.subList(Math.max(0, steps.size() - MOST_OF_PAST), steps.size()));
    }

    /** The same as it was right after that step of the past. */
    Makers justAfter(Step step) {
        var makers = new ArrayList<>(all);
        var begun = past.indexOf(step) + 1;
        for (var later : past.subList(begun, past.size()).reversed()) {
            makers.remove(later.who());
            if (!later.isGranted()) {
                makers.add(later.who());
            }
        }
        return new Makers(makers, past.subList(0, begun));
    }

    /** Without anything about that address, in whose place nothing is said. */
    public Makers without(EmailAddress address) {
        return new Makers(all.stream().filter(each -> !each.equals(address)).toList(),
                past.stream().filter(step -> !step.who().equals(address)
                        && !step.actor().equals(new Actor.Owner(address))).toList());
    }

    /** Every address that stands here. */
    public Stream<EmailAddress> named() {
        return Stream.concat(all.stream(), past.stream().flatMap(step -> Stream.concat(Stream.of(step.who()),
                step.actor() instanceof Actor.Owner(var address) ? Stream.of(address) : Stream.of())));
    }

    /** As one text, a line each. */
    public String written() {
        return String.join("\n", Stream.concat(all.stream().map(each -> MAKER + each.written()),
                past.stream().map(step -> STEP + step.written())).toList());
    }

    /** Reads what {@link #written} gives. What only a newer version knows is left out. */
    public static Makers parse(String written) {
        var lines = written.lines().toList();
        return new Makers(after(lines, MAKER).flatMap(text -> EmailAddress.parse(text).stream()).toList(),
                after(lines, STEP).flatMap(text -> Step.parse(text).stream()).toList());
    }

    private static Stream<String> after(List<String> lines, String prefix) {
        return lines.stream().filter(line -> line.startsWith(prefix)).map(line -> line.substring(prefix.length()));
    }
}
