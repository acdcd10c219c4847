package org.clubpost.mail.preview;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.prepare.CompiledMail;
import org.clubpost.mail.rule.Judgement;
import org.clubpost.mail.rule.Verdict;

/**
 * What would become of a mail.
 *
 * @param handedIn whether the mail had no block of the receiving side, and was taken as handed in by its author
 * @param passed the names of the rules that had nothing against it, in their order
 * @param judgement what was decided, and by which rule
 * @param changes what the steps did, in their order; of those that did something
 * @param mail the mail that the members would get, if it goes to them
 */
public record Previewed(boolean handedIn, List<String> passed, Judgement judgement, List<Change> changes,
        Optional<CompiledMail> mail) {

    /**
     * What a step did.
     *
     * @param step its name
     * @param what it did, in a few words, without any value of the mail
     */
    public record Change(String step, String what) {}

    /** Copies the lists. */
    public Previewed {
        passed = List.copyOf(passed);
        changes = List.copyOf(changes);
    }

    /** The verdict as one word. */
    public String verdict() {
        return switch (judgement.verdict()) {
            case Verdict.Relay _ -> "relay";
            case Verdict.Hold _ -> "hold";
            case Verdict.Reject _ -> "reject";
            case Verdict.Discard _ -> "discard";
            case Verdict.AskAuthor _ -> "confirm";
            case Verdict.Forward _ -> "forward";
            case Verdict.Leave _,Verdict.LeaveAs _ -> "leave";
        };
    }

    /** Why; empty for a mail that goes to the members. */
    public Optional<Reason> reason() {
        return switch (judgement.verdict()) {
            case Verdict.Relay _ -> Optional.empty();
            case Verdict.Hold(var reason) -> Optional.of(reason);
            case Verdict.Reject(_, var reason) -> Optional.of(reason);
            case Verdict.Discard(var reason) -> Optional.of(reason);
            case Verdict.AskAuthor _ -> Optional.of(Reason.of(Reason.Cause.AUTHOR_TO_CONFIRM));
            case Verdict.Forward _ -> Optional.of(Reason.of(Reason.Cause.FOR_OWNERS));
            case Verdict.Leave _,Verdict.LeaveAs _ -> Optional.of(Reason.of(Reason.Cause.LEAVE));
        };
    }
}
