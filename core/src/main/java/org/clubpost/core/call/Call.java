package org.clubpost.core.call;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.secret.TokenDigest;

/**
 * A call that a program gave a name.
 *
 * @param person for whom the program acts
 * @param name the digest of the name, and of the key that was used
 * @param request the digest of what is asked for
 * @param state how far it is
 * @param keptUntil when it is forgotten, to the millisecond
 */
public record Call(PersonId person, TokenDigest name, TokenDigest request, State state, Instant keptUntil) {

    /** How long a call is known. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final String BETWEEN = " ";
    private static final String RUNNING = "running";
    private static final String ANSWERED = "answered";
    private static final int PARTS = 5;

    /** How far a call is. */
    public sealed interface State {

        /**
         * It is being carried out, or that died.
         *
         * @param until from when on somebody else may carry it out, to the millisecond
         */
        record Running(Instant until) implements State {

            /** Cuts the time. */
            public Running {
                until = until.truncatedTo(ChronoUnit.MILLIS);
            }
        }

        /**
         * It is done.
         *
         * @param text the answer
         */
        record Answered(String text) implements State {

            /** Says what this is, and nothing of the answer. */
            @Override
            public String toString() {
                return "Answered[" + text.length() + " characters]";
            }
        }
    }

    /** Cuts the time. */
    public Call {
        keptUntil = keptUntil.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same, so far. */
    public Call with(State changed) {
        return new Call(person, name, request, changed, keptUntil);
    }

    /** Whether it is forgotten, though a store may still have it. */
    public boolean isForgotten(Instant now) {
        return !now.isBefore(keptUntil);
    }

    /** All but the person and the name, as one text. */
    public String written() {
        return switch (state) {
            case State.Running(var until) -> written(RUNNING, Long.toString(until.toEpochMilli()));
            case State.Answered(var text) -> written(ANSWERED, text);
        };
    }

    private String written(String word, String rest) {
        return String.join(BETWEEN, "1", request.hex(), Long.toString(keptUntil.toEpochMilli()), word, rest);
    }

    /** The call of that name that was {@linkplain #written written} so. */
    public static Call of(PersonId person, TokenDigest name, String written) {
        var parts = List.of(written.split(BETWEEN, PARTS));
        var rest = parts.get(4);
        return new Call(person, name, new TokenDigest(parts.get(1)),
                parts.get(3).equals(RUNNING)
                        ? new State.Running(Instant.ofEpochMilli(Long.parseLong(rest)))
                        : new State.Answered(rest),
                Instant.ofEpochMilli(Long.parseLong(parts.get(2))));
    }
}
