package org.clubpost.function.admin.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.core.call.CallOnce;
import org.clubpost.core.person.ApiKeys;
import org.clubpost.core.secret.TokenDigest;

/**
 * Answers a call that is made again under the same name as the first time. The name is the header field {@value #FIELD},
 * after the IETF's draft of that title. What is kept is the answer, in which nobody is named but by a key.
 *
 * @param once knows the calls
 * @param random names those that have no name
 */
record Repeats(CallOnce once, RandomGenerator random) {

    static final String FIELD = "idempotency-key";

    private static final Pattern NAME = Pattern.compile("[!-~]{1,200}");
    private static final int ID_LENGTH = 32;

    /**
     * Carries the call out, unless that was done before.
     *
     * @param act does it; is given what tells this call from all others
     */
    ApiAnswer answer(FormRequest request, ApiKeys.Shown.Good key, Function<String, ApiAnswer> act) {
        var name = request.field(FIELD);
        if (name.isEmpty()) {
            return act.apply("%016x%016x".formatted(random.nextLong(), random.nextLong()));
        }
        if (!NAME.matcher(name).matches()) {
            return Problem.of(Problem.Kind.WRONG_IDEMPOTENCY_KEY,
                    "Idempotency-Key has 1 to 200 visible ASCII characters, and no blanks.").answer();
        }
        var digest = TokenDigest.of(key.key().id() + "\n" + name);
        var outcome = once.call(key.person().id(), digest, digest(request),
                () -> act.apply(digest.hex().substring(0, ID_LENGTH)).written());
        return switch (outcome) {
            case CallOnce.Outcome.Answer(var text) -> ApiAnswer.of(text);
            case CallOnce.Outcome.Other _ -> Problem.of(Problem.Kind.REUSED_IDEMPOTENCY_KEY,
                    "This Idempotency-Key came with another request within the last 24 hours.").answer();
            case CallOnce.Outcome.Running _ -> Problem.of(Problem.Kind.RUNNING,
                    "Ask again in a moment with the same Idempotency-Key.").answer().with("retry-after", "5");
        };
    }

    private static TokenDigest digest(FormRequest request) {
        return TokenDigest.of(request.method() + "\n" + sha256(request.path().getBytes(UTF_8)) + "\n"
                + sha256(request.query().getBytes(UTF_8)) + "\n"
                + sha256(request.octets().orElseGet(() -> new byte[0])));
    }

    private static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
