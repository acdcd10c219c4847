package org.clubpost.cli.posts;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.Listing;
import org.clubpost.core.delivery.range.DeliveryProgress;
import org.clubpost.core.delivery.range.DeliveryRange;
import org.clubpost.core.delivery.range.Failure;
import org.clubpost.core.list.Audience;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.post.Post;
import org.clubpost.local.posts.PostWords;
import org.clubpost.site.Letters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one post: its state, how far its delivery has come, and who did not get it. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show a post, how far it has come, and who did not get it.")
final class ShowPost implements Callable<Integer> {

    @Parameters(paramLabel = "POST", description = "The post's id, from: ./clubpost posts ls LIST")
    private String id = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var post = open.post(id);
            var out = spec.commandLine().getOut();
            show(post, out);
            showRanges(post, open, out);
            showReturns(post, open, out);
            showFailures(post, open, out);
            return 0;
        }
    }

    private static void show(Post post, PrintWriter out) {
        out.println("post      " + post.id());
        out.println("list      " + post.list());
        out.println("received  " + PostWords.received(post.id()));
        out.println("author    " + post.headline().author());
        out.println("subject   " + post.headline().subject());
        if (post.parties().audience() instanceof Audience.InGroups(var groups)) {
            out.println("groups    " + groups.stream().map(GroupName::value).collect(Collectors.joining(", ")));
        }
        out.println("size      " + post.headline().sizeBytes() + " octets");
        out.println("mail      " + post.mail());
        out.println("state     " + PostWords.state(post.state()));
        out.println("reason    " + PostWords.reason(post.state()));
    }

    private static void showRanges(Post post, Installation open, PrintWriter out) {
        var ranges = open.ranges().of(post.id());
        if (!ranges.isEmpty()) {
            var progress = DeliveryProgress.of(ranges);
            out.printf("ranges    %d of %d finished, %d sent, %d failed, about %d left%n",
                    ranges.stream().filter(DeliveryRange::isFinished).count(), ranges.size(), progress.tally().sent(),
                    progress.tally().failed(), progress.left());
        }
    }

    private static void showReturns(Post post, Installation open, PrintWriter out) {
        var counts = open.database().returns().of(post.list(), post.id());
        if (counts.isNothing()) {
            return;
        }
        out.printf("returned  %d came back, %d of them for good; %d complained%n", counts.bounced(), counts.refused(),
                counts.complaints());
        if (counts.bounced() > 0) {
            out.println();
            try (var listing = new Listing(out, false, "came back", "why")) {
                var words = Letters.load();
                counts.byNumber().forEach(each -> listing.add(each.getValue(),
                        words.part(Locale.ENGLISH, "bounce." + each.getKey().word(), Map.of())));
            }
        }
    }

    private static void showFailures(Post post, Installation open, PrintWriter out) {
        try (var failures = open.ranges().failures(post.id())) {
            var all = failures.iterator();
            if (!all.hasNext()) {
                return;
            }
            out.println();
            try (var listing = new Listing(out, false, "who did not get it", "when", "what", "why")) {
                all.forEachRemaining(failure -> listing.add(address(post, failure, open), failure.at(),
                        PostWords.kind(failure.kind()), PostWords.sentence(failure.reason())));
            }
        }
    }

    private static String address(Post post, Failure failure, Installation open) {
        return open.subscribers().find(post.list(), failure.subscriber())
                .flatMap(stored -> stored.subscriber().whom()).map(person -> person.address().written())
                .orElse("(no longer known)");
    }
}
