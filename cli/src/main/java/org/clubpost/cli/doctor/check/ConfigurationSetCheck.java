package org.clubpost.cli.doctor.check;

import java.util.List;
import org.clubpost.cli.doctor.fact.ConfigurationSet;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;

/** The configuration set that copies of posts name, and whether bounces and complaints are reported. */
final class ConfigurationSetCheck implements Check {

    private static final String SUBJECT = "configuration set";
    private static final String EVENTS = "bounce reports";
    private static final List<String> NEEDED = List.of("BOUNCE", "COMPLAINT");

    @Override
    public List<Finding> look(Facts facts) {
        var name = facts.stack().output("ConfigurationSetName");
        return switch (facts.configurationSet()) {
            case Look.Seen<ConfigurationSet>(var set) -> List.of(sending(name, set), events(set, facts));
            case Look.Missing<ConfigurationSet> _ -> List.of(new Finding.Wrong(SUBJECT,
                    "there is no configuration set " + name + ", which every copy of a post names",
                    "Make it, and look again: aws sesv2 create-configuration-set --configuration-set-name " + name));
            case Look<ConfigurationSet> other -> List.of(Finding.unseen(SUBJECT, other));
        };
    }

    private static Finding sending(String name, ConfigurationSet set) {
        return set.sends()
                ? new Finding.Right(SUBJECT, name + " may send")
                : new Finding.Wrong(SUBJECT, "sending is switched off for " + name,
                        "Switch it on: aws sesv2 put-configuration-set-sending-options --sending-enabled "
                                + "--configuration-set-name " + name);
    }

    private static Finding events(ConfigurationSet set, Facts facts) {
        var topic = facts.stack().output("FeedbackTopicArn");
        var ours = set.destinations().stream().filter(each -> each.topic().equals(topic)).toList();
        if (ours.isEmpty()) {
            return new Finding.Warning(EVENTS, "SES reports bounces and complaints to nobody",
                    "Make the event destination again: aws sesv2 create-configuration-set-event-destination "
                            + "--configuration-set-name " + facts.stack().output("ConfigurationSetName")
                            + " --event-destination-name feedback --event-destination '{\"Enabled\":true,"
                            + "\"MatchingEventTypes\":[\"BOUNCE\",\"COMPLAINT\",\"REJECT\",\"DELIVERY_DELAY\"],\"SnsDestination\":{\"TopicArn\":\""
                            + topic + "\"}}'");
        }
        if (ours.stream().noneMatch(ConfigurationSet.Destination::enabled)) {
            return new Finding.Warning(EVENTS, "the event destination " + ours.getFirst().name() + " is switched off",
                    "Switch it on in the console: Amazon SES, Configuration sets, Event destinations.");
        }
        var missing = NEEDED.stream().filter(event -> ours.stream().filter(ConfigurationSet.Destination::enabled)
                .noneMatch(each -> each.events().contains(event))).toList();
        return missing.isEmpty()
                ? new Finding.Right(EVENTS, "bounces and complaints are reported")
                : new Finding.Warning(EVENTS, "SES does not report: " + String.join(", ", missing),
                        "Add them in the console: Amazon SES, Configuration sets, Event destinations.");
    }
}
