package org.clubpost.cli.doctor.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.cli.cloud.CloudStack;

/**
 * The alarms that a stack has by choice: the parameter {@code Alarms} of template.yaml. Whatever of these is not there
 * was deleted by hand.
 */
enum AlarmSet {
    /** Nobody wants any. */
    NONE(List.of()),
    /** Enough to notice that mail is lost or stuck, or comes unchecked. */
    FEW(List.of("ErrorsAlarm", "StuckMailAlarm", "SuperviseAlarm", "UncheckedAlarm", "UnreceivedAlarm")),
    /** Those that tell sooner, or of what loses no mail, as well. */
    ALL(Stream.concat(FEW.names.stream(), Stream.of("BounceRateAlarm", "BouncesAlarm", "ComplaintRateAlarm",
            "DeadLettersAlarm", "FeedbackAlarm", "PagesAlarm")).toList());

    private final List<String> names;

    AlarmSet(List<String> names) {
        this.names = names;
    }

    /** What was chosen for that stack; empty for one of a version that knew no choice. */
    static Optional<AlarmSet> of(CloudStack stack) {
        var chosen = stack.parameters().get("Alarms");
        return Stream.of(values()).filter(set -> set.choice().equals(chosen)).findFirst();
    }

    /** The value of the parameter. */
    String choice() {
        return switch (this) {
            case NONE -> "none";
            case FEW -> "few";
            case ALL -> "all";
        };
    }

    /** The logical ids of its alarms in the template. */
    List<String> names() {
        return names;
    }
}
