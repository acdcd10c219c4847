package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.mail.incoming.Incoming;

/** One question that is asked about every mail. Has no state; safe for use by many threads. */
public interface Rule {

    /** Its name in logs and explanations: lower-case words with hyphens. */
    String name();

    /** What becomes of the mail; empty when this rule has nothing against it. */
    Optional<Verdict> judge(Incoming mail);
}
