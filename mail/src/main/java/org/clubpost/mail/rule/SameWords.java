package org.clubpost.mail.rule;

import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;

/**
 * Who writes the same words to a list twice in a day is perhaps a program that answers every mail and bears no mark of
 * one. Its second answer waits for a person, so that it cannot go on and on.
 */
final class SameWords implements Rule {

    private final Surroundings surroundings;

    SameWords(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return OwnWords.fingerprint(mail).filter(words -> surroundings.saidToday(mail, words))
                .map(_ -> new Verdict.Hold(Reason.of(Reason.Cause.SAME_WORDS)));
    }

    @Override
    public String name() {
        return "same-words";
    }
}
