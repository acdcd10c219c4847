package org.clubpost.stack.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.clubpost.core.list.SampleLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page on which owners sign in, cold, takes no more of the processor than the page on which people sign up, cold. The
 * two are measured in turns, so that a busy machine is as busy for one as for the other; prints what it measured.
 */
class ColdSignInIT {

    /** So many rounds; the middle one of each counts. */
    private static final int ROUNDS = Integer.getInteger("clubpost.rounds", 3);
    /** How much more is still the same: what two measurements of one page differ by. */
    private static final double SAME = 1.1;

    @TempDir
    private Path folder = Path.of("");
    private int started;

    private long measure(Cloud cloud, String name, String target, String initialization) throws IOException {
        var place = Files.createDirectories(folder.resolve(name + started++));
        var way = new RunningFunction.Way(List.of(), List.of("-XX:TieredStopAtLevel=1"), initialization, true);
        try (var function = RunningFunction.start(name, place, cloud, way)) {
            var before = Duration.ZERO;
            if (initialization.equals("snap-start")) {
                function.awaitSnapshot();
                before = function.processorTime();
            }
            assertEquals(200, function.answer(Events.get(target)).tree().path("statusCode").asInt());
            return function.processorTime().minus(before).toMillis();
        }
    }

    private static long middle(List<Long> measured) {
        return measured.stream().sorted().skip(measured.size() / 2).findFirst().orElseThrow();
    }

    @Test
    void signInPageIsNoSlowerThanTheSignUpPage() throws IOException {
        try (var cloud = new Cloud()) {
            cloud.create(SampleLists.aList());
            for (var initialization : List.of("on-demand", "snap-start")) {
                var signUp = new ArrayList<Long>();
                var signIn = new ArrayList<Long>();
                for (var round = 0; round < ROUNDS; round++) {
                    signUp.add(measure(cloud, "SubscribeFunction", "/subscribe?list=news", initialization));
                    signIn.add(measure(cloud, "AdminFunction", "/rooms/sign-in", initialization));
                }
                System.out.println(initialization + ": sign-up page " + signUp + " ms, sign-in page " + signIn
                        + " ms of the processor, ratio "
                        + "%.2f".formatted((double) middle(signIn) / Math.max(1, middle(signUp))));
                assertTrue(middle(signIn) <= SAME * middle(signUp),
                        initialization + ": " + signIn + " ms against " + signUp + " ms");
            }
        }
    }
}
