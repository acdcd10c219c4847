package org.clubpost.cli.members;

import java.util.List;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.subscription.Membership;

/** People who are brought in part by part. After any part, and after any error, it can be said how far it is. */
final class Intake {

    /** How many go to the store at a time. */
    static final int BATCH = 2000;

    private final KeepMembers.Import incoming;
    private final List<Membership.Newcomer> newcomers;
    private volatile Membership.Tally tally = Membership.Tally.NONE;

    Intake(KeepMembers.Import incoming, List<Membership.Newcomer> newcomers) {
        this.incoming = incoming;
        this.newcomers = newcomers;
    }

    /** Brings the next part in. */
    void next() {
        var from = done();
        tally = tally.plus(incoming.add(newcomers.subList(from, Math.min(from + BATCH, newcomers.size()))));
    }

    boolean isOver() {
        return done() == newcomers.size();
    }

    Membership.Tally tally() {
        return tally;
    }

    /** How many are through: each of them is a member, or was left out for good. */
    int done() {
        var now = tally;
        return now.added() + now.alreadyMembers() + now.notBroughtBack();
    }

    int all() {
        return newcomers.size();
    }

    /** What to say when it ends before its end. */
    String stopped() {
        return done() == 0
                ? "Stopped. Perhaps some of the first " + Math.min(BATCH, all()) + " of " + all()
                        + " people are in. Run the same command again: who is in stays as they are."
                : "Stopped when " + done() + " of " + all()
                        + " people were through. Run the same command again for the others: who is in stays as they are.";
    }
}
