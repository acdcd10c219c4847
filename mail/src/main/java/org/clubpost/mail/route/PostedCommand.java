package org.clubpost.mail.route;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.Verdict;

/** A request to leave that was sent as a post goes to nobody, and its author is told how to leave. */
final class PostedCommand implements Route {

    private static final Set<String> WORDS = Set.of("unsubscribe", "unsubscribe me", "please unsubscribe",
            "please unsubscribe me",
            "unsuscribe", "unsubscribe please", "signoff", "sign off", "opt out", "remove me", "please remove me",
            "abmelden",
            "abmeldung", "bitte abmelden", "austragen", "bitte austragen", "abbestellen", "newsletter abbestellen",
            "d\u00e9sinscription",
            "desinscription", "d\u00e9sabonnement", "darse de baja", "cancellami", "afmelden", "uitschrijven");
    /**
     * Words that can also be the subject of a real post. They are a request only when hardly anything is written below.
     */
    private static final Set<String> SHORT_ONLY = Set.of("leave", "remove", "stop", "baja", "quit", "");
    /** No request is longer than this. */
    private static final int LONGEST = 300;
    /** Possessive, because otherwise each "Re:" in a row would take a part of the stack. */
    private static final Pattern BEFORE = Pattern
            .compile("^(?:(?:re|aw|fwd?|wg)\\s*:\\s*|\\[[^\\]]{1,40}\\]\\s*)++");

    @Override
    public Optional<Handling> take(Incoming mail) {
        var subject = plain(HeaderText.decoded(mail.field("Subject"), LONGEST), mail);
        var command = WORDS.contains(subject)
                || (SHORT_ONLY.contains(subject) && FirstLines.of(mail.mail()).map(lines -> plain(lines, mail))
                        .filter(text -> WORDS.contains(text) || (!subject.isEmpty() && SHORT_ONLY.contains(text)))
                        .isPresent());
        return command
                ? Optional.of(new Handling.Judged(Verdict.refused(mail,
                        Reason.of(Reason.Cause.COMMAND, mail.list().address(ListRole.LEAVE).ascii()))))
                : Optional.empty();
    }

    /**
     * In lower case, without what a reply puts before it, without the name of the list at its end, and without
     * punctuation around it.
     */
    private static String plain(String text, Incoming mail) {
        var beginning = text.strip().substring(0, Math.min(text.strip().length(), LONGEST));
        var words = BEFORE.matcher(beginning.toLowerCase(Locale.ROOT)).replaceFirst("").strip();
        return words.replaceFirst("\\s+" + Pattern.quote(mail.list().id().value()) + "$", "")
                .replaceAll("^[\\p{Punct}\\s]+|[\\p{Punct}\\s]+$",
                        "")
                .replaceAll("\\s+", " ");
    }

    @Override
    public String name() {
        return "command";
    }
}
