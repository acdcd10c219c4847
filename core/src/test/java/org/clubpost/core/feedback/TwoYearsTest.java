package org.clubpost.core.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clubpost.core.feedback.TwoYears.Fate;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two years of a list with a thousand members, in virtual time, whose mails come back as mails do. Nobody loses the
 * mail wrongly. The table stands in docs/bounces.md.
 */
class TwoYearsTest {

    @ParameterizedTest
    @EnumSource
    void nobodyIsStoppedWrongly(TwoYears.Provider provider) {
        var years = new TwoYears(provider, 17);
        years.run();

        var rows = new EnumMap<Fate, Row>(Fate.class);
        years.members().forEach(member -> rows.computeIfAbsent(member.fate(), Row::new).add(years, member));
        System.out.println(table(provider, years, rows));

        for (var member : years.members()) {
            var found = years.find(member);
            var what = member.fate() + " " + member.address();
            switch (member.fate()) {
                case FINE, AWAY, PROVIDER_SAYS_UNKNOWN, PROVIDER_DOWN, STRICT, FILTER -> {
                    assertInstanceOf(Subscriber.Confirmed.class, found, what);
                    assertEquals(0, member.stopped(), what);
                }
                case FULL_FOR_DAYS -> {
                    assertInstanceOf(Subscriber.Confirmed.class, found, what);
                    assertEquals(0, member.stopped(), what);
                    assertEquals(0, member.checked(), what);
                }
                case FULL_FOR_WEEKS -> assertInstanceOf(Subscriber.Confirmed.class, found, what + " is back");
                case FULL_FOR_GOOD -> {
                    assertInstanceOf(Subscriber.Removed.class, found, what);
                    assertEquals(LookAfter.REMINDERS, member.reminded(), what);
                }
                case DIES -> {
                    assertInstanceOf(Subscriber.Removed.class, found, what);
                    assertEquals(0, member.reminded(), what);
                    assertTrue(member.copiesSinceDeath() <= 12, what + " got " + member.copiesSinceDeath());
                }
                case PRESSES_SPAM -> {
                    assertInstanceOf(Subscriber.Suppressed.class, found, what);
                    assertEquals(0, member.mailsSinceComplaint(), what);
                }
            }
        }
    }

    private static String table(TwoYears.Provider provider, TwoYears years, Map<Fate, Row> rows) {
        var text = new StringBuilder("\n").append(provider).append(": ").append(years.posts()).append(" posts, ")
                .append(years.told()).append(" things came back, of those ").append(years.twice())
                .append(" were told twice\n\n| what is the matter | members | came back | asked whether mail arrives | stopped | reminders"
                        + " | back again | taken off | wrongly |\n|---|---|---|---|---|---|---|---|---|\n");
        rows.values().forEach(row -> text.append(row.line()).append('\n'));
        return text.toString();
    }

    private static final class Row {

        private final Fate fate;
        private int members;
        private long returned;
        private int checked;
        private int stopped;
        private int reminders;
        private int back;
        private int removed;
        private int wrongly;

        Row(Fate fate) {
            this.fate = fate;
        }

        void add(TwoYears years, TwoYears.Member member) {
            var found = years.find(member);
            members++;
            returned += member.returned();
            checked += member.checked() > 0 ? 1 : 0;
            stopped += member.stopped() > 0 ? 1 : 0;
            reminders += member.reminded();
            var isBack = member.stopped() > 0 && found instanceof Subscriber.Confirmed;
            back += isBack ? 1 : 0;
            removed += found instanceof Subscriber.Removed ? 1 : 0;
            wrongly += fate.mayBeStopped() || member.stopped() == 0 ? 0 : 1;
        }

        String line() {
            return "| " + String.join(" | ", List.of(fate.words(), Integer.toString(members), Long.toString(returned),
                    Integer.toString(checked), Integer.toString(stopped), Integer.toString(reminders),
                    Integer.toString(back), Integer.toString(removed), Integer.toString(wrongly))) + " |";
        }
    }
}
