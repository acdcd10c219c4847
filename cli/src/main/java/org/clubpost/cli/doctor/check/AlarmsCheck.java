package org.clubpost.cli.doctor.check;

import java.util.ArrayList;
import java.util.List;
import org.clubpost.cli.doctor.fact.Alarm;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;

/** Whether the stack's alarms exist and tell somebody, and whether one rings. */
final class AlarmsCheck implements Check {

    private static final String ALARMS = "alarms";

    @Override
    public List<Finding> look(Facts facts) {
        return switch (facts.alarms()) {
            case Look.Seen<List<Alarm>>(var all) when all.isEmpty() -> List.of(new Finding.Warning(ALARMS,
                    "there are none",
                    "They were deleted by hand. " + Restoring.advice(facts)));
            case Look.Seen<List<Alarm>>(var all) -> {
                var findings = new ArrayList<Finding>();
                all.stream().filter(Alarm::rings).forEach(alarm -> findings.add(new Finding.Warning(ALARMS,
                        alarm.name() + " rings: " + alarm.description(),
                        "docs/operations.md, \"Alarms of the cloud stack\", says what to do.")));
                all.stream().filter(alarm -> !alarm.acts()).forEach(alarm -> findings.add(new Finding.Warning(ALARMS,
                        alarm.name() + " tells nobody",
                        "Switch it on: aws cloudwatch enable-alarm-actions --alarm-names "
                                + alarm.name())));
                yield findings.isEmpty()
                        ? List.of(new Finding.Right(ALARMS, "none of " + all.size() + " rings"))
                        : findings;
            }
            case Look<List<Alarm>> other -> List.of(Finding.unseen(ALARMS, other));
        };
    }
}
