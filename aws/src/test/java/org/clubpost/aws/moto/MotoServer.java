package org.clubpost.aws.moto;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/**
 * moto's server (<a href="https://docs.getmoto.org/en/latest/docs/server_mode.html">Server Mode</a>): one for all tests
 * of a JVM, on a free port of loopback. It ends with the JVM. It holds what every test put there, so each test makes a
 * table, a bucket or a queue of its own. Safe for use by many threads.
 */
public final class MotoServer {

    private static final String MISSING = "there is no moto_server on the PATH: pip install 'moto[server]' brings it";
    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern RUNNING = Pattern.compile("Running on (http://\\S+)");
    /**
     * The shell waits at the end of a pipe that this JVM never writes to. However the JVM ends, the pipe closes then,
     * and the shell ends the server.
     */
    private static final String UNTIL_THE_PIPE_CLOSES = """
            trap '' INT HUP
            "$0" -H 127.0.0.1 -p 0 &
            server=$!
            cat >/dev/null
            kill -KILL "$server"
            """;

    /** Python reads a file of this name before any program. */
    private static final String STARTED_FIRST = "sitecustomize.py";

    /** How many keys S3 names in one answer, 1,000 in AWS: with fewer a test need not store so many. */
    public static final int KEYS_OF_A_PAGE = 100;

    private final URI endpoint;

    private MotoServer(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** Holds the one server, from when somebody first asks for it. */
    private static final class Only {

        static final Optional<MotoServer> SERVER = program().map(MotoServer::start);
    }

    /** The server. Where there is no {@code moto_server} on the {@code PATH} the calling test is skipped. */
    public static MotoServer running() {
        return Only.SERVER.orElseGet(() -> Assumptions.abort(MISSING));
    }

    private static Optional<Path> program() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        var program = Stream.of(path.split(File.pathSeparator, -1)).filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "moto_server")).filter(Files::isExecutable).findFirst();
        if (program.isEmpty()) {
            System.err.println("Tests are skipped: " + MISSING);
        }
        return program;
    }

    private static MotoServer start(Path program) {
        var builder = new ProcessBuilder("sh", "-c", UNTIL_THE_PIPE_CLOSES, program.toString())
                .redirectErrorStream(true);
        builder.environment().put("MOTO_S3_DEFAULT_MAX_KEYS", Integer.toString(KEYS_OF_A_PAGE));
        builder.environment().put("PYTHONPATH", quickTransactions().toString());
        var endpoint = new CompletableFuture<URI>();
        try {
            var output = builder.start().inputReader();
            Thread.ofPlatform().daemon().name("moto_server").start(() -> listen(output, endpoint));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MotoServer(endpoint.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
    }

    /** A directory with {@link #STARTED_FIRST}, which says what it does. */
    private static Path quickTransactions() {
        try (var script = Objects.requireNonNull(MotoServer.class.getResourceAsStream(STARTED_FIRST))) {
            var directory = Files.createTempDirectory("moto-");
            var file = directory.resolve(STARTED_FIRST);
            Files.copy(script, file);
            directory.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what it says, to the end, lest it waits for a reader: its address, and then a line for each request. */
    private static void listen(BufferedReader output, CompletableFuture<URI> endpoint) {
        var said = new StringBuilder();
        try (output) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (!endpoint.isDone()) {
                    said.append(line).append('\n');
                    RUNNING.matcher(line).results().forEach(match -> endpoint.complete(URI.create(match.group(1))));
                }
            }
            endpoint.completeExceptionally(new IllegalStateException("moto_server does not start:\n" + said));
        } catch (IOException e) {
            endpoint.completeExceptionally(e);
        }
    }

    /** Where it listens, for every service. */
    public URI endpoint() {
        return endpoint;
    }

    /** What a program's environment says of it. */
    public Map<String, String> environment() {
        return Map.of("AWS_ENDPOINT_URL", endpoint.toString(), "AWS_REGION", "eu-central-1", "AWS_ACCESS_KEY_ID",
                "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY", "none");
    }

    /**
     * Removes whatever any test has put there, which frees its memory: moto copies a table for each item that a
     * transaction writes, and keeps the copies.
     */
    public void reset() {
        try {
            var connection = (HttpURLConnection) endpoint.resolve("/moto-api/reset").toURL().openConnection();
            connection.setRequestMethod("POST");
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IllegalStateException("moto_server does not reset itself");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That builder, for a client of this server. */
    public <B extends AwsClientBuilder<B, ?>> B at(B builder) {
        return builder.region(Region.EU_CENTRAL_1).endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")));
    }
}
