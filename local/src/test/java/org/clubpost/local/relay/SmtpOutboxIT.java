package org.clubpost.local.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutboxContract;
import org.clubpost.core.outbox.ReceivedMail;
import org.clubpost.local.log.ServiceLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** The relay against a real SMTP server. */
final class SmtpOutboxIT implements OutboxContract {

    static {
        ServiceLog.silence();
    }

    private final List<ReceivedMail> received = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private SMTPServer server;
    private SmtpOutbox outbox;

    @BeforeEach
    void start() {
        server = SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()).insertReceivedHeaders(false).hideTLS()
                .messageHandlerFactory(_ -> new Reception()).build();
        server.start();
        outbox = new SmtpOutbox(new RelayServer("127.0.0.1", server.getPortAllocated(), false,
                new RelayServer.Login.Anonymous()), "lists.example.org", RelayLimits.of(4));
    }

    @AfterEach
    void stop() {
        outbox.close();
        server.stop();
    }

    private final class Reception implements MessageHandler {

        private String sender = "";
        private String recipient = "";

        @Override
        public void from(String from) {
            sender = from;
        }

        @Override
        public void recipient(String to) throws RejectException {
            if (refused.contains(to)) {
                throw new RejectException(550, "5.1.1 There is no " + to);
            }
            recipient = to;
        }

        @Override
        public String data(InputStream data) throws IOException {
            received.add(new ReceivedMail(sender, recipient, new String(data.readAllBytes(), ISO_8859_1)));
            return "taken";
        }

        @Override
        public void done() {}
    }

    @Override
    public Outbox testee() {
        return outbox;
    }

    @Override
    public List<ReceivedMail> received() {
        return List.copyOf(received);
    }

    @Override
    public void refuse(EmailAddress recipient) {
        refused.add(recipient.ascii());
    }

    @Override
    public void disappear() {
        server.stop();
    }
}
