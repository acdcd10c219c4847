package org.clubpost.function.confirm;

import org.clubpost.aws.config.Environment;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.core.act.Way;
import org.clubpost.core.limit.Unanswered;
import org.clubpost.core.subscription.Confirm;
import org.clubpost.core.subscription.CountSignUps;
import org.clubpost.core.subscription.FreshLink;
import org.clubpost.core.subscription.Share;
import org.clubpost.notices.CommonsEmailNotices;

/**
 * Makes what this function consists of from the parts, wherever it runs. A missing part is named when the use case that
 * needs it is asked for.
 */
public final class Wiring {

    private final FunctionParts parts;

    /** Made of those parts. */
    public Wiring(FunctionParts parts) {
        this.parts = parts.by(Way.WEB);
    }

    /** In the cloud, as the environment of this process says. */
    static Wiring ofProcess() {
        return new Wiring(CloudParts.forVisitors(Environment.ofProcess()));
    }

    /** What the links are good for. */
    public ConfirmHandler.Acts acts() {
        var confirm = confirm();
        return new ConfirmHandler.Acts(confirm,
                new FreshLink(confirm, parts.database().signUpRequests(), share()),
                new CountSignUps(parts.database().funnel(), parts.clock()));
    }

    private Share share() {
        return new Share(parts.ids(), new Unanswered(parts.database().recentMails()));
    }

    /** Confirms and withdraws. */
    private Confirm confirm() {
        var database = parts.database();
        var notices = new CommonsEmailNotices(parts.outbox(), parts.clock(), parts.random());
        return new Confirm(database.lists(), database.subscribers(), notices, parts.owners(notices), parts.links(),
                share());
    }
}
