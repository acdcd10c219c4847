package org.clubpost.local.relay;

import static java.lang.System.Logger.Level.WARNING;

import java.util.Locale;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.site.Reasons;

/**
 * Hands mail to an SMTP server. As many mails go out at the same time as there are connections. A caller who comes when
 * all are in use waits.
 *
 * <p><b>What an answer means</b> (RFC 5321 section 4.2.1):
 * <ul>
 * <li>5yz to a recipient or to a mail: {@link SendOutcome.Refused}; 4yz: {@link SendOutcome.Later}. Nobody else is
 * affected.
 * <li>What may be meant for us and not for the recipient ({@link Doubt}): {@link SendOutcome.Doubtful}; to our sender,
 * {@link SendOutcome.Deferred}. A server that is busy (450 to 452) with a connection over which it took mails gets the
 * mail over a new one.
 * <li>5yz to our sender or to our login, or a certificate that is not to be trusted: {@link SendOutcome.Deferred} until
 * somebody acts; 552, too large, is about the mail.
 * <li>4yz to our sender, 421 to anything, no connection, or one that breaks before the end of the mail was sent:
 * deferred, because the server cannot have taken the mail (section 4.1.1.4). A connection that was used before may
 * merely have been closed meanwhile: then the mail goes over a new connection at once.
 * <li>A connection that breaks after the end of the mail was sent, or an answer that does not come in time: {@link
 * SendOutcome.Unclear}.
 * </ul>
 */
public final class SmtpOutbox implements Outbox, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SmtpOutbox.class.getName());

    private final Connections connections;
    private final boolean keepsMessageIds;

    /**
     * An outbox that connects when the first mail comes.
     *
     * @param server the server
     * @param ownName the name by which we greet it (EHLO)
     * @param limits how many connections, and how long to wait
     */
    public SmtpOutbox(RelayServer server, String ownName, RelayLimits limits) {
        this(server, ownName, limits, Encryption.usual());
    }

    SmtpOutbox(RelayServer server, String ownName, RelayLimits limits, Encryption encryption) {
        this.keepsMessageIds = !server.isSes();
        this.connections = new Connections(server, limits,
                new Handshake(server, ownName, limits.command(), encryption));
    }

    /** Whether bounces go to the envelope sender that a mail is handed over with. SES tells of them by itself. */
    public static boolean takesReturnPaths(RelayServer server) {
        return !server.isSes();
    }

    @Override
    public boolean keepsMessageIds() {
        return keepsMessageIds;
    }

    @Override
    public SendOutcome send(OutgoingMail mail) {
        var outcome = connections.send(mail);
        if (outcome instanceof SendOutcome.Deferred(var cause, var reason)) {
            LOG.log(WARNING, "relay outcome=deferred cause={0} reason=\"{1}\"", cause,
                    Reasons.sentence(reason, Locale.ENGLISH));
        }
        return outcome;
    }

    @Override
    public long largest() {
        return connections.largest();
    }

    /** Says QUIT on every idle connection. */
    @Override
    public void close() {
        connections.close();
    }
}
