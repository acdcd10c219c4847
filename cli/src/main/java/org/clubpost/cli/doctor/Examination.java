package org.clubpost.cli.doctor;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clubpost.cli.Clubpost;
import org.clubpost.cli.cloud.Cloud;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.cloud.ListStacks;
import org.clubpost.cli.cloud.Reply;
import org.clubpost.cli.doctor.check.Check;
import org.clubpost.cli.doctor.check.Checks;
import org.clubpost.cli.doctor.check.Finding;
import org.clubpost.cli.doctor.check.Repair;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.read.AwsFacts;
import org.clubpost.cli.doctor.read.Dns;
import org.clubpost.cli.doctor.read.Repairs;
import org.clubpost.cli.output.CommandFailure;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;

/** One run of all checks over one stack. */
final class Examination {

    /** Once the clock is off by this much, AWS refuses calls for that alone. */
    private static final Duration REFUSED = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final String dns;
    private final boolean fix;
    private final PrintWriter out;
    private final Report report;

    /**
     * @param clock this machine's
     * @param dns which DNS server to ask; empty for the usual ones
     * @param fix whether to mend what can be mended
     * @param out where findings go
     */
    Examination(InstantSource clock, String dns, boolean fix, PrintWriter out) {
        this.clock = clock;
        this.dns = dns;
        this.fix = fix;
        this.out = out;
        this.report = new Report(out);
    }

    /**
     * Looks at everything.
     *
     * @return whether nothing was found that keeps mail from flowing
     * @throws CommandFailure when there is no such stack, or it cannot be looked at
     */
    boolean run(String stack) {
        try (var cloud = Cloud.open()) {
            var reply = cloud.describe(stack);
            var ahead = reply.date()
                    .<Look<Duration>>map(date -> new Look.Seen<>(Duration.between(date, clock.instant())))
                    .orElseGet(() -> new Look.Failed<>("AWS does not say the time"));
            return switch (reply) {
                case Reply.Refused<DescribeStacksResponse> refused -> throw refused(cloud, stack, refused, ahead);
                case Reply.Done<DescribeStacksResponse> done -> examine(cloud, cloud.read(done), ahead);
            };
        }
    }

    private static CommandFailure refused(Cloud cloud, String name, Reply.Refused<DescribeStacksResponse> refused,
            Look<Duration> clock) {
        if (clock instanceof Look.Seen<Duration>(var ahead) && ahead.abs().compareTo(REFUSED) >= 0) {
            return new CommandFailure("AWS refuses calls because this machine's clock is " + ahead.abs().toSeconds()
                    + " seconds " + (ahead.isNegative() ? "behind" : "ahead") + ". Set it by network time.");
        }
        return cloud.cannotRead(name, refused);
    }

    private boolean examine(Cloud cloud, CloudStack stack, Look<Duration> clockAhead) {
        if (stack.outputs().isEmpty() && !(Checks.status(stack) instanceof Finding.Right)) {
            report.print(Checks.status(stack)); // It is half made, so that there is nothing else to look at.
            report.summary();
            return report.isWell();
        }
        var facts = new AwsFacts(cloud, stack, clockAhead, new Dns(dns));
        var repairs = new Repairs(cloud, stack, ListStacks.patience());
        for (var check : Checks.all(Clubpost.VERSION)) {
            mended(check, facts, repairs).forEach(report::print);
            out.flush();
        }
        report.summary();
        return report.isWell();
    }

    private List<Finding> mended(Check check, Facts facts, Repairs repairs) {
        var findings = check.look(facts);
        var wanted = findings.stream().flatMap(finding -> repair(finding).stream()).distinct().toList();
        if (!fix || wanted.isEmpty()) {
            return findings;
        }
        wanted.forEach(repair -> report.mending(apply(repairs, repair)));
        return check.look(facts);
    }

    private static String apply(Repairs repairs, Repair repair) {
        try {
            return repairs.apply(repair);
        } catch (CommandFailure failure) {
            return "could not be done: " + failure.reason();
        }
    }

    private static Optional<Repair> repair(Finding finding) {
        return switch (finding) {
            case Finding.Wrong wrong -> wrong.repair();
            case Finding.Warning warning -> warning.repair();
            case Finding.Right _,Finding.Unknown _ -> Optional.empty();
        };
    }
}
