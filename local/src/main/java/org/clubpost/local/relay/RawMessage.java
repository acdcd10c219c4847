package org.clubpost.local.relay;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;
import org.clubpost.core.outbox.OutgoingMail;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A mail that goes over the wire as it is. Jakarta Mail sees nothing of it but its envelope sender. */
final class RawMessage extends SMTPMessage {

    private final OutgoingMail mail;
    private boolean written;

    RawMessage(OutgoingMail mail) {
        super(Session.getInstance(new Properties()));
        this.mail = mail;
        this.saved = true;
        setEnvelopeFrom(mail.envelopeSender().ascii());
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredFields) throws IOException {
        mail.content().writeTo(out);
        written = true;
    }

    /** Whether all of it was written, so that the server may have it. */
    boolean isWritten() {
        return written;
    }
}
