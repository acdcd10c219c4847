package org.clubpost.local.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.clubpost.angus.Angus;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.ReturnPath;
import org.clubpost.core.store.MailStore;
import org.clubpost.local.lambda.InboundEvents;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The SMTP server. Mail to a list goes into the store before the client gets its 250; mail to anybody else is refused
 * at RCPT.
 */
public final class SmtpFront implements AutoCloseable {

    /** The largest mail, the same as with SES (S3Action: 40 MB with header). */
    public static final int MAX_OCTETS = 40 << 20;

    static {
        Angus.lenient();
    }

    private final SMTPServer server;

    /**
     * What reception needs.
     *
     * @param lists the lists
     * @param domain the domain of their addresses
     * @param store where mails go
     * @param events told of each mail, before and after it is stored
     * @param trust whose mail counts as authenticated
     * @param memory for the mails that are being received
     * @param returnPaths knows whose mail an address in the domain was made for ({@link ReturnPath}), if it was made here
     */
    public record Ports(Lists lists, String domain, MailStore store, InboundEvents events, Trust trust,
            MailMemory memory, Function<EmailAddress, Optional<ListId>> returnPaths) {

        /** Where no mail has an address of its own. */
        public Ports(Lists lists, String domain, MailStore store, InboundEvents events, Trust trust,
                MailMemory memory) {
            this(lists, domain, store, events, trust, memory, _ -> Optional.empty());
        }

        /** The list for which a mail to the address is taken. */
        Optional<ListId> list(EmailAddress address) {
            return address.domain().equals(domain) && ReturnPath.read(address).isPresent()
                    ? returnPaths.apply(address)
                    : ListAddress.find(address, domain, lists).map(ListAddress::list);
        }
    }

    private SmtpFront(SMTPServer server) {
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param port the port; 0 for any free port
     * @throws IOException when the port is taken
     */
    public static SmtpFront open(InetAddress bind, int port, Ports ports, InstantSource clock, RandomGenerator random)
            throws IOException {
        return open(bind, port, ports, SmtpLimits.USUAL, clock, random);
    }

    /**
     * Starts to listen, with other limits to what a client may take.
     *
     * @param port the port; 0 for any free port
     * @throws IOException when the port is taken
     */
    public static SmtpFront open(InetAddress bind, int port, Ports ports, SmtpLimits limits, InstantSource clock,
            RandomGenerator random) throws IOException {
        // The door counts connections. The library blocks at its own limit, so that one is out of reach.
        var server = SMTPServer.port(port).bindAddress(bind).backlog(limits.connections()).hostName(ports.domain())
                .softwareName("Clubpost").insertReceivedHeaders(false).hideTLS().maxMessageSize(MAX_OCTETS)
                .maxRecipients(100).maxConnections(2 * limits.connections()).connectionTimeout(2, TimeUnit.MINUTES)
                .serverSocketFactory(() -> new FrontDoor(limits))
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(context -> new MailReception(context, ports, clock, random)).build();
        Stream.of(new Greetings(), new MailFrom(), new MailData()).forEach(server.getCommandHandler()::addCommand);
        try {
            server.start();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof IOException taken) {
                throw taken;
            }
            throw e;
        }
        return new SmtpFront(server);
    }

    /** The port on which it listens. */
    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }
}
