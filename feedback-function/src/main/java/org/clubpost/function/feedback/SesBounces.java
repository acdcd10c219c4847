package org.clubpost.function.feedback;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.suppression.Blame;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.mail.report.Refusal;

/**
 * What SES says of a bounce (SES Developer Guide, "Contents of event data that Amazon SES publishes to Amazon SNS", "Bounce
 * types"), and the code and words of the mail system beside it. SES's words are few; so the code and the words say more
 * where they say that whoever sends is at fault, or the post.
 */
final class SesBounces {

    private static final Map<String, BounceReason> SUB_TYPES = Map.ofEntries(
            Map.entry("noemail", BounceReason.USER_UNKNOWN),
            Map.entry("suppressed", BounceReason.SUPPRESSED),
            Map.entry("onaccountsuppressionlist", BounceReason.SUPPRESSED),
            Map.entry("ontenantsuppressionlist", BounceReason.SUPPRESSED),
            // Of SES's own lists of contacts, which we do not use.
            Map.entry("unsubscribedrecipient", BounceReason.SUPPRESSED),
            Map.entry("mailboxfull", BounceReason.MAILBOX_FULL),
            Map.entry("messagetoolarge", BounceReason.TOO_LARGE),
            Map.entry("contentrejected", BounceReason.CONTENT),
            Map.entry("attachmentrejected", BounceReason.CONTENT),
            Map.entry("customtimeoutexceeded", BounceReason.EXPIRED));

    private SesBounces() {}

    /**
     * The bounce of one recipient.
     *
     * @param bounce the object {@code bounce}
     * @param recipient its entry in {@code bouncedRecipients}
     * @param address whom the mail was sent to
     */
    static Returned.Bounce of(JsonFields bounce, JsonFields recipient, String address, Instant at) {
        var words = recipient.text("/diagnosticCode");
        var refusal = Refusal.of(recipient.text("/status"), words, address.substring(address.lastIndexOf('@') + 1));
        var type = lasting(bounce.text("/bounceType"));
        var isSilent = words.isEmpty() && recipient.text("/status").isEmpty();
        var reason = reason(bounce.text("/bounceSubType"), refusal.reason(),
                isSilent && type == Lasting.TRANSIENT ? BounceReason.VACATION : BounceReason.UNDEFINED);
        return new Returned.Bounce(isWrongAddress(reason, refusal) && type == Lasting.TRANSIENT
                ? Lasting.PERMANENT
                : type, reason, refusal.status(), at);
    }

    private static Lasting lasting(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "permanent" -> Lasting.PERMANENT;
            case "transient" -> Lasting.TRANSIENT;
            default -> Lasting.UNDETERMINED;
        };
    }

    /** SES calls it transient that a domain does not exist (5.4.4). */
    private static boolean isWrongAddress(BounceReason reason, Refusal refusal) {
        return reason.blame() == Blame.ADDRESS && refusal.status().startsWith("5.");
    }

    /**
     * @param said what the code and the words say
     * @param otherwise what it is when nobody says anything: SES tells of an automatic answer as of a transient bounce
     *        without a code
     */
    private static BounceReason reason(String subType, BounceReason said, BounceReason otherwise) {
        var named = Optional.ofNullable(SUB_TYPES.get(subType.toLowerCase(Locale.ROOT)));
        if (named.isEmpty()) {
            return said == BounceReason.UNDEFINED ? otherwise : said;
        }
        return switch (named.get()) {
            case SUPPRESSED -> BounceReason.SUPPRESSED;
            case USER_UNKNOWN -> isOurFault(said) || said.blame() == Blame.ADDRESS || said == BounceReason.MAILBOX_FULL
                    ? said
                    : BounceReason.USER_UNKNOWN;
            case BounceReason its -> isOurFault(said) ? said : its;
        };
    }

    private static boolean isOurFault(BounceReason reason) {
        return reason.blame() == Blame.SENDER || reason.blame() == Blame.POST;
    }
}
