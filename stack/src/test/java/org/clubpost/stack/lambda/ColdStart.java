package org.clubpost.stack.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.list.SampleLists;
import org.clubpost.stack.Template;

/**
 * Measures what each packaged function takes of the processor from the start of its process to its first answer, in the
 * ways that there are, and Python with boto3 at the same work as signing up. It is the processor's time and not the
 * clock's, so that a busy machine does not matter; on one processor of one's own the two are nearly the same. {@code
 * docs/performance.md} says how to run it and what it said.
 */
final class ColdStart {

    private static final List<String> ONE_PROCESSOR = List.of("taskset", "-c", "1");
    private static final String C1 = "-XX:TieredStopAtLevel=1";

    private final Path folder;
    private final int times;
    private final Map<String, Function<Cloud, String>> events = new LinkedHashMap<>();
    private int started;

    private ColdStart(Path folder, int times) {
        this.folder = folder;
        this.times = times;
        var news = SampleLists.aList();
        events.put("SubscribeFunction", _ -> Events.form("/subscribe", "list=news&email=new@club.example"));
        events.put("AnswerFunction", _ -> Events.asked());
        events.put("ConfirmFunction", _ -> Events.get("/confirm?token=forged"));
        events.put("UnsubscribeFunction", cloud -> Events.get("/unsubscribe?token="
                + cloud.membershipToken(LinkPurpose.LEAVE_PAGE, news, "anna@club.example")));
        events.put("ManageFunction", cloud -> Events
                .get("/manage?token=" + cloud.membershipToken(LinkPurpose.MANAGE_PAGE, news, "anna@club.example")));
        events.put("ModerateFunction", _ -> Events.get("/moderate?token=forged"));
        events.put("AdminFunction", _ -> Events.get("/rooms/sign-in?lang=en"));
        events.put("SuperviseFunction", _ -> Events.scheduled());
        events.put("ReceiveFunction", _ -> Events.stored("inbound/news/a-mail"));
        events.put("DeliverFunction", _ -> Events.queued(List.of("news 01a1fed2e708ed2f0db64938 0")));
    }

    /**
     * Takes the number of runs of each kind, of which the middle one counts, and perhaps the names of the functions, in
     * place of all.
     */
    static void main(String[] arguments) throws IOException, InterruptedException {
        var measuring = new ColdStart(Files.createTempDirectory("coldstart"), Integer.parseInt(arguments[0]));
        System.out.println("| | plain, C1 | plain, C1 and C2 | AOT cache, C1 | from a snapshot, first answer |");
        System.out.println("|---|---:|---:|---:|---:|");
        var names = arguments.length > 1
                ? List.of(arguments).subList(1, arguments.length)
                : measuring.events.keySet();
        for (var name : names) {
            System.out.println(measuring.row(name));
        }
        System.out.println("Python with boto3, one PutItem and one SendEmail: " + measuring.python() + " ms");
    }

    private String row(String name) throws IOException, InterruptedException {
        var plain = measure(name, List.of(C1), "on-demand");
        var both = measure(name, List.of(), "on-demand");
        var cache = folder.resolve(name + ".aot").toAbsolutePath();
        once(name, List.of(C1, "-XX:AOTCacheOutput=" + cache), "on-demand");
        var cached = measure(name, List.of(C1, "-XX:AOTCache=" + cache), "on-demand");
        return "| %s | %d | %d | %d | %d |".formatted(name, plain, both, cached,
                measure(name, List.of(C1), "snap-start"));
    }

    private long measure(String name, List<String> options, String initialization) throws IOException {
        var measured = new ArrayList<Long>();
        for (var time = 0; time < times; time++) {
            measured.add(once(name, options, initialization));
        }
        return middle(measured);
    }

    private static long middle(List<Long> measured) {
        return measured.stream().sorted().skip(measured.size() / 2).findFirst().orElseThrow();
    }

    private long once(String name, List<String> options, String initialization) throws IOException {
        var place = Files.createDirectories(folder.resolve(name + started++));
        try (var cloud = new Cloud()) {
            var news = cloud.create(SampleLists.aList());
            cloud.join(news, "anna@club.example");
            cloud.store("inbound/news/a-mail", InboundMail.from("owner@club.example"));
            var event = Objects.requireNonNull(events.get(name)).apply(cloud);
            try (var function = RunningFunction.start(name, place, cloud,
                    new RunningFunction.Way(ONE_PROCESSOR, options, initialization, false))) {
                var before = Duration.ZERO;
                if (initialization.equals("snap-start")) {
                    function.awaitSnapshot();
                    before = function.processorTime();
                }
                var answer = function.answer(event);
                if (!(answer instanceof Answer.Returned)) {
                    throw new AssertionError(answer.json());
                }
                return function.processorTime().minus(before).toMillis();
            }
        }
    }

    private long python() throws IOException, InterruptedException {
        var script = folder.resolve("signup.py");
        try (var source = Objects.requireNonNull(ColdStart.class.getResourceAsStream("signup.py"))) {
            Files.write(script, source.readAllBytes());
        }
        var measured = new ArrayList<Long>();
        try (var cloud = new Cloud()) {
            var subscribe = Template.read("template.yaml").functions().getFirst();
            for (var time = 0; time < times; time++) {
                var command = new ArrayList<>(ONE_PROCESSOR);
                command.addAll(List.of("python3", script.toString()));
                var builder = new ProcessBuilder(command).redirectErrorStream(true);
                builder.environment().putAll(cloud.environment(subscribe));
                var process = builder.start();
                var said = new String(process.getInputStream().readAllBytes(), UTF_8);
                if (process.waitFor() != 0) {
                    throw new AssertionError(said);
                }
                measured.add(Math.round(Double.parseDouble(said.strip())));
            }
        }
        return middle(measured);
    }
}
