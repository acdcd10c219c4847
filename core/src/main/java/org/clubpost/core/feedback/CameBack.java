package org.clubpost.core.feedback;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.post.PostId;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace.Purpose;

/**
 * One thing that came back from a member, as it is remembered.
 *
 * @param purpose what the mail was
 * @param post the post; empty for another mail than a copy
 * @param what what came back, to the millisecond
 */
public record CameBack(Purpose purpose, Optional<PostId> post, Returned what) {

    private static final String NONE = "-";
    private static final Pattern STATUS = Pattern.compile("\\d\\.\\d{1,3}\\.\\d{1,3}");
    private static final String BOUNCE = "b";

    /** Cuts the time, and drops what is no status code. */
    public CameBack {
        what = switch (what) {
            case Returned.Bounce(var lasting, var reason, var status, var at) -> new Returned.Bounce(lasting, reason,
                    STATUS.matcher(status).matches() ? status : "", Times.cut(at));
            case Returned.Complaint(var kind, var at) -> new Returned.Complaint(kind, Times.cut(at));
        };
    }

    /** Whether it is a bounce for that reason. */
    boolean isBounce(BounceReason reason) {
        return what instanceof Returned.Bounce bounce && bounce.reason() == reason;
    }

    /** In one line; {@link #of} reads it. */
    String written() {
        var which = String.join(" ", purpose.name(), post.map(PostId::value).orElse(NONE),
                Times.written(what.at()));
        return switch (what) {
            case Returned.Bounce bounce -> String.join(" ", BOUNCE, which, bounce.lasting().name(),
                    bounce.reason().name(), bounce.status().isEmpty() ? NONE : bounce.status());
            case Returned.Complaint complaint -> String.join(" ", "c", which, complaint.kind().name());
        };
    }

    /** Reads what {@link #written} gives. */
    static CameBack of(String line) {
        var parts = line.split(" ", -1);
        var at = Times.of(parts[3]);
        return new CameBack(Purpose.valueOf(parts[1]),
                parts[2].equals(NONE) ? Optional.empty() : Optional.of(new PostId(parts[2])),
                parts[0].equals(BOUNCE)
                        ? new Returned.Bounce(Lasting.valueOf(parts[4]), BounceReason.valueOf(parts[5]), parts[6], at)
                        : new Returned.Complaint(Returned.Complaint.Kind.valueOf(parts[4]), at));
    }
}
