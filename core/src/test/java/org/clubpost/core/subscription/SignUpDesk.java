package org.clubpost.core.subscription;

import java.time.InstantSource;
import java.util.Random;
import org.clubpost.core.consent.InMemoryWordings;
import org.clubpost.core.limit.InMemoryRateLimits;
import org.clubpost.core.limit.InMemoryRecentMails;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.Lists;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscribers;

/** The form and who answers what it takes, with everything of their own in memory. */
public final class SignUpDesk {

    /** What was taken and is not answered yet. */
    public final InMemorySignUpRequests requests = new InMemorySignUpRequests();
    /** The words that forms showed. */
    public final InMemoryWordings wordings = new InMemoryWordings();
    /** What was counted. */
    public final InMemoryRateLimits limits = new InMemoryRateLimits();
    /** What people got without answering it. */
    public final Unanswered unanswered = new Unanswered(new InMemoryRecentMails());
    /** The share of each person. */
    public final Share share = new Share(SampleSubscribers.IDS, unanswered);
    /** Takes requests. */
    public final Subscribe subscribe;
    /** Answers them. */
    public final AnswerSignUps answers;

    /** For these lists and whoever is on them. */
    public SignUpDesk(Lists lists, Subscribers subscribers, Notices notices, InstantSource clock) {
        this.subscribe = new Subscribe(lists, limits, requests, SampleSubscribers.IDS, wordings);
        this.answers = new AnswerSignUps(
                new AnswerSignUps.Ports(lists, subscribers, requests, limits, notices, wordings),
                share,
                SampleLinks.LINKS, new Random(42), clock);
    }
}
