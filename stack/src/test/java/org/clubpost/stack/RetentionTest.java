package org.clubpost.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.clubpost.core.privacy.Retention;
import org.clubpost.core.store.Uploads;
import org.junit.jupiter.api.Test;

/** Holds the template to what the page says about how long things are kept. */
final class RetentionTest {

    private static final Template STACK = Template.read("template.yaml");

    @Test
    void mailsGoWhenThePageSaysSo() {
        var lifetimes = STACK.resource("MailBucket").list("LifecycleConfiguration", "Rules").stream()
                .map(rule -> (Map<?, ?>) rule).filter(rule -> rule.containsKey("Prefix"))
                .map(rule -> String.valueOf(rule.get("ExpirationInDays"))).toList();

        assertEquals(
                List.of(days(Retention.MAILS.toDays()), days(Retention.MAILS.toDays()), days(Uploads.KEPT.toDays())),
                lifetimes);
    }

    @Test
    void everyLogGoesWhenThePageSaysSo() {
        var logs = STACK.resources("AWS::Logs::LogGroup").toList();

        assertFalse(logs.isEmpty());
        for (var log : logs) {
            assertEquals(Retention.LOGS.toDays(), log.number("RetentionInDays"), log.name());
        }
    }

    /**
     * Without a period of its own, point-in-time recovery reaches back 35 days (AWS CloudFormation,
     * "AWS::DynamoDB::Table PointInTimeRecoverySpecification").
     */
    @Test
    void tableReachesBackAsFarAsThePageSays() {
        var tables = STACK.resources("AWS::DynamoDB::Table").toList();

        assertFalse(tables.isEmpty());
        for (var table : tables) {
            var period = table.string("PointInTimeRecoverySpecification", "RecoveryPeriodInDays");
            assertTrue(period.isEmpty() || period.equals(days(Retention.BACKUPS.toDays())), table.name());
        }
        assertEquals(35, Retention.BACKUPS.toDays());
    }

    private static String days(long days) {
        return Long.toString(days);
    }
}
