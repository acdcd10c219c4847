package org.clubpost.core.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.clubpost.core.post.PostId;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace;

/**
 * The ids of what came back without a provider that gives it one. Of one copy of a post, one bounce counts and one
 * complaint of each kind, however often and in whatever words they are told, and whoever is named.
 */
public final class FeedbackId {

    private FeedbackId() {}

    /**
     * The id.
     *
     * @param trace which mail, and to whom
     * @param what what came back
     * @param which tells mails apart that are no copies of a post: the report's Message-ID, or a day
     */
    public static String of(Trace.Marked trace, Returned what, String which) {
        var kind = switch (what) {
            case Returned.Bounce _ -> "bounce";
            case Returned.Complaint complaint -> complaint.kind().name();
        };
        return digest(String.join("\n", "feedback", trace.list().value(), trace.subscriber().hex(),
                trace.purpose().name(), kind,
                trace.post().map(PostId::value).orElseGet(() -> "not a post: " + which)));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
