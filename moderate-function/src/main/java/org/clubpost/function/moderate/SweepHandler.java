package org.clubpost.function.moderate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.clubpost.aws.log.FunctionLog;
import org.clubpost.core.care.Sweep;
import org.clubpost.core.privacy.ForgetFormer;
import org.jspecify.annotations.Nullable;

/** Runs several times a day, by a schedule. Drops the held mails about which nobody decided in
 * time, and forgets who left long ago. */
public final class SweepHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {

    private final FunctionLog log = new FunctionLog("sweep");
    private final Round posts;
    private final Round people;

    /**
     * Made by Lambda, from its environment.
     *
     * @throws IllegalStateException when the environment lacks something; names it
     */
    public SweepHandler() {
        this(Wiring.ofProcess());
    }

    private SweepHandler(Wiring wiring) {
        this(wiring.sweep(), wiring.forgetFormer(), wiring.tending());
    }

    /**
     * Sweeps with those use cases.
     *
     * @param tending what else is done each time, whatever came of the others
     */
    public SweepHandler(Sweep sweep, ForgetFormer forget, List<IntSupplier> tending) {
        this.posts = new Round(log, List.of(_ -> sweep.sweep()));
        this.people = new Round(log,
                Stream.concat(Stream.<ToIntFunction<Context>>of(_ -> forget.run()),
                        tending.stream().map(SweepHandler::uncounted)).toList());
    }

    private static ToIntFunction<Context> uncounted(IntSupplier each) {
        return _ -> {
            var _ = each.getAsInt();
            return 0;
        };
    }

    /**
     * @throws org.clubpost.core.UnavailableException when something failed; the next event goes on
     */
    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        try {
            var done = posts.run(context);
            log.info(log.line(context.getAwsRequestId()).with("posts", done).outcome("done"));
        } finally {
            var forgotten = people.run(context);
            log.info(log.line(context.getAwsRequestId()).with("forgotten", forgotten).outcome("done"));
        }
        return null;
    }
}
