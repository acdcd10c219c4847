package org.clubpost.cli.doctor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the template makes and what is looked for are the same. */
class AlarmSetTest {

    private static final Pattern ALARM = Pattern
            .compile("\n  (\\w+):\n    Type: AWS::CloudWatch::Alarm\n    Condition: (\\w+)\n");

    private static String template() throws IOException {
        return Files.readString(Path.of("..", "template.yaml"));
    }

    private static Set<String> made(String condition) throws IOException {
        return ALARM.matcher(template()).results().filter(alarm -> alarm.group(2).matches(condition))
                .map(alarm -> alarm.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyChoiceHasTheAlarmsThatTheTemplateMakes() throws IOException {
        assertEquals(made("HasAlarms"), new TreeSet<>(AlarmSet.FEW.names()));
        assertEquals(made("HasAlarms|HasAllAlarms"), new TreeSet<>(AlarmSet.ALL.names()));
        assertEquals(Set.of(), Set.copyOf(AlarmSet.NONE.names()));
        assertTrue(template().contains("AllowedValues: [none, few, all]"));
    }
}
