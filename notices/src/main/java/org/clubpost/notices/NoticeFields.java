package org.clubpost.notices;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.clubpost.core.notice.Notice;

/**
 * The header fields that tell programs what a notice is, so that no vacation program answers it (RFC 3834 section 5).
 *
 * @param random for the Message-ID field; need not be secret
 */
record NoticeFields(RandomGenerator random) {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{1,500}>");

    /** The fields of a notice that is written at that time. */
    Map<String, String> of(Notice notice, Instant now) {
        var fields = new TreeMap<String, String>();
        fields.put(NoticeMail.DATE, NoticeMail.date(now));
        fields.put(NoticeMail.MESSAGE_ID, messageId(notice));
        // For Exchange, which looks at neither Auto-Submitted nor Precedence.
        fields.put("X-Auto-Response-Suppress", "All");
        fields.put("Auto-Submitted", "auto-generated");
        fields.putAll(ofKind(notice));
        return fields;
    }

    private static Map<String, String> ofKind(Notice notice) {
        return switch (notice) {
            case Notice.PostRejected rejected -> answering(rejected.messageId());
            case Notice.PostWaitsForOwners waits -> answering(waits.messageId());
            case Notice.Welcome welcome -> Map.of("List-Unsubscribe", "<" + welcome.leave() + ">");
            case Notice.LeaveOffer offer -> Map.of("List-Unsubscribe", "<" + offer.leave() + ">");
            case Notice.AlreadyMember member -> Map.of("List-Unsubscribe", "<" + member.leave() + ">");
            // These letters are not sent for a membership and do not answer a mail.
            case Notice.ConfirmationRequest _ -> Map.of();
            case Notice.Goodbye _ -> Map.of();
            case Notice.Paused _ -> Map.of();
            case Notice.SettingsLink _ -> Map.of();
            case Notice.NewPostOut _ -> Map.of();
            case Notice.PhonesPaused _ -> Map.of();
            case Notice.SignUpsWaiting _ -> Map.of();
            case Notice.MemberJoined _ -> Map.of();
            case Notice.PostHeld _ -> Map.of();
            case Notice.MailForOwners _ -> Map.of();
            case Notice.ConfirmOwnPost _ -> Map.of();
            case Notice.PostExpired _ -> Map.of();
            case Notice.PostWaiting _ -> Map.of();
            case Notice.PostStuck _ -> Map.of();
            case Notice.PostReport _ -> Map.of();
            case Notice.Gathered _ -> Map.of();
        };
    }

    /** RFC 3834 sections 3.1.5 and 5: it is a response to one message. */
    private static Map<String, String> answering(String messageId) {
        return MESSAGE_ID.matcher(messageId).matches()
                ? Map.of("Auto-Submitted", "auto-replied", "In-Reply-To", messageId, "References", messageId)
                : Map.of("Auto-Submitted", "auto-replied");
    }

    private String messageId(Notice notice) {
        return "<" + new UUID(random.nextLong(), random.nextLong()) + "@" + notice.list().domain() + ">";
    }
}
