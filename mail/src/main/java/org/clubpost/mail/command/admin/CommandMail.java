package org.clubpost.mail.command.admin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.words.OwnText;

/**
 * What a mail with commands says.
 *
 * @param lines its writer's own lines, blank ones among them; the subject when there are none
 * @param isAnswer whether it answers another mail
 * @param code the number of the post whose notice it answers; empty for none
 */
record CommandMail(List<String> lines, boolean isAnswer, Optional<String> code) {

    private static final int LONGEST = 300;
    /** The subject of a notice has it before what others wrote, so the first one is ours. */
    private static final Pattern CODE = Pattern.compile("\\[#([0-9a-f]{8})\\]");
    private static final Pattern ANSWER = Pattern.compile(
            "(?i)^(?:\\[[^\\]]{1,40}\\]\\s*)?(?:re|aw|sv|vs|antw|odp|rif|r|ref|res|enc)\\s*(?:\\[[0-9]+\\])?:.*",
            Pattern.DOTALL);

    /** Copies the lines. */
    CommandMail {
        lines = List.copyOf(lines);
    }

    /** Reads a mail. The subject of an answer is not its writer's, so it is never read as a command. */
    static CommandMail of(Incoming mail) {
        var subject = HeaderText.decoded(mail.field("Subject"), LONGEST);
        var isAnswer = ANSWER.matcher(subject).matches() || mail.own().has("In-Reply-To");
        var own = OwnText.lines(mail.mail()).orElse(List.of());
        var code = CODE.matcher(subject);
        return new CommandMail(isAnswer || !own.stream().allMatch(String::isBlank) ? own : List.of(subject), isAnswer,
                isAnswer && code.find() ? Optional.of(code.group(1)) : Optional.empty());
    }
}
