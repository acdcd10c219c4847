package org.clubpost.local.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import org.clubpost.core.outbox.DeferralCause;
import org.clubpost.core.reason.Reason;

/** What comes before the first mail: greeting, encryption (RFC 3207), login (RFC 4954). */
final class Handshake {

    private final RelayServer server;
    private final String ownName;
    private final Duration limit;
    private final Encryption encryption;

    /**
     * @param ownName the name by which we greet
     */
    Handshake(RelayServer server, String ownName, Duration limit, Encryption encryption) {
        this.server = server;
        this.ownName = ownName;
        this.limit = limit;
        this.encryption = encryption;
    }

    /**
     * Makes a new connection ready for mail.
     *
     * @throws PutOff when the server does not want us, or is not to be trusted with a password
     * @throws IOException when the connection broke
     */
    Extensions with(Wire wire) throws IOException {
        if (server.isTlsFromStart()) {
            wire.encrypt(encryption, limit);
        }
        var greeting = wire.answer(limit);
        if (!greeting.isDone()) {
            throw new PutOff(DeferralCause.UNREACHABLE, Reason.of(Reason.Cause.RELAY_TAKES_NOBODY, greeting.codes()));
        }
        var extensions = hello(wire);
        if (!wire.isEncrypted() && extensions.hasStartTls() && wire.ask("STARTTLS", limit).isDone()) {
            wire.encrypt(encryption, limit);
            extensions = hello(wire);
        }
        if (server.login() instanceof RelayServer.Login.Password login) {
            logIn(wire, extensions, login);
        }
        return extensions;
    }

    private Extensions hello(Wire wire) throws IOException {
        var answer = wire.ask("EHLO " + ownName, limit);
        if (answer.isDone()) {
            return Extensions.in(answer);
        }
        var old = answer.isForGood() ? wire.ask("HELO " + ownName, limit) : answer;
        if (!old.isDone()) {
            throw new PutOff(DeferralCause.UNREACHABLE, Reason.of(Reason.Cause.RELAY_TAKES_NOBODY, old.codes()));
        }
        return Extensions.NONE;
    }

    private void logIn(Wire wire, Extensions extensions, RelayServer.Login.Password login) throws IOException {
        if (!wire.isEncrypted() && !wire.isLoopback()) {
            throw new PutOff(DeferralCause.BLOCKED,
                    Reason.of(Reason.Cause.RELAY_NOT_ENCRYPTED));
        }
        var answer = answer(wire, extensions, login);
        if (!answer.isDone()) {
            throw new PutOff(answer.isForGood() ? DeferralCause.BLOCKED : DeferralCause.UNREACHABLE,
                    Reason.of(Reason.Cause.RELAY_LOGIN_REFUSED, answer.codes()));
        }
    }

    private Reply answer(Wire wire, Extensions extensions, RelayServer.Login.Password login) throws IOException {
        if (extensions.logins().contains("PLAIN")) {
            return wire.ask("AUTH PLAIN " + base64("\0" + login.user() + "\0" + login.password()), limit);
        }
        if (extensions.logins().contains("LOGIN")) {
            var first = wire.ask("AUTH LOGIN", limit);
            var second = first.isWaiting() ? wire.ask(base64(login.user()), limit) : first;
            return second.isWaiting() ? wire.ask(base64(login.password()), limit) : second;
        }
        throw new PutOff(DeferralCause.BLOCKED, Reason.of(Reason.Cause.RELAY_LOGIN_UNKNOWN));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
