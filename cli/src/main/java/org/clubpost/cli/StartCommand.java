package org.clubpost.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.cli.output.Typed;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.local.LocalData;
import org.clubpost.local.LocalService;
import org.clubpost.local.LocalSettings;
import org.clubpost.local.Outlet;
import org.clubpost.local.StartFailure;
import org.clubpost.local.UnusableData;
import org.clubpost.local.mailbox.Sync;
import org.clubpost.local.relay.RelayLimits;
import org.clubpost.local.relay.RelayServer;
import org.clubpost.local.smtp.Trust;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the whole service on this machine until it is told to end. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Run everything on this machine, in one process.",
        footer = {
                "", "Everything that lasts is in the data directory. To run two at the same time,",
                "give the second one other ports and another data directory."})
final class StartCommand implements Callable<Integer> {

    private static final int MOST_CONNECTIONS = 100;
    private static final String PASSWORD_VARIABLE = "CLUBPOST_RELAY_PASSWORD";

    @Mixin
    private DoorOptions doors = new DoorOptions();
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = InstallationOption.USUAL,
            description = "Where everything that lasts is kept (default: ./data).")
    private Path data = Path.of("data");
    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            defaultValue = "lists.example.org",
            description = "Domain of the lists' addresses (default: ${DEFAULT-VALUE}).")
    private String domain = "";
    @Option(
            names = "--operator",
            paramLabel = "ADDRESS",
            description = "Who runs this service, outside its own domain: gets the mail to postmaster@ and abuse@. It is remembered.")
    private String operator = "";
    @Option(
            names = "--relay",
            paramLabel = "URL",
            description = "Send through this mail server instead of into the built-in mailbox: smtp://HOST:PORT, smtp://USER@HOST or smtps://USER@HOST. The password is read from the variable CLUBPOST_RELAY_PASSWORD or a file.")
    private @Nullable String relay;
    @Option(
            names = "--relay-password-file",
            paramLabel = "FILE",
            description = "Holds the password for --relay on its first line.")
    private @Nullable Path relayPasswordFile;
    @Option(
            names = "--relay-connections",
            paramLabel = "N",
            defaultValue = ""
                    + RelayLimits.USUAL_CONNECTIONS,
            description = "The most connections to the mail server at the same time (default: ${DEFAULT-VALUE}).")
    private int relayConnections;
    @Option(
            names = "--mailbox-sync",
            paramLabel = "WHEN",
            defaultValue = "always",
            description = "Whether the built-in mailbox has each mail on the disk before it accepts it: always or never (default: ${DEFAULT-VALUE}). With never, a power cut may cost the last mails; a crash does not.")
    private Sync mailboxSync = Sync.ALWAYS;
    @Option(
            names = "--send-through",
            paramLabel = "ses",
            description = "Send through Amazon SES; credentials, region and endpoint as the AWS SDK finds them.")
    private @Nullable String sendThrough;
    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = ""
                    + LocalSettings.USUAL_WINDOW,
            description = "How many members get their copy between two checkpoints (default: ${DEFAULT-VALUE}). Twice as many may get a post twice after a crash; fewer are slower.")
    private int window;
    @Option(
            names = "--trust",
            paramLabel = "WHOM",
            defaultValue = "loopback",
            description = "Whose mail counts as authenticated: loopback or none (default: ${DEFAULT-VALUE}).")
    private Trust trust = Trust.LOOPBACK;
    @Mixin
    private WebhookOptions webhooks = new WebhookOptions();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var settings = settings();
        var began = Instant.now();
        LocalService service;
        try {
            service = LocalService.start(settings);
        } catch (StartFailure failure) {
            throw new CommandFailure(failure.reason());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, out), "stop"));
        var banner = new Banner(service.running(), settings, Duration.between(began, Instant.now()));
        banner.print(out);
        banner.printOperator(out, operators(settings));
        new CountDownLatch(1).await();
        return 0;
    }

    private static List<EmailAddress> operators(LocalSettings settings) {
        try (var open = LocalData.open(settings.data())) {
            return open.operators().addresses();
        } catch (UnusableData e) {
            throw new CommandFailure(e.reason());
        }
    }

    private static void stop(LocalService service, PrintWriter out) {
        out.println("Stopping.");
        service.close();
        out.println("Stopped.");
    }

    private LocalSettings settings() {
        if (relay != null && sendThrough != null) {
            throw mistake("Give --relay or --send-through, not both.");
        }
        if (sendThrough != null && !sendThrough.equals("ses")) {
            throw mistake("--send-through knows only \"ses\".");
        }
        return new LocalSettings(InstallationOption.checked(spec, data),
                doors.doors(), domain(), outlet(), trust, window(), webhooks.webhooks(), operator());
    }

    private Outlet outlet() {
        if (relay != null) {
            return new Outlet.Relay(relayServer(relay), relayConnections());
        }
        return sendThrough != null ? new Outlet.Ses() : new Outlet.Mailbox(mailboxSync);
    }

    private RelayServer relayServer(String url) {
        var server = RelayServer.parse(url, relayPassword()).orElseThrow(() -> mistake(
                "--relay is an address such as smtp://localhost:25 or smtps://USER@mail.example.org, without a password."));
        if (server.login() instanceof RelayServer.Login.Password(_, var password) && password.isEmpty()) {
            throw mistake("--relay names a user: put the password into the variable " + PASSWORD_VARIABLE
                    + " or into a file, and name the file with --relay-password-file.");
        }
        return server;
    }

    private String relayPassword() {
        if (relayPasswordFile == null) {
            return Objects.requireNonNullElse(System.getenv(PASSWORD_VARIABLE), "");
        }
        try (var lines = Files.lines(relayPasswordFile)) {
            return lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            throw mistake("--relay-password-file: " + relayPasswordFile + " cannot be read.");
        }
    }

    private int relayConnections() {
        if (relayConnections < 1 || relayConnections > MOST_CONNECTIONS) {
            throw mistake("--relay-connections is a number from 1 to " + MOST_CONNECTIONS + ".");
        }
        return relayConnections;
    }

    private int window() {
        if (window < 1 || window > LocalSettings.MAX_WINDOW) {
            throw mistake("--window is a number from 1 to " + LocalSettings.MAX_WINDOW + ".");
        }
        return window;
    }

    /** Mail to an address of the lists' domain would come back. */
    private List<EmailAddress> operator() {
        if (operator.isEmpty()) {
            return List.of();
        }
        var address = Typed.address(spec, operator);
        if (address.domain().equals(domain())) {
            throw mistake("--operator is an address outside " + domain() + ".");
        }
        return List.of(address);
    }

    private String domain() {
        return EmailAddress.parse("news@" + domain).map(EmailAddress::domain)
                .orElseThrow(() -> mistake("--domain: \"" + domain + "\" is not a domain."))
                .toLowerCase(Locale.ROOT);
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
