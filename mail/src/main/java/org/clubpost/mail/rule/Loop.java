package org.clubpost.mail.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.incoming.Incoming;

/**
 * A mail that this list sent does not go to it again: it bears the List-Id of the list (RFC 2919), or a mark that
 * others put on list mail.
 */
final class Loop implements Rule {

    private static final List<String> MARKS = List.of("X-Loop", "X-BeenThere", "X-Been-There", "Mailing-List",
            "List-Post");
    private static final Pattern LIST_ID = Pattern.compile("<\\s*([^<>\\s]+)\\s*>\\s*$");

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        var list = mail.list();
        var id = list.id() + "." + list.domain();
        var address = Pattern.compile(
                "(?<![A-Za-z0-9._+-])" + Pattern.quote(list.address().ascii()) + "(?![A-Za-z0-9-])",
                Pattern.CASE_INSENSITIVE);
        var own = mail.own().all("List-Id").stream().map(field -> LIST_ID.matcher(field.value()))
                .anyMatch(field -> field.find() && field.group(1).toLowerCase(Locale.ROOT).equals(id));
        var marked = MARKS.stream().flatMap(name -> mail.own().all(name).stream())
                .anyMatch(field -> address.matcher(field.value()).find());
        return own || marked ? Optional.of(new Verdict.Discard(Reason.of(Reason.Cause.LOOP))) : Optional.empty();
    }

    @Override
    public String name() {
        return "loop";
    }
}
