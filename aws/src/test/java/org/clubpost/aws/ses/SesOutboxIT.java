package org.clubpost.aws.ses;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.aws.event.MailTags;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutboxContract;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.ReceivedMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.post.PostId;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.suppression.Trace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.SesV2ClientBuilder;

class SesOutboxIT implements OutboxContract {

    private static final EmailAddress ANNA = EmailAddress.of("anna@example.org");

    private final SesStub ses = new SesStub(Set.of("lists.example.org"));
    private final SesOutbox outbox = new SesOutbox(client(ses.endpoint()), SesOutbox.Settings.DEFAULT);

    @AfterEach
    void close() {
        outbox.close();
        ses.close();
    }

    private static SesV2ClientBuilder client(URI endpoint) {
        return SesV2Client.builder().region(Region.US_EAST_1).endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")));
    }

    @Override
    public Outbox testee() {
        return outbox;
    }

    @Override
    public List<ReceivedMail> received() {
        return ses.sent().stream()
                .map(mail -> new ReceivedMail(mail.source(), String.join(" ", mail.destinations()), mail.submitted()))
                .toList();
    }

    @Override
    public void refuse(EmailAddress recipient) {
        ses.trouble(recipient.ascii(), SesTrouble.invalid("Missing final '@domain' in " + recipient.ascii()));
    }

    @Override
    public void disappear() {
        ses.close();
    }

    private static OutgoingMail mail(String header) {
        return new OutgoingMail(EmailAddress.of("news-bounces@lists.example.org"), ANNA,
                MailContent.of((header.replace("\n", "\r\n") + "\r\nHello.\r\n").getBytes(US_ASCII)));
    }

    private static OutgoingMail mail() {
        return mail("From: news@lists.example.org\nSubject: Hello\n");
    }

    private SendOutcome answerTo(SesTrouble trouble) {
        ses.next(trouble);
        return outbox.send(mail());
    }

    @Test
    void messageIdIsTheOneThatSesPutsIntoTheMail() {
        var accepted = assertInstanceOf(SendOutcome.Accepted.class, outbox.send(mail()));

        var sent = ses.sent().getFirst();
        assertEquals(sent.messageId() + "@email.amazonses.com", accepted.messageId());
        assertTrue(sent.delivered().contains("Message-ID: <" + accepted.messageId() + ">\r\n"));
    }

    @Test
    void messageIdNamesTheRegionElsewhere() {
        try (var frankfurt = new SesOutbox(client(ses.endpoint()).region(Region.EU_CENTRAL_1),
                SesOutbox.Settings.DEFAULT)) {
            var accepted = assertInstanceOf(SendOutcome.Accepted.class, frankfurt.send(mail()));

            assertEquals(ses.sent().getFirst().messageId() + "@eu-central-1.amazonses.com", accepted.messageId());
        }
    }

    @Test
    void configurationSetIsNamedWhenThereIsOne() {
        try (var withSet = new SesOutbox(client(ses.endpoint()),
                new SesOutbox.Settings("club", Duration.ofSeconds(20)))) {
            withSet.send(mail());
            outbox.send(mail());
        }

        assertEquals(List.of("club", ""), ses.sent().stream().map(SentMail::configurationSet).toList());
    }

    private static OutgoingMail marked(Trace.Purpose purpose, Optional<PostId> post) {
        return new OutgoingMail(mail().envelopeSender(), ANNA, mail().content(), Optional.of(new Trace.Marked(
                new ListId("news"), post, new SubscriberId("00112233445566778899aabbccddeeff"), purpose)));
    }

    @Test
    void tagsSayWhoseMailItIsSoThatABounceTellsOfIt() {
        var copy = marked(Trace.Purpose.COPY, Optional.of(new PostId("019cba5a1f00a1b2c3d4e5f6")));
        outbox.send(copy);
        outbox.send(marked(Trace.Purpose.PROBE, Optional.empty()));
        outbox.send(mail());
        outbox.send(new OutgoingMail(EmailAddress.of("a.b+c@lists.example.org"), ANNA, mail().content()));

        var key = "subscriber=00112233445566778899aabbccddeeff";
        assertEquals(List.of(List.of("list=news", "post=019cba5a1f00a1b2c3d4e5f6", key, "purpose=copy"),
                List.of("list=news", key, "purpose=probe"), List.of("list=news", "purpose=other"),
                List.of("list=a_b_c", "purpose=other")), ses.sent().stream().map(SentMail::tags).toList());
        assertEquals(copy.mark(), MailTags.mark(MailTags.of(copy)));
    }

    @Test
    void ourOwnMailsHaveAConfigurationSetOfTheirOwn() {
        try (var withSets = new SesOutbox(client(ses.endpoint()),
                new SesOutbox.Settings("copies", "own", Duration.ofSeconds(20)))) {
            withSets.send(marked(Trace.Purpose.COPY, Optional.empty()));
            withSets.send(marked(Trace.Purpose.PROBE, Optional.empty()));
            withSets.send(marked(Trace.Purpose.NOTICE, Optional.empty()));
            withSets.send(mail());
        }

        assertEquals(List.of("copies", "own", "own", "own"),
                ses.sent().stream().map(SentMail::configurationSet).toList());
    }

    @Test
    void tooManyASecondIsDeferredForSeconds() {
        assertEquals(new SendOutcome.Deferred(DeferralCause.TOO_FAST,
                Reason.of(Reason.Cause.SES_TOO_FAST)), answerTo(SesTrouble.throttled()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Daily message quota exceeded.", "Daily sending quota exceeded"})
    void spentDayIsDeferredForHours(String wording) {
        assertEquals(new SendOutcome.Deferred(DeferralCause.DAY_SPENT, Reason.of(Reason.Cause.SES_DAY_SPENT)),
                answerTo(new SesTrouble.Refusal(400, "LimitExceededException", wording)));
        assertEquals(new SendOutcome.Deferred(DeferralCause.DAY_SPENT, Reason.of(Reason.Cause.SES_DAY_SPENT)),
                answerTo(new SesTrouble.Refusal(429, "TooManyRequestsException", wording)));
    }

    @ParameterizedTest
    @CsvSource({"400,SendingPausedException", "400,AccountSuspendedException",
            "400,MailFromDomainNotVerifiedException", "404,NotFoundException", "403,UnrecognizedClientException",
            "403,AccessDeniedException", "400,ConfigurationSetSendingPausedException",
            "400,AccountSendingPausedException"})
    void whatConcernsTheAccountBlocks(int status, String code) {
        assertEquals(
                new SendOutcome.Deferred(DeferralCause.BLOCKED, Reason.of(Reason.Cause.SES_WORDS, code, "Because.")),
                answerTo(new SesTrouble.Refusal(status, code, "Because.")));
    }

    @Test
    void senderThatIsNotVerifiedBlocks() {
        var outcome = outbox.send(mail("From: anna@elsewhere.example\n"));

        assertEquals(new SendOutcome.Deferred(DeferralCause.BLOCKED,
                Reason.of(Reason.Cause.SES_SENDER_UNVERIFIED)), outcome);
    }

    @Test
    void recipientThatTheSandboxDoesNotKnowIsRefusedAlone() {
        assertEquals(new SendOutcome.Refused(Reason.of(Reason.Cause.SES_SANDBOX)),
                answerTo(SesTrouble.notVerified("Anna@example.org")));
    }

    @Test
    void mailThatSesDoesNotLikeIsRefusedInItsWords() {
        assertEquals(new SendOutcome.Refused(Reason.of(Reason.Cause.SES_WORDS, "MessageRejected", "Illegal filename.")),
                answerTo(SesTrouble.rejected("Illegal filename.")));
        assertEquals(new SendOutcome.Refused(Reason.of(Reason.Cause.SES_WORDS, "BadRequestException",
                "Duplicate header 'DKIM-Signature'.")),
                outbox.send(mail("From: news@lists.example.org\nDKIM-Signature: a\nDKIM-Signature: b\n")));
    }

    @Test
    void mailThatIsTooLargeIsRefusedUnsent() {
        assertEquals(40 << 20, outbox.largest());
        var large = new OutgoingMail(ANNA, ANNA, MailContent.of(new byte[(40 << 20) + 1]));

        assertInstanceOf(SendOutcome.Refused.class, outbox.send(large));
        assertEquals(0, ses.requests());
    }

    @ParameterizedTest
    @CsvSource({"500,InternalFailure", "503,ServiceUnavailable"})
    void troubleOfSesItselfIsDeferredAndNotRepeated(int status, String code) {
        assertEquals(
                new SendOutcome.Deferred(DeferralCause.UNREACHABLE, Reason.of(Reason.Cause.SES_WORDS, code, "Oops.")),
                answerTo(new SesTrouble.Refusal(status, code, "Oops.")));
        assertEquals(1, ses.requests());
    }

    @Test
    void gatewayThatGaveUpWaitingIsUnclear() {
        assertEquals(new SendOutcome.Unclear(Reason.of(Reason.Cause.SES_CODE, "HTTP 504")),
                answerTo(new SesTrouble.Refusal(504, "Timeout", "")));
    }

    @Test
    void connectionThatBreaksAfterTheRequestIsUnclearAndTheMailIsNotSentAgain() {
        // The first mail opens the connection: the JDK repeats a POST by itself only on a connection that it used
        // before.
        outbox.send(mail());

        var outcome = answerTo(new SesTrouble.ResetAfterAcceptance());

        assertEquals(new SendOutcome.Unclear(Reason.of(Reason.Cause.SES_BROKE)), outcome);
        assertEquals(2, ses.requests());
    }

    @Test
    void answerThatDoesNotComeIsUnclearAndTheMailIsNotSentAgain() {
        try (var impatient = new SesOutbox(client(ses.endpoint()),
                new SesOutbox.Settings("", Duration.ofMillis(300)))) {
            ses.next(new SesTrouble.SilenceAfterAcceptance());

            assertEquals(new SendOutcome.Unclear(Reason.of(Reason.Cause.SES_BROKE)),
                    impatient.send(mail()));
            assertEquals(1, ses.requests());
        }
    }

    @Test
    void hostThatIsNotKnownIsUnreachable() {
        try (var lost = new SesOutbox(client(URI.create("http://ses.invalid")), SesOutbox.Settings.DEFAULT)) {
            assertEquals(new SendOutcome.Deferred(DeferralCause.UNREACHABLE, Reason.of(Reason.Cause.SES_UNREACHABLE)),
                    lost.send(mail()));
        }
    }

    @Test
    void credentialsThatCannotBeHadHaveSentNothing() {
        var without = client(ses.endpoint()).credentialsProvider(() -> {
            throw SdkClientException.create("no credentials", new IOException("no metadata service"));
        });
        try (var anonymous = new SesOutbox(without, SesOutbox.Settings.DEFAULT)) {
            assertEquals(new SendOutcome.Deferred(DeferralCause.UNREACHABLE, Reason.of(Reason.Cause.SES_UNREACHABLE)),
                    anonymous.send(mail()));
            assertEquals(0, ses.requests());
        }
    }

    @Test
    void anotherCopyArrivesWithAnotherId() {
        outbox.send(mail());
        outbox.send(mail());

        assertEquals(2, ses.sent().stream().map(SentMail::messageId).distinct().count());
    }
}
