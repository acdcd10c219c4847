package org.clubpost.mail.rule;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.clubpost.core.Deadline;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.verdict.Sender;

/**
 * The answer to an invitation is for whoever invited (RFC 5546 section 1.4: {@code REPLY}, {@code COUNTER}, {@code
 * REFRESH}, {@code DECLINECOUNTER}). Invitations and their cancellations go out. A person may have put an answer into a
 * mail as a file: so nobody's mail is dropped for a file, and whoever is proven is told.
 */
final class CalendarAnswer implements Rule {

    private static final Set<String> ANSWERS = Set.of("reply", "counter", "refresh", "declinecounter");
    private static final Pattern METHOD = Pattern.compile("(?im)^METHOD[ \\t]*:[ \\t]*([a-z]{1,20})");
    /** The method stands at the top of a calendar. */
    private static final int TOP = 4_000;
    private static final int MOST_PARTS = 200;

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        return isAnswer(mail.mail(), CalendarAnswer::isPart)
                || (mail.sender() instanceof Sender.Proven && isAnswer(mail.mail(), CalendarAnswer::isCalendar))
                        ? Optional.of(Verdict.refused(mail, Reason.of(Reason.Cause.CALENDAR_ANSWER)))
                        : Optional.empty();
    }

    private static boolean isAnswer(Entity mail, Predicate<Entity> calendar) {
        var left = new ArrayDeque<Entity>();
        left.push(mail);
        for (var seen = 0; !left.isEmpty() && seen < MOST_PARTS; seen++) {
            Deadline.check();
            var entity = left.pop();
            if (entity.body() instanceof Body.Multipart multipart) {
                multipart.parts().reversed().forEach(part -> left.push(part.entity()));
            } else if (calendar.test(entity) && ANSWERS.contains(method(entity))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is what a mail program shows with buttons, and no file. */
    private static boolean isPart(Entity entity) {
        return entity.contentType().is("text", "calendar")
                && entity.disposition().filter("attachment"::equals).isEmpty();
    }

    /** Some programs send the answer as a file only. */
    private static boolean isCalendar(Entity entity) {
        var type = entity.contentType();
        return type.is("text", "calendar") || type.is("application", "ics")
                || FileNames.of(entity).filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".ics")).isPresent();
    }

    private static String method(Entity calendar) {
        return calendar.contentType().parameter("method").or(() -> written(calendar)).orElse("").strip()
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<String> written(Entity calendar) {
        if (!(calendar.body() instanceof Body.Leaf(var octets))) {
            return Optional.empty();
        }
        var top = octets.length() <= TOP ? octets : octets.slice(0, TOP);
        return TransferDecoder.decode(top, calendar.transferEncoding()).map(decoded -> METHOD.matcher(decoded.latin1()))
                .filter(java.util.regex.Matcher::find).map(found -> found.group(1));
    }

    @Override
    public String name() {
        return "calendar-answer";
    }
}
