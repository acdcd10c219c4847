package org.clubpost.cli.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.clubpost.core.delivery.range.DeliveryProgress;
import org.clubpost.core.post.PostState;
import org.clubpost.local.posts.PostWords;

/**
 * The line that shows how far a post has come, from one look to the next. It remembers the looks of the last seconds to
 * work out the rate. Not for several threads.
 */
final class WatchLine {

    private static final int BAR = 20;
    /** Long enough for a steady figure, short enough to show when the provider slows us down. */
    private static final Duration MEMORY = Duration.ofSeconds(10);

    private final Deque<Look> looks = new ArrayDeque<>();

    private record Look(Instant at, long had) {}

    /** What to show of a post in that state at that time. */
    String of(PostState state, DeliveryProgress progress, Instant now) {
        return switch (state) {
            case PostState.Sending _ -> going(progress, now);
            case PostState.Paused _,PostState.Parked _,PostState.Resumed _ -> {
                looks.clear();
                yield bar(progress) + ", " + words(state);
            }
            case PostState.Received _,PostState.Held _,PostState.Rejected _,PostState.Discarded _,PostState.Waiting _,PostState.Cancelled _,PostState.Done _ -> {
                looks.clear();
                yield words(state);
            }
        };
    }

    private static String words(PostState state) {
        return PostWords.state(state) + ": " + PostWords.reason(state);
    }

    private String going(DeliveryProgress progress, Instant now) {
        var had = progress.tally().sent() + progress.tally().failed();
        looks.addLast(new Look(now, had));
        while (looks.size() > 2 && Duration.between(looks.getFirst().at(), now).compareTo(MEMORY) > 0) {
            looks.removeFirst();
        }
        var first = looks.getFirst();
        var millis = Duration.between(first.at(), now).toMillis();
        var rate = millis <= 0 ? 0 : (had - first.had()) * 1000.0 / millis;
        return bar(progress) + (rate <= 0 ? "" : String.format(Locale.ENGLISH, ", %,.0f/s", rate))
                + end(progress, rate);
    }

    private static String end(DeliveryProgress progress, double rate) {
        if (progress.share() >= 1) {
            return ", last tries";
        }
        return rate <= 0 || progress.left() == 0 ? "" : ", " + length(Math.round(progress.left() / rate));
    }

    private static String length(long seconds) {
        if (seconds < 120) {
            return Math.max(1, seconds) + " s to go";
        }
        return seconds < 7200 ? seconds / 60 + " min to go" : seconds / 3600 + " h to go";
    }

    private static String bar(DeliveryProgress progress) {
        var full = (int) (progress.share() * BAR);
        return String.format(Locale.ENGLISH, "[%s%s] %3d %%  %,d sent, %,d failed, %,d left", "#".repeat(full),
                "-".repeat(BAR - full), progress.percent(), progress.tally().sent(), progress.tally().failed(),
                progress.left());
    }
}
