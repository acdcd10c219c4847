package org.clubpost.function.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.aws.event.MailTags;
import org.clubpost.aws.event.SesMessageIds;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.core.suppression.Feedback;
import org.clubpost.core.suppression.Lasting;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.suppression.Trace;

/**
 * Reads SES's events (SES Developer Guide, "Contents of event data that Amazon SES publishes to Amazon SNS", and "Amazon
 * SNS notification contents for Amazon SES", which have another word for the kind). Fields and kinds that are not known
 * are passed over: SES adds some from time to time.
 */
final class SesEvents {

    private final String region;
    private final InstantSource clock;

    /**
     * @param region where SES is, when an event does not say it
     * @param clock for events without a time
     */
    SesEvents(String region, InstantSource clock) {
        this.region = region;
        this.clock = clock;
    }

    /** What an event tells. */
    sealed interface Reading {

        /** It is no event of SES's. */
        record Broken() implements Reading {}

        /** It is of a kind from which nothing follows. */
        record Passed(Kind kind) implements Reading {}

        /** The mail is ours, and nothing needs to be known of it when it comes back. */
        record Unmarked(Kind kind) implements Reading {}

        /**
         * Something came back.
         *
         * @param all one for each recipient
         */
        record Told(Kind kind, List<Feedback> all) implements Reading {

            /** Copies the list. */
            public Told {
                all = List.copyOf(all);
            }
        }
    }

    /** The kinds of events. */
    enum Kind {
        BOUNCE, COMPLAINT, REJECT, DELIVERY_DELAY, DELIVERY, SEND, OPEN, CLICK, RENDERING_FAILURE, SUBSCRIPTION,
        /** One that we do not know. */
        UNKNOWN;

        private static Kind of(String word) {
            var letters = word.replaceAll("[^A-Za-z]", "");
            return Stream.of(values()).filter(kind -> kind.name().replace("_", "").equalsIgnoreCase(letters))
                    .findFirst().orElse(UNKNOWN);
        }
    }

    /** Reads an event, as it stands in the message of SNS. */
    Reading read(String json) {
        var fields = JsonFields.of(json);
        var kind = fields.map(event -> event.text("/eventType")).filter(word -> !word.isEmpty())
                .or(() -> fields.map(event -> event.text("/notificationType"))).orElse("");
        if (kind.isEmpty()) {
            return new Reading.Broken();
        }
        return read(fields.get(), Kind.of(kind));
    }

    private Reading read(JsonFields event, Kind kind) {
        return switch (kind) {
            case BOUNCE -> told(event, kind, event.at("/bounce"), event.each("/bounce/bouncedRecipients"));
            case COMPLAINT -> isAboutAuthentication(event)
                    ? new Reading.Passed(kind)
                    : told(event, kind, event.at("/complaint"), event.each("/complaint/complainedRecipients"));
            case REJECT -> told(event, kind, event.at("/reject"), List.of());
            case DELIVERY_DELAY, DELIVERY, SEND, OPEN, CLICK, RENDERING_FAILURE, SUBSCRIPTION, UNKNOWN ->
                new Reading.Passed(kind);
        };
    }

    /** Nobody complained: a mail system says that a mail was not authenticated (RFC 6591). */
    private static boolean isAboutAuthentication(JsonFields event) {
        return event.text("/complaint/complaintFeedbackType").equalsIgnoreCase("auth-failure");
    }

    private Reading told(JsonFields event, Kind kind, JsonFields what, List<JsonFields> recipients) {
        var mail = event.text("/mail/messageId");
        var tags = event.firsts("/mail/tags");
        if (mail.isEmpty()) {
            return new Reading.Broken();
        }
        var trace = MailTags.mark(tags);
        if (trace.isEmpty() && MailTags.isUnmarked(tags)) {
            return new Reading.Unmarked(kind);
        }
        var at = time(what.text("/timestamp")).or(() -> time(event.text("/mail/timestamp"))).orElseGet(clock::instant);
        // A provider may leave out who complained.
        var named = recipients.isEmpty() ? Stream.of(event.at("/nobody")) : recipients.stream();
        return new Reading.Told(kind, named.map(recipient -> {
            var address = address(event, recipient);
            var returned = returned(kind, what, recipient, address, at);
            return new Feedback(id(mail, word(returned), address),
                    trace.<Trace>map(known -> known).orElseGet(() -> new Trace.Sent(inMail(event, mail))), returned);
        }).toList());
    }

    /** Whom we wrote to. What a report calls the recipient may be another form, or where a mail was sent on. */
    private static String address(JsonFields event, JsonFields recipient) {
        var destinations = event.texts("/mail/destination");
        return (destinations.size() == 1 ? destinations.getFirst() : recipient.text("/emailAddress"))
                .toLowerCase(Locale.ROOT);
    }

    private String inMail(JsonFields event, String id) {
        var arn = event.text("/mail/sourceArn").split(":", -1);
        return id.indexOf('@') >= 0
                ? id
                : SesMessageIds.inMail(id, region.isEmpty() && arn.length > 3 ? arn[3] : region);
    }

    private static Returned returned(Kind kind, JsonFields what, JsonFields recipient, String address, Instant at) {
        return switch (kind) {
            case COMPLAINT -> complaint(what, at);
            case REJECT -> new Returned.Bounce(Lasting.PERMANENT,
                    what.text("/reason").equalsIgnoreCase("Bad content") ? BounceReason.VIRUS : BounceReason.CONTENT,
                    "", at);
            default -> SesBounces.of(what, recipient, address, at);
        };
    }

    /** That SES sent nothing because somebody complained before is no new complaint. */
    private static Returned complaint(JsonFields complaint, Instant at) {
        if (complaint.text("/complaintSubType").equalsIgnoreCase("OnAccountSuppressionList")) {
            return new Returned.Bounce(Lasting.PERMANENT, BounceReason.SUPPRESSED, "", at);
        }
        return new Returned.Complaint(switch (complaint.text("/complaintFeedbackType").toLowerCase(Locale.ROOT)) {
            case "", "abuse" -> Returned.Complaint.Kind.ABUSE;
            case "not-spam" -> Returned.Complaint.Kind.NOT_SPAM;
            default -> Returned.Complaint.Kind.OTHER;
        }, at);
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    /** What makes two things different that came back about one mail. */
    private static String word(Returned returned) {
        return switch (returned) {
            case Returned.Bounce bounce -> "bounce " + bounce.lasting();
            case Returned.Complaint complaint -> "complaint " + complaint.kind();
        };
    }

    private static String id(String mail, String what, String recipient) {
        try {
            var text = String.join("\n", mail, what, recipient);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
