package org.clubpost.stack.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.aws.log.Metric;
import org.clubpost.stack.Template;
import org.junit.jupiter.api.Assumptions;

/**
 * A function of the template in a process of its own: its artifact unpacked, as Lambda unpacks it, and AWS's runtime
 * interface client as its main class, with the options of Lambda's own start script. It starts as it does for a
 * snapshot: initialised, {@code beforeCheckpoint}, {@code afterRestore}, first event.
 */
final class RunningFunction implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CLIENT = AWSLambda.class.getName();
    private static final String NATIVE = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final List<String> CLIENT_JARS = List.of("aws-lambda-java-core", "aws-lambda-java-serialization",
            "aws-lambda-java-runtime-interface-client", "utils-lite", "annotations");

    private final RuntimeApi lambda = new RuntimeApi();
    private final Template.Resource function;
    private final Path folder;
    private final Process process;
    private final boolean isAsDeployed;
    private boolean hasFailed;

    /**
     * How it is started.
     *
     * @param prefix what stands before {@code java} in the command
     * @param options options of the virtual machine, besides those of Lambda's start script
     * @param initialization {@code snap-start}, with the hooks before and after the snapshot, or {@code on-demand}
     * @param isUnpacked as Lambda unpacks a zip, or as one archive on the class path, as in an image
     */
    record Way(List<String> prefix, List<String> options, String initialization, boolean isUnpacked) {

        /** As the template says: from a snapshot. */
        static final Way SNAPSHOT = new Way(List.of(), List.of("-XX:TieredStopAtLevel=1"), "snap-start", true);

        Way {
            prefix = List.copyOf(prefix);
            options = List.copyOf(options);
        }
    }

    private RunningFunction(Template.Resource function, Path folder, Map<String, String> environment, Way way)
            throws IOException {
        this.function = function;
        this.folder = folder;
        this.isAsDeployed = way.equals(Way.SNAPSHOT);
        var task = way.isUnpacked() ? unpacked(function) : folder.toAbsolutePath();
        var builder = new ProcessBuilder(command(function, way)).directory(task.toFile())
                .redirectOutput(folder.resolve("log").toFile()).redirectError(folder.resolve("errors").toFile());
        builder.environment().clear();
        // AWS Lambda Developer Guide, "Defined runtime environment variables".
        builder.environment().put("TZ", ":UTC");
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of("AWS_LAMBDA_RUNTIME_API", lambda.address(), "LAMBDA_TASK_ROOT",
                task.toString(), "_HANDLER", function.string("Handler"), "AWS_LAMBDA_INITIALIZATION_TYPE",
                way.initialization(), "AWS_LAMBDA_FUNCTION_NAME", function.name(), "AWS_LAMBDA_FUNCTION_VERSION", "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", function.string("MemorySize"), "AWS_LAMBDA_LOG_GROUP_NAME", "log",
                "AWS_LAMBDA_LOG_STREAM_NAME", "stream", "AWS_EXECUTION_ENV", "AWS_Lambda_java25"));
        process = builder.start();
    }

    /**
     * Starts it.
     *
     * @param name its name in the template
     * @param folder for what it writes
     * @param cloud what it finds of AWS
     */
    static RunningFunction start(String name, Path folder, Cloud cloud) {
        return start(name, folder, cloud, Way.SNAPSHOT);
    }

    /** Starts it in that way. */
    static RunningFunction start(String name, Path folder, Cloud cloud, Way way) {
        var function = Stream.of("template.yaml", "cognito.yaml").map(Template::read)
                .flatMap(template -> template.functions().stream()).filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow();
        try {
            return new RunningFunction(function, Files.createDirectories(folder.resolve(name)),
                    cloud.environment(function), way);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Template.Resource function, Way way) throws IOException {
        var jars = Stream.of(System.getProperty("java.class.path").split(":", -1)).map(Path::of)
                .filter(jar -> CLIENT_JARS.stream()
                        .anyMatch(name -> jar.getFileName().toString().matches(name + "-[0-9.]+\\.jar")))
                .map(jar -> jar.toAbsolutePath().toString()).collect(Collectors.joining(":"));
        var artifact = Template.ROOT.resolve(function.string("CodeUri")).toAbsolutePath();
        var heap = function.number("MemorySize") * 6 / 8;
        var command = new ArrayList<>(way.prefix());
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap + "m",
                "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-D" + NATIVE + "=" + nativePart()));
        command.addAll(way.options());
        command.addAll(List.of("-cp", way.isUnpacked() ? jars : jars + ":" + artifact, CLIENT,
                function.string("Handler")));
        return command;
    }

    /**
     * The client's native part. By itself it would unpack it under one name for all processes, which two that start at
     * a time do not survive.
     */
    private static synchronized Path nativePart() throws IOException {
        Assumptions.assumeTrue("Linux".equals(System.getProperty("os.name")), "the client's native part is for Linux");
        var arch = "aarch64".equals(System.getProperty("os.arch")) ? "aarch_64" : "x86_64";
        var part = Path.of("target", "tasks", "jni-" + arch + ".so").toAbsolutePath();
        if (!Files.exists(part)) {
            var unfinished = Files.createTempFile(Files.createDirectories(part.getParent()), "unfinished", ".so");
            try (var packed = Objects.requireNonNull(
                    AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + arch + ".so"))) {
                Files.copy(packed, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(unfinished, part);
        }
        return part;
    }

    /** The folder with what is in the artifact; made once, because that takes longer than most tests. */
    private static synchronized Path unpacked(Template.Resource function) throws IOException {
        var artifact = Template.ROOT.resolve(function.string("CodeUri"));
        Assumptions.assumeTrue(Files.exists(artifact), "the build was told to make no artifacts");
        var task = Path.of("target", "tasks",
                artifact.getFileName() + "-" + Files.getLastModifiedTime(artifact).toMillis()).toAbsolutePath();
        if (!Files.exists(task)) {
            var unfinished = Files.createTempDirectory(Files.createDirectories(task.getParent()), "unfinished");
            unpack(artifact, unfinished);
            Files.move(unfinished, task);
        }
        return task;
    }

    private static void unpack(Path artifact, Path folder) throws IOException {
        try (var jar = new JarFile(artifact.toFile())) {
            for (var entry : jar.stream().filter(entry -> !entry.isDirectory()).toList()) {
                var file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (var content = jar.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
    }

    /** What it has had of the processor so far, in hundredths of a second. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Waits until the snapshot would be taken. */
    void awaitSnapshot() {
        try {
            var start = lambda.awaitStart(PATIENCE);
            if (!(start.orElse(null) instanceof Answer.Returned)) {
                throw new AssertionError(function.name() + " does not start:\n" + start + String.join("\n", log()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What it says to that event. */
    Answer answer(String event) {
        var answer = send(event);
        for (var waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plusMillis(100)) {
            try {
                var said = answer.poll(100, TimeUnit.MILLISECONDS);
                if (said != null) {
                    hasFailed |= said instanceof Answer.Failed;
                    return said;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
            if (!process.isAlive()) {
                break;
            }
        }
        throw new AssertionError(function.name() + " said nothing:\n" + String.join("\n", log()));
    }

    private BlockingQueue<Answer> send(String event) {
        return lambda.send(event, Duration.ofSeconds(function.number("Timeout")));
    }

    /** What it has written so far, line by line. */
    List<String> log() {
        var lines = new ArrayList<String>();
        for (var name : List.of("log", "errors")) {
            try {
                lines.addAll(Files.readAllLines(folder.resolve(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return lines;
    }

    /** The lines that are none of our JSON lines. */
    List<String> foreignLines() {
        return log().stream().filter(line -> !isOurs(line)).toList();
    }

    private static boolean isOurs(String line) {
        return line.startsWith("{\"function\":\"") && new Answer.Returned(line).tree().isObject();
    }

    /** What was counted of that, by the lines of the log, as the saved queries count. */
    long counted(Metric metric) {
        return log().stream().filter(line -> line.startsWith("{")).map(line -> new Answer.Returned(line).tree())
                .mapToLong(line -> line.path(metric.title()).asLong()).sum();
    }

    /**
     * Ends it. A line of its log that is not ours fails the test: CloudWatch bills it, and somebody looks for its meaning.
     * What Lambda's client itself writes about an event that failed is none of our business.
     */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        lambda.close();
        var foreign = isAsDeployed && !hasFailed ? foreignLines() : List.<String>of();
        if (!foreign.isEmpty()) {
            throw new AssertionError(
                    function.name() + " wrote lines that are not ours:\n" + String.join("\n", foreign));
        }
    }
}
