package org.clubpost.core.privacy;

import java.time.Duration;
import org.clubpost.core.delivery.SentIds;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.WayBack;
import org.clubpost.core.subscription.Funnel;
import org.clubpost.core.subscription.UndoAddress;

/**
 * How long what is stored stays, where that is the same for every list. What the code itself decides is taken from
 * there. What the cloud's template and the service of one machine decide is held to this by tests.
 */
public final class Retention {

    /** The request of a stranger, after its time to confirm is over. */
    public static final Duration REQUESTS = Subscriber.Pending.KEPT;
    /** How many asked and confirmed on a day. */
    public static final Duration COUNTS = Funnel.KEPT;
    /** Codes that count the mails that a mailbox got. */
    public static final Duration CODES = Unanswered.WINDOW;
    /** Both addresses of a change, so that it can be undone. */
    public static final Duration CHANGES = UndoAddress.OPEN_FOR;
    /** What brings back whoever left, or was taken off. */
    public static final Duration WAY_BACK = WayBack.OPEN_FOR;
    /** The ids under which copies went out. */
    public static final Duration COPIES = Duration.ofDays(SentIds.DAYS);
    /** Mails as they came, and as they were prepared. */
    public static final Duration MAILS = Duration.ofDays(90);
    /** The logs of the functions in AWS, which name nobody. */
    public static final Duration LOGS = Duration.ofDays(30);
    /** How far back the table in AWS can be restored (Amazon DynamoDB, "Point-in-time recovery"). */
    public static final Duration BACKUPS = Duration.ofDays(35);

    private Retention() {}
}
