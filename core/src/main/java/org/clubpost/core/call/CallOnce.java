package org.clubpost.core.call;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.clubpost.core.Attempts;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.secret.TokenDigest;

/**
 * Carries out a call once, however often it is made. It is noted first. What dies half-way is carried out again by the next
 * one who makes the same call, {@link #LONGEST} later; so what a call does must be safe to repeat all the same.
 *
 * @param calls the calls
 * @param clock the time
 */
public record CallOnce(Calls calls, InstantSource clock) {

    /** How long a call may take: longer than any function runs. */
    public static final Duration LONGEST = Duration.ofSeconds(40);

    /** What came of a call. */
    public sealed interface Outcome {

        /**
         * It is done, now or before.
         *
         * @param text the answer, the same each time
         */
        record Answer(String text) implements Outcome {

            /** Says what this is, and nothing of the answer. */
            @Override
            public String toString() {
                return "Answer[" + text.length() + " characters]";
            }
        }

        /** Something else was asked for under that name. */
        record Other() implements Outcome {}

        /** It is being carried out at this moment. */
        record Running() implements Outcome {}
    }

    /** Either the right to carry a call out, or what is so without. */
    private sealed interface Turn {

        record Ours(Call noted) implements Turn {}

        record Over(Outcome outcome) implements Turn {}
    }

    /**
     * Carries it out, unless that was done before.
     *
     * @param person for whom
     * @param name the digest of its name
     * @param request the digest of what is asked for
     * @param act does it, and gives the answer; an exception means that it may be made again at once
     */
    public Outcome call(PersonId person, TokenDigest name, TokenDigest request, Supplier<String> act) {
        return switch (turn(person, name, request)) {
            case Turn.Over(var outcome) -> outcome;
            case Turn.Ours(var noted) -> carriedOut(noted, act);
        };
    }

    private Turn turn(PersonId person, TokenDigest name, TokenDigest request) {
        return Attempts.until(calls, () -> {
            var now = clock.instant();
            var seen = calls.find(person, name);
            var known = seen.filter(call -> !call.isForgotten(now));
            if (known.isPresent() && !known.get().request().equals(request)) {
                return Optional.of(new Turn.Over(new Outcome.Other()));
            }
            if (known.isPresent() && known.get().state() instanceof Call.State.Answered(var text)) {
                return Optional.of(new Turn.Over(new Outcome.Answer(text)));
            }
            if (known.isPresent() && known.get().state() instanceof Call.State.Running(var until)
                    && now.isBefore(until)) {
                return Optional.of(new Turn.Over(new Outcome.Running()));
            }
            var noted = new Call(person, name, request, new Call.State.Running(now.plus(LONGEST)),
                    now.plus(Call.KEPT));
            return calls.replace(seen, noted) ? Optional.of(new Turn.Ours(noted)) : Optional.empty();
        });
    }

    private Outcome carriedOut(Call noted, Supplier<String> act) {
        String text;
        try {
            text = act.get();
        } catch (RuntimeException failure) {
            giveBack(noted, failure);
            throw failure;
        }
        calls.replace(Optional.of(noted), noted.with(new Call.State.Answered(text)));
        return new Outcome.Answer(text);
    }

    /** So that whoever makes the call again need not wait. */
    private void giveBack(Call noted, RuntimeException failure) {
        try {
            calls.replace(Optional.of(noted), noted.with(new Call.State.Running(clock.instant())));
        } catch (UnavailableException also) {
            failure.addSuppressed(also);
        }
    }
}
