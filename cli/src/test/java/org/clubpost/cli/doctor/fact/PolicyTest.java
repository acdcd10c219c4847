package org.clubpost.cli.doctor.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyTest {

    private static final Policy.Call CALL = new Policy.Call("ses.amazonaws.com", "s3:PutObject",
            "arn:aws:s3:::mails/inbound/news/1", Map.of("aws:sourceaccount", "111122223333"));

    private static Policy.Statement statement(boolean allows, String service, String action, String resource,
            String account) {
        return new Policy.Statement(allows, List.of(service), List.of(action), List.of(resource),
                Map.of("aws:sourceaccount", List.of(account)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ses.amazonaws.com, s3:PutObject, arn:aws:s3:::mails/inbound/*, 111122223333, true
            *,                 s3:*,         arn:aws:s3:::mails/*,         *,            true
            ses.amazonaws.com, S3:Put?bject, *,                            11112222333?, true
            sns.amazonaws.com, s3:PutObject, arn:aws:s3:::mails/inbound/*, 111122223333, false
            ses.amazonaws.com, s3:GetObject, arn:aws:s3:::mails/inbound/*, 111122223333, false
            ses.amazonaws.com, s3:PutObject, arn:aws:s3:::mails/other/*,   111122223333, false
            ses.amazonaws.com, s3:PutObject, arn:aws:s3:::mails/inbound/*, 999922223333, false
            """)
    void statementAllowsWhatItCovers(String service, String action, String resource, String account, boolean allowed) {
        assertEquals(allowed,
                new Policy(List.of(statement(true, service, action, resource, account))).allows(CALL));
    }

    @ParameterizedTest
    @CsvSource({"s3:*, false", "s3:DeleteObject, true"})
    void denialGoesBeforeLeave(String denied, boolean allowed) {
        var policy = new Policy(List.of(statement(true, "*", "*", "*", "*"), statement(false, "*", denied, "*", "*")));

        assertEquals(allowed, policy.allows(CALL));
    }

    @Test
    void conditionOnWhatIsNotKnownDoesNotHold() {
        var policy = new Policy(List.of(new Policy.Statement(true, List.of("*"), List.of("*"), List.of("*"),
                Map.of("aws:principalorgid", List.of("o-1")))));

        assertFalse(policy.allows(CALL));
    }
}
