package org.clubpost.mail.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.rule.Sign;
import org.clubpost.mail.text.ShownText;
import org.clubpost.mail.words.ConfirmWords;
import org.clubpost.mail.words.OwnText;

/**
 * An answer to the mail that asks to confirm says yes, or has no words of its own. The answer of a program never
 * confirms: whatever bears a sign of one is dropped, and what says something else than yes is for the owners to read.
 * {@code X-Auto-Response-Suppress} stands in people's mails, too, but then nothing less than a yes will do.
 *
 * <p>The token is in the address. Where a mail system took it out, the subject or the link in the quoted mail has one.
 */
final class Confirm implements Command {

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_TOKENS = 6;
    private static final Pattern IN_SUBJECT = Pattern
            .compile("(?i)\\bconfirm[\\s:+]+([A-Za-z0-9_-]{15,128})(?=\\s|$)");
    private static final Pattern IN_TEXT = Pattern.compile("/confirm\\?token=([A-Za-z0-9_-]{40,128})");

    @Override
    public Wish wish(Incoming mail) {
        if (Sign.of(mail).isPresent()) {
            return new Wish.Nothing(Reason.Cause.AUTOMATIC);
        }
        if (!saysYes(mail)) {
            return new Wish.ForOwners();
        }
        return Asker.of(mail).<Wish>map(author -> new Wish.Confirm(author, tokens(mail)))
                .orElseGet(Wish.ForOwners::new);
    }

    private static boolean saysYes(Incoming mail) {
        var names = mail.list().id() + " " + mail.list().profile().name();
        return switch (OwnText.lines(mail.mail()).map(lines -> ConfirmWords.in(lines, names))
                .orElse(ConfirmWords.Said.OTHER)) {
            case YES -> true;
            case NOTHING -> !mail.own().has("X-Auto-Response-Suppress");
            case OTHER -> false;
        };
    }

    private static List<String> tokens(Incoming mail) {
        var tokens = new ArrayList<String>();
        if (!mail.to().more().isEmpty()) {
            tokens.add(mail.to().more());
        }
        var subject = IN_SUBJECT.matcher(HeaderText.decoded(mail.field("Subject"), LONGEST_SUBJECT));
        while (subject.find()) {
            tokens.add(subject.group(1));
        }
        var text = ShownText.of(mail.mail().with(mail.own()));
        var quoted = IN_TEXT.matcher(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        while (quoted.find()) {
            tokens.add(quoted.group(1));
        }
        return tokens.stream().distinct().limit(MOST_TOKENS).toList();
    }

    @Override
    public String name() {
        return "confirm-by-reply";
    }

    @Override
    public ListRole role() {
        return ListRole.CONFIRM;
    }
}
