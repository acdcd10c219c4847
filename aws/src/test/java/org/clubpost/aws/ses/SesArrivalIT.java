package org.clubpost.aws.ses;

import static org.clubpost.core.outbox.ArrivalContract.mailTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.clubpost.aws.moto.MotoMails;
import org.clubpost.aws.moto.MotoServer;
import org.clubpost.core.outbox.ArrivalContract;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.ReceivedMail;
import org.clubpost.core.outbox.SendOutcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** What an SES that is not our stub takes. moto refuses no recipient, so refusals are the stub's: {@link SesOutboxIT}. */
class SesArrivalIT implements ArrivalContract {

    private final MotoMails mails = MotoMails.from("lists.example.org");
    @AutoClose
    private final SesOutbox outbox = new SesOutbox(MotoServer.running().at(SesV2Client.builder()),
            SesOutbox.Settings.DEFAULT);

    @Override
    public Outbox testee() {
        return outbox;
    }

    @Override
    public List<ReceivedMail> received() {
        return mails.sent().stream()
                .map(mail -> new ReceivedMail(mail.source(), String.join(" ", mail.destinations()), mail.submitted()))
                .toList();
    }

    @Test
    void messageIdIsMadeOfTheAnswer() {
        var accepted = assertInstanceOf(SendOutcome.Accepted.class, outbox.send(mailTo("anna@example.org")));

        assertEquals(mails.sent().getFirst().messageId() + "@eu-central-1.amazonses.com", accepted.messageId());
    }
}
