package org.clubpost.mail.route;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.Verdict;
import org.clubpost.mail.verdict.EnvelopeSender;
import org.clubpost.mail.verdict.Sender;
import org.clubpost.mail.words.LeaveWords;
import org.clubpost.mail.words.LeaveWords.Said;
import org.clubpost.mail.words.OwnText;

/**
 * A request to leave that was sent as a post goes to nobody, and its author gets the mail with the button to leave. It
 * is one when nothing else stands in the author's own words: quotes, signature, greeting and thanks count for nothing.
 * An owner's waits, because nobody knows whether an owner tries something out.
 */
final class PostedCommand implements Route {

    /** No request is longer than this. */
    private static final int LONGEST = 300;
    /** Possessive, because otherwise each "Re:" in a row would take a part of the stack. */
    private static final Pattern BEFORE = Pattern
            .compile("(?i)^(?:(re|aw|sv|vs|antw|odp|rif|fwd?|wg|tr|doorst)\\s*:\\s*"
                    + "|\\[[^\\]]{1,40}\\]\\s*|\\*{2,}[^*]{1,40}\\*{2,}\\s*)++");
    private static final Pattern ANSWER = Pattern.compile(
            "(?i)^(?:\\[[^\\]]{1,40}\\]\\s*)?(?:re|aw|sv|vs|antw|odp|rif)\\s*:.*",
            Pattern.DOTALL);

    @Override
    public Optional<Handling> take(Incoming mail) {
        var subject = HeaderText.decoded(mail.field("Subject"), LONGEST);
        var names = names(mail);
        var subjectSays = LeaveWords.in(List.of(BEFORE.matcher(subject).replaceFirst("")), names);
        var text = OwnText.lines(mail.mail());
        var textSays = text.map(lines -> LeaveWords.in(lines, names)).orElse(Said.OTHER);
        if (isRequest(subjectSays, textSays)) {
            return Optional.of(requested(mail));
        }
        // The subject of an answer is not its author's. Who puts a request into one and writes more may mean either.
        return subjectSays == Said.REQUEST && !ANSWER.matcher(subject).matches() && !isTopic(subject)
                ? Optional.of(new Handling.Judged(new Verdict.Hold(
                        Reason.of(Reason.Cause.COMMAND, mail.list().address(ListRole.LEAVE).ascii()))))
                : Optional.empty();
    }

    private static boolean isRequest(Said subject, Said text) {
        return switch (text) {
            case REQUEST -> true;
            case SHORT -> subject != Said.OTHER && subject != Said.NOTHING;
            case NOTHING -> subject == Said.REQUEST || subject == Said.SHORT;
            case OTHER -> false;
        };
    }

    /** A word with which people also cancel for Saturday. */
    private static boolean isTopic(String subject) {
        return subject.strip().toLowerCase(Locale.ROOT)
                .matches("(?:abmeldung|abmelden|afmelding|afmelden|austragung)\\p{Punct}*");
    }

    private static Handling requested(Incoming mail) {
        return switch (mail.sender()) {
            case Sender.Proven(var author) -> asked(mail, author);
            case Sender.Claimed(var author) -> asked(mail, author);
            case Sender.Nobody _ -> offerToNobody(mail);
        };
    }

    private static Handling asked(Incoming mail, EmailAddress author) {
        return mail.list().people().owners().contains(author)
                ? new Handling.Judged(new Verdict.Hold(Reason.of(Reason.Cause.COMMAND_OF_OWNER,
                        mail.list().address(ListRole.LEAVE).ascii())))
                : new Handling.OfferToLeave(author);
    }

    /** A mail whose From names nobody, or several, may still say who sent it. */
    private static Handling offerToNobody(Incoming mail) {
        return mail.block().sender() instanceof EnvelopeSender.Address(var sender)
                ? new Handling.OfferToLeave(sender)
                : Handling.discard(Reason.Cause.LEAVE_UNPROVEN);
    }

    private static LeaveWords.Names names(Incoming mail) {
        var list = mail.list().id().value() + " " + mail.list().profile().name();
        var author = HeaderText.decoded(mail.field("From"), LONGEST);
        return new LeaveWords.Names(list, author, switch (mail.sender()) {
            case Sender.Proven(var address) -> address.ascii();
            case Sender.Claimed(var address) -> address.ascii();
            case Sender.Nobody _ -> "";
        });
    }

    @Override
    public String name() {
        return "command";
    }
}
