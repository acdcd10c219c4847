package org.clubpost.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Works the tables of docs/cost.md out, from the template and from what the page says in words, and compares. */
class CostTest {

    private static final List<Integer> MEMBERS = List.of(120, 1_000, 10_000);
    private static final Choice DEFAULTS = Choice.ofDefaults(Template.read("template.yaml"));

    private static Bill bill(Choice stack, int members) {
        return new Bill(new Counted(stack), members, Bill.Plan.ESSENTIALS);
    }

    private static String row(String name, ToDoubleFunction<Integer> price) {
        return "| %s | %s |".formatted(name, MEMBERS.stream()
                .map(members -> dollars(price.applyAsDouble(members))).collect(Collectors.joining(" | ")));
    }

    private static String dollars(double price) {
        return String.format(Locale.ROOT, "%.2f", price);
    }

    /** What a choice adds. */
    private static String more(String name, Choice stack) {
        return row(name, members -> bill(stack, members).together() - bill(DEFAULTS, members).together());
    }

    /** The rows of the page's table that has such a head. */
    private static String table(String head) throws IOException {
        return Files.readAllLines(Template.ROOT.resolve("docs/cost.md")).stream()
                .dropWhile(line -> !line.startsWith("| " + head + " |")).skip(2)
                .takeWhile(line -> line.startsWith("| ")).collect(Collectors.joining("\n"));
    }

    @Test
    void tableIsWhatTheTemplateAndTheAssumptionsMake() throws IOException {
        var lines = bill(DEFAULTS, 1).lines().keySet().stream()
                .map(name -> row(name, members -> bill(DEFAULTS, members).lines().getOrDefault(name, 0.0)));

        var expected = Stream
                .concat(lines, Stream.of(row("**together**", members -> bill(DEFAULTS, members).together())))
                .collect(Collectors.joining("\n"));

        assertEquals(expected, table("service"));
    }

    @Test
    void clubPaysADollarAtMost() {
        var together = bill(DEFAULTS, 120).together();

        assertTrue(Math.round(together * 100) <= 100, () -> "120 members cost " + together);
    }

    @Test
    void choicesCostWhatThePageSays() throws IOException {
        var byFeature = row("SES by feature (plan `NONE`) in place of Essentials",
                members -> new Bill(new Counted(DEFAULTS), members, Bill.Plan.BY_FEATURE).together()
                        - bill(DEFAULTS, members).together());

        assertEquals(String.join("\n", more("`Alarms=all`", DEFAULTS.with("Alarms", "all")),
                more("`Alarms=none`", DEFAULTS.with("Alarms", "none")),
                more("`Dashboard=yes`", DEFAULTS.with("Dashboard", "yes")), byFeature), table("choice"));
    }

    @Test
    void comparisonHasOurOwnPrice() throws IOException {
        var ours = "| **Clubpost** in your account | %s | %s |".formatted(dollars(bill(DEFAULTS, 120).together()),
                dollars(bill(DEFAULTS, 1_000).together()));

        assertTrue(table("service, a month").startsWith(ours), ours);
    }

    @Test
    void alarmIsCountedForEachMetricThatItReads() {
        var math = Template.read("stack/src/test/resources/org/clubpost/stack/watched.yaml");
        var counted = new Counted(Choice.ofDefaults(math).with("All", "yes"));

        assertEquals(List.of(3L, 1L, 1L, 1L), List.of(counted.alarmMetrics(), counted.ownMetrics(),
                counted.dashboards(), counted.compositeAlarms()));
        assertEquals(3L, new Counted(Choice.ofDefaults(math)).alarmMetrics(), "the other one in its place");
    }
}
