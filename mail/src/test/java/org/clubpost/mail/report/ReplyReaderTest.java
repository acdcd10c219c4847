package org.clubpost.mail.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplyReaderTest {

    private static final EmailAddress BERT = EmailAddress.of("bert@example.com");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            550 5.1.1 <bert@example.com>: no such user | PERMANENT | USER_UNKNOWN | 5.1.1
            550 User unknown | PERMANENT | USER_UNKNOWN | ''
            552 5.2.2 Mailbox full | PERMANENT | MAILBOX_FULL | 5.2.2
            550 5.2.1 The account is disabled | PERMANENT | SUSPENDED | 5.2.1
            550 5.1.2 no such domain | PERMANENT | HOST_UNKNOWN | 5.1.2
            550 5.7.1 relaying denied | PERMANENT | NO_RELAYING | 5.7.1
            452 4.2.2 over quota | TRANSIENT | MAILBOX_FULL | 4.2.2
            550 | PERMANENT | UNDEFINED | ''
            """)
    void answerToARecipientSaysWhy(String reply, Lasting lasting, BounceReason reason, String status) {
        var failed = ReplyReader.toRecipient(BERT, reply);

        assertEquals(lasting, failed.lasting());
        assertEquals(reason, failed.reason());
        assertEquals(status, failed.status());
    }

    @Test
    void answerToTheMailSaysWhatIsWrongWithIt() {
        assertEquals(BounceReason.TOO_LARGE, ReplyReader.toMail(BERT, "552 5.3.4 Message too big").reason());
        assertEquals(BounceReason.SPAM, ReplyReader.toMail(BERT, "554 this looks like spam").reason());
        assertEquals(BounceReason.VIRUS, ReplyReader.toMail(BERT, "550 virus detected").reason());
    }
}
