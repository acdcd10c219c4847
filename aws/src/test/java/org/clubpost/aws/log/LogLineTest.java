package org.clubpost.aws.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.PostId;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ses.model.SesException;

class LogLineTest {

    private static final LogLine LINE = LogLine.of("deliver", "r-1").list(new ListId("news"))
            .post(new PostId("01a1fed2e708ed2f0db64938")).outcome("finished").took(Duration.ofMillis(12));

    @Test
    void lineIsJsonInItsOrder() {
        assertEquals("""
                {"function":"deliver","requestId":"r-1","list":"news","post":"01a1fed2e708ed2f0db64938",\
                "outcome":"finished","milliseconds":12}""", LINE.json());
    }

    @Test
    void whatIsCountedIsANumberInTheLine() {
        var line = LogLine.of("deliver", "r-1").counting(Metric.FAILED, 1).counting(Metric.SENT, 40)
                .counting(Metric.SENT, 2).counting(Metric.SIGN_UPS, 0);

        assertEquals("{\"function\":\"deliver\",\"requestId\":\"r-1\",\"sent\":42,\"failed\":1}", line.json());
    }

    @Test
    void failureIsToldWithoutItsMessages() {
        var refused = SesException.builder().message("Email address is not verified: anna@club.example")
                .awsErrorDetails(AwsErrorDetails.builder().errorCode("MessageRejected")
                        .errorMessage("anna@club.example").build())
                .build();
        refused.setStackTrace(new StackTraceElement[0]);
        var unavailable = new UnavailableException("no mail to anna@club.example", refused);
        unavailable.setStackTrace(new StackTraceElement[]{new StackTraceElement("Outbox", "send", "Outbox.java", 7)});

        assertEquals(
                """
                        {"function":"deliver","requestId":"r-1","failure":"org.clubpost.core.UnavailableException at \
                        Outbox.send(Outbox.java:7), caused by software.amazon.awssdk.services.ses.model.SesException MessageRejected"}""",
                LogLine.of("deliver", "r-1").failure(unavailable).json());
    }
}
