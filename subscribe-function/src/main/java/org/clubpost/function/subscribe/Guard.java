package org.clubpost.function.subscribe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Optional;
import org.clubpost.aws.event.Visit;
import org.clubpost.core.robot.Challenge;
import org.clubpost.core.robot.FormStamp;
import org.clubpost.core.robot.Gate;
import org.clubpost.core.subscription.Subscribe.Sender;
import org.clubpost.site.SignUpForm.AgainstRobots;
import org.clubpost.site.SignUpPage;

/**
 * What the forms have against robots, as fields and as JSON.
 *
 * @param gate makes it, and looks at what comes back
 */
record Guard(Gate gate) {

    /** A solution of ours in Base64 is shorter. */
    static final int MAX_WORK = 600;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(2).build()).build();

    /** What a form that is shown to that visitor has. A stamp of a moment ago stays, so that time goes on. */
    AgainstRobots of(Visit visit, boolean work) {
        var now = now(visit);
        var sent = visit.text(SignUpPage.STAMP_FIELD);
        var isStillGood = gate.age(sent, now).filter(age -> age != FormStamp.Age.TOO_OLD).isPresent();
        return new AgainstRobots(isStillGood ? sent : gate.stamp(now), work ? json(gate.challenge(now)) : "");
    }

    /** Why the form is to be sent once more: {@code too-fast} or {@code too-old}. Empty when all is well. */
    Optional<String> objection(Visit visit) {
        var stamp = visit.text(SignUpPage.STAMP_FIELD);
        return stamp.isEmpty()
                ? Optional.empty()
                : switch (gate.age(stamp, now(visit)).orElse(FormStamp.Age.TOO_OLD)) {
                    case GOOD -> Optional.empty();
                    case TOO_FAST -> Optional.of("too-fast");
                    case TOO_OLD -> Optional.of("too-old");
                };
    }

    /** What is known of who sends a form to which there is no {@link #objection}. */
    Sender sender(Visit visit, boolean work) {
        var hasStamp = !visit.text(SignUpPage.STAMP_FIELD).isEmpty();
        return work
                ? isWorkDone(visit) ? Sender.PROVEN : Sender.UNPROVEN
                : hasStamp ? Sender.PROVEN : Sender.UNPROVEN;
    }

    private boolean isWorkDone(Visit visit) {
        return solution(visit.text(SignUpPage.WORK_FIELD))
                .filter(solution -> gate.isWorkDone(solution, now(visit))).isPresent();
    }

    private static Instant now(Visit visit) {
        return visit.request().origin().at();
    }

    private static String json(Challenge challenge) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("algorithm", Challenge.ALGORITHM);
            json.writeStringField("challenge", challenge.challenge());
            json.writeNumberField("maxnumber", Challenge.MOST);
            json.writeStringField("salt", challenge.salt());
            json.writeStringField("signature", challenge.signature());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Reads what a script sends: a JSON object in Base64, with {@code took} and others passed over. */
    private static Optional<Challenge.Solution> solution(String base64) {
        var texts = new HashMap<String, String>();
        try (var json = JSON.createParser(Base64.getDecoder().decode(base64))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                if (json.currentToken().isScalarValue()) {
                    texts.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        var number = texts.getOrDefault("number", "");
        return number.matches("\\d{1,9}")
                ? Optional.of(new Challenge.Solution(texts.getOrDefault("algorithm", ""),
                        texts.getOrDefault("challenge", ""), Long.parseLong(number), texts.getOrDefault("salt", ""),
                        texts.getOrDefault("signature", "")))
                : Optional.empty();
    }
}
