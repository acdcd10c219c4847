package org.clubpost.mail.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clubpost.core.list.ListRole;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.words.Folded;
import org.clubpost.mail.words.LeaveWords;
import org.clubpost.mail.words.OwnText;

/**
 * What a mail to {@link ListRole#REQUEST} says in its subject or, if that says nothing, in its first line: the word of a
 * role, with little behind it, or a request to leave in the words of people.
 */
final class RequestLine {

    private static final int LONGEST = 300;
    /** Whoever writes more words writes a sentence. */
    private static final int MOST_WORDS = 4;
    /** Possessive, because otherwise each "Re:" in a row would take a part of the stack. */
    private static final Pattern BEFORE = Pattern.compile("^(?:(re|aw|sv|vs|antw|odp|rif|fwd?|wg|tr)\\s*:\\s*"
            + "|\\[[^\\]]{1,40}\\]\\s*|\\*{2,}[^*]{1,40}\\*{2,}\\s*)++");
    private static final List<ListRole> ROLES = Commands.ALL.stream().map(Command::role).toList();

    private RequestLine() {}

    /** The role whose command the mail gives; empty when it gives none. */
    static Optional<ListRole> of(Incoming mail) {
        var subject = BEFORE.matcher(Folded.of(HeaderText.decoded(mail.field("Subject"), LONGEST))).replaceFirst("");
        var own = OwnText.lines(mail.mail()).orElse(List.of());
        return Stream.concat(Stream.of(subject), own.stream().filter(line -> !line.isBlank()).limit(1)
                .filter(line -> line.length() <= LONGEST).map(Folded::of))
                .flatMap(line -> said(line).stream()).findFirst()
                .or(() -> asksToLeave(mail, subject, own) ? Optional.of(ListRole.LEAVE) : Optional.empty());
    }

    private static Optional<ListRole> said(String line) {
        var words = line.split("[\\s.,;:!?]+", 0);
        return words.length > MOST_WORDS || words.length == 0
                ? Optional.empty()
                : ROLES.stream().filter(role -> role.words().contains(words[0])).findFirst();
    }

    private static boolean asksToLeave(Incoming mail, String subject, List<String> own) {
        var names = new LeaveWords.Names(mail.list().id() + " " + mail.list().profile().name(),
                HeaderText.decoded(mail.field("From"), LONGEST), "");
        return LeaveWords.in(own, names) == LeaveWords.Said.REQUEST
                || LeaveWords.in(List.of(subject), names) == LeaveWords.Said.REQUEST;
    }
}
