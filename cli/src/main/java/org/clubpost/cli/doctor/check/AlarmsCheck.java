package org.clubpost.cli.doctor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.doctor.fact.Alarm;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;

/**
 * Whether the stack has the alarms that were chosen when it was deployed, whether they tell somebody, and whether one
 * rings. What is off by choice is no fault.
 */
final class AlarmsCheck implements Check {

    private static final String ALARMS = "alarms";

    @Override
    public List<Finding> look(Facts facts) {
        return facts.alarms() instanceof Look.Seen<List<Alarm>>(var all)
                ? judge(all, facts)
                : List.of(Finding.unseen(ALARMS, facts.alarms()));
    }

    private static List<Finding> judge(List<Alarm> all, Facts facts) {
        var chosen = AlarmSet.of(facts.stack());
        var findings = new ArrayList<Finding>();
        all.stream().filter(Alarm::rings).forEach(alarm -> findings.add(new Finding.Warning(ALARMS,
                alarm.name() + " rings: " + alarm.description(),
                "docs/operations.md, \"Alarms of the cloud stack\", says what to do.")));
        all.stream().filter(alarm -> !alarm.acts()).forEach(alarm -> findings.add(new Finding.Warning(ALARMS,
                alarm.name() + " tells nobody",
                "Switch it on: aws cloudwatch enable-alarm-actions --alarm-names " + alarm.name())));
        missing(all, chosen, facts.stack()).ifPresent(names -> findings
                .add(new Finding.Warning(ALARMS, names, "They were deleted by hand. " + Restoring.advice(facts))));
        return findings.isEmpty() ? List.of(right(all, chosen)) : findings;
    }

    private static Optional<String> missing(List<Alarm> all, Optional<AlarmSet> chosen, CloudStack stack) {
        var names = chosen.stream().flatMap(set -> set.names().stream())
                .filter(name -> all.stream()
                        .noneMatch(alarm -> alarm.name().startsWith(stack.name() + "-" + name + "-")))
                .toList();
        if (all.isEmpty() && (chosen.isEmpty() || !names.isEmpty())) {
            return Optional.of("there are none");
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("missing, though Alarms is " + chosen.map(AlarmSet::choice).orElse("") + ": "
                        + String.join(", ", names));
    }

    private static Finding right(List<Alarm> all, Optional<AlarmSet> chosen) {
        var off = AlarmSet.ALL.names().size() - chosen.map(set -> set.names().size()).orElse(all.size());
        var others = chosen.isPresent() && off > 0
                ? "; " + off + " are off by choice (Alarms=" + chosen.get().choice() + ")"
                : "";
        return new Finding.Right(ALARMS,
                (all.isEmpty() ? "there are none" : "none of " + all.size() + " rings") + others);
    }
}
