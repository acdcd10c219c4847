package org.clubpost.mail.preview;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.prepare.CompiledMail;
import org.clubpost.mail.route.Handling;
import org.clubpost.mail.route.Routed;
import org.clubpost.mail.rule.Verdict;

/**
 * What would become of a mail.
 *
 * @param handedIn whether the mail had no block of the receiving side, and was taken as handed in by its author
 * @param passed the names of the rules that had nothing against it, in their order
 * @param routed what kind of mail it is, what was decided, and by which rule
 * @param changes what the steps did, in their order; steps that did nothing are left out
 * @param warnings what its author should know about the mail, if it goes to the members
 * @param mail the mail that the members would get, if it goes to them
 */
public record Previewed(boolean handedIn, List<String> passed, Routed routed, List<Change> changes,
        List<Warning> warnings, Optional<CompiledMail> mail) {

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
        warnings = List.copyOf(warnings);
    }

    /** The verdict as one word. */
    public String verdict() {
        return switch (routed.handling()) {
            case Handling.Judged(Verdict.Relay _) -> "relay";
            case Handling.Judged(Verdict.Hold _) -> "hold";
            case Handling.Judged(Verdict.Reject _) -> "reject";
            case Handling.Judged(Verdict.Discard _) -> "discard";
            case Handling.OfferToLeave _ -> "offer";
            case Handling.Reported _ -> "discard";
            case Handling.Judged(Verdict.AskAuthor _) -> "confirm";
            case Handling.Forward _,Handling.ReportForOperator _ -> "forward";
            case Handling.Obey _ -> "obey";
            case Handling.CommandsUnproven _ -> "tell-owners";
            case Handling.Serve _ -> "answer";
            case Handling.Leave _,Handling.LeaveAs _ -> "leave";
        };
    }

    /** Why; empty for a mail that goes to the members. */
    public Optional<Reason> reason() {
        return routed.handling().reason();
    }
}
