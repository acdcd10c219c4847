package org.clubpost.local.relay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailContent;
import org.clubpost.local.log.ServiceLog;
import org.clubpost.local.relay.RelayServer.Login;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.AuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.auth.PlainAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.UsernamePasswordValidator;
import org.subethamail.smtp.server.SMTPServer;

/** Encryption and login, against a real SMTP server with a certificate of its own making. */
final class SecureRelayIT {

    static {
        ServiceLog.silence();
    }

    private static final SendOutcome ACCEPTED = new SendOutcome.Accepted("");
    private static final SendOutcome NOT_TRUSTED = blocked(
            Reason.of(Reason.Cause.RELAY_CERTIFICATE));
    private static final Login ANN = new Login.Password("ann@example.org", "pässword");
    private static final Login NOBODY = new Login.Anonymous();
    private static final UsernamePasswordValidator ONLY_ANN = (user, password, _) -> {
        if (!user.equals("ann@example.org") || !password.equals("pässword")) {
            throw new LoginFailedException();
        }
    };
    private static SelfSigned here;
    private static SelfSigned elsewhere;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private SMTPServer server = SMTPServer.port(0).build();

    @BeforeAll
    static void makeCertificates(@TempDir Path one, @TempDir Path other) throws IOException, InterruptedException {
        here = SelfSigned.of(one, "dns:localhost,ip:127.0.0.1");
        elsewhere = SelfSigned.of(other, "dns:mail.example.net");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void encryptionThatIsOfferedIsUsed() {
        start(builder -> builder.startTlsSocketFactory(here.server()).requireTLS());

        assertEquals(ACCEPTED, send(false, NOBODY, Encryption.usual()));
        assertEquals(1, received.size());
    }

    @Test
    void passwordIsSaidOverStartTls() {
        start(builder -> builder.startTlsSocketFactory(here.server()).requireTLS().requireAuth()
                .authenticationHandlerFactory(new PlainAuthenticationHandlerFactory(ONLY_ANN)));

        assertEquals(ACCEPTED, send(false, ANN, new Encryption(here.trusting())));
    }

    @Test
    void passwordIsSaidTheOldWayWhereOnlyThatIsKnown() {
        start(builder -> builder.startTlsSocketFactory(here.server()).requireTLS().requireAuth()
                .authenticationHandlerFactory(new LoginAuthenticationHandlerFactory(ONLY_ANN)));

        assertEquals(ACCEPTED, send(false, ANN, new Encryption(here.trusting())));
    }

    @Test
    void encryptionFromTheFirstWordOn() {
        start(builder -> builder.serverSocketFactory(here.server()).requireAuth()
                .authenticationHandlerFactory(new PlainAuthenticationHandlerFactory(ONLY_ANN)));

        assertEquals(ACCEPTED, send(true, ANN, new Encryption(here.trusting())));
    }

    @Test
    void wrongPasswordStopsEverything() {
        start(builder -> builder.startTlsSocketFactory(here.server()).enableTLS()
                .authenticationHandlerFactory(new PlainAuthenticationHandlerFactory(ONLY_ANN)));

        assertEquals(blocked(Reason.of(Reason.Cause.RELAY_LOGIN_REFUSED, "535")),
                send(false, new Login.Password("ann@example.org", "guess"), new Encryption(here.trusting())));
        assertEquals(List.of(), received);
    }

    @Test
    void passwordIsNotSaidToAServerThatNobodyVouchesFor() {
        start(builder -> builder.startTlsSocketFactory(here.server()).enableTLS()
                .authenticationHandlerFactory(saidToNobody()));

        assertEquals(NOT_TRUSTED, send(false, ANN, Encryption.usual()));
    }

    @Test
    void passwordIsNotSaidToAServerOfAnotherName() {
        start(builder -> builder.startTlsSocketFactory(elsewhere.server()).enableTLS()
                .authenticationHandlerFactory(saidToNobody()));

        assertEquals(NOT_TRUSTED, send(false, ANN, new Encryption(elsewhere.trusting())));
    }

    @Test
    void loginThatTheServerDoesNotKnowStopsEverything() {
        start(builder -> builder.startTlsSocketFactory(here.server()).enableTLS());

        assertEquals(blocked(Reason.of(Reason.Cause.RELAY_LOGIN_UNKNOWN)),
                send(false, ANN, new Encryption(here.trusting())));
    }

    @Test
    void passwordIsSaidInClearToThisMachineOnly() throws IOException {
        var login = "250-scripted\r\n250 AUTH PLAIN";
        start(UnaryOperator.identity());
        try (var loopback = ScriptedServer.answering(Map.of("EHLO", login, "AUTH", "235 welcome"))) {
            assertEquals(ACCEPTED, send(loopback.port(), "127.0.0.1"));
        }
        var address = addressOfThisMachine();
        assumeTrue(address.isPresent(), "this machine has loopback only");
        try (var other = ScriptedServer.at(address.get(), Map.of("EHLO", login, "AUTH", "235 welcome"))) {
            assertEquals(blocked(Reason.of(Reason.Cause.RELAY_NOT_ENCRYPTED)),
                    send(other.port(), address.get().getHostAddress()));
            assertTrue(other.heard().stream().noneMatch(line -> line.startsWith("AUTH")), () -> "a password was said");
        }
    }

    /** One that is not loopback. What is sent there stays on this machine all the same. */
    private static Optional<InetAddress> addressOfThisMachine() throws IOException {
        return NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress()).findFirst();
    }

    private static AuthenticationHandlerFactory saidToNobody() {
        return new PlainAuthenticationHandlerFactory((_, _, _) -> {
            throw new AssertionError("the password was said");
        });
    }

    private void start(UnaryOperator<SMTPServer.Builder> settings) {
        server = settings.apply(SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((_, _, to, _) -> received.add(to))).build();
        server.start();
    }

    private SendOutcome send(boolean isTlsFromStart, Login login, Encryption encryption) {
        var there = new RelayServer("127.0.0.1", server.getPortAllocated(), isTlsFromStart, login);
        try (var outbox = new SmtpOutbox(there, "lists.example.org", RelayLimits.of(1), encryption)) {
            return outbox.send(mail());
        }
    }

    private static SendOutcome send(int port, String host) {
        try (var outbox = new SmtpOutbox(new RelayServer(host, port, false, ANN), "lists.example.org",
                RelayLimits.of(1))) {
            return outbox.send(mail());
        }
    }

    private static OutgoingMail mail() {
        return new OutgoingMail(EmailAddress.of("news-bounces@lists.example.org"), EmailAddress.of("bob@club.example"),
                MailContent.of("Subject: x\r\n\r\nx\r\n".getBytes(US_ASCII)));
    }

    private static SendOutcome blocked(Reason reason) {
        return new SendOutcome.Deferred(DeferralCause.BLOCKED, reason);
    }
}
