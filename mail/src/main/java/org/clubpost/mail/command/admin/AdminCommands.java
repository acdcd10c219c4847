package org.clubpost.mail.command.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clubpost.core.Deadline;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.notice.CommandResult;
import org.clubpost.core.notice.CommandResult.Told;
import org.clubpost.core.notice.CommandResult.Unfitting;
import org.clubpost.core.notice.CommandResult.Word;
import org.clubpost.core.notice.OwnerNotice.CommandsDone.Line;
import org.clubpost.mail.command.admin.Commands.Begun;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.incoming.Incoming;
import org.clubpost.mail.words.Courtesies;
import org.clubpost.mail.words.Folded;

/**
 * Reads the commands of a mail, one a line, and carries them out in their order.
 *
 * <p>Blank lines, greetings and thanks say nothing. It ends at a signature, at a line {@code end} or {@code stop}, and
 * after {@value #MOST_LINES} lines. In an answer to another mail it also ends at the first line that is no command,
 * because what stands below may be somebody else's. In an answer to the notice of a held post, the first line decides
 * about that post; when it does not say what to do, nothing in the mail is done.
 */
public final class AdminCommands {

    /** So many lines that say something are read. */
    static final int MOST_LINES = 50;
    private static final int LONGEST = 500;
    /** Of so many lines that nobody understands it is said. */
    private static final int MOST_UNKNOWN = 5;
    private static final Pattern BULLET = Pattern.compile("^(?:[-*•·]\\s+|[0-9]{1,2}[.)]\\s+)");
    private static final Set<String> ENDS = Set.of("end", "stop");

    private final CommandMail mail;
    private final Locale language;
    private final List<Item> items = new ArrayList<>();
    private int lines;
    private int unread;
    private int unknown;
    private boolean isClosed;

    /**
     * A line that was read.
     *
     * @param typed what was typed
     * @param permission what somebody has to be allowed for it; empty for nothing
     * @param order what it asks for
     */
    private record Item(String typed, Optional<Permission> permission, Order order) {

        Line carryOut(Desk desk) {
            Deadline.check();
            return new Line(typed, permission.map(desk::may).orElse(true)
                    ? order.carryOut(desk)
                    : new Told(Word.NOT_ALLOWED, ""));
        }
    }

    private AdminCommands(CommandMail mail, Locale language) {
        this.mail = mail;
        this.language = language;
    }

    /**
     * Carries out the commands of a mail.
     *
     * @return what became of each line; empty when the mail says nothing but thanks
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    public static List<Line> carryOut(Incoming mail, Desk desk) {
        return read(mail).items.stream().map(item -> item.carryOut(desk)).toList();
    }

    /** Whether a mail answers the notice of a held post, and says clearly what is to become of the post. */
    public static boolean decides(Incoming mail) {
        var read = CommandMail.of(mail);
        return read.code().isPresent() && !own(read).isEmpty()
                && !(Decision.of(own(read), mail.list().profile().language()) instanceof Decision.Unclear);
    }

    private static AdminCommands read(Incoming mail) {
        var commands = new AdminCommands(CommandMail.of(mail), mail.list().profile().language());
        if (commands.mail.code().isPresent() && !commands.beginsWithCommand()) {
            commands.decide(commands.mail.code().get());
        } else {
            commands.readLines();
        }
        // Thanks for an answer need none.
        if (commands.items.isEmpty() && !commands.mail.isAnswer()) {
            commands.add("", new Told(Word.NOTHING, ""));
        }
        return commands;
    }

    /** The lines from the first on that is neither blank nor a greeting. */
    private static List<String> own(CommandMail mail) {
        return mail.lines().stream().dropWhile(line -> line.isBlank() || Courtesies.isOne(line)).toList();
    }

    /** Whether the first line is a command with all that belongs to it, such as one about another post. */
    private boolean beginsWithCommand() {
        return own(mail).stream().findFirst().flatMap(line -> Commands.begun(cleaned(line)))
                .flatMap(begun -> begun.command().read(begun.rest())).isPresent();
    }

    private void decide(String code) {
        var own = own(mail);
        if (own.isEmpty()) {
            add("", new Told(Word.UNDECIDED, code));
            return;
        }
        var typed = HeaderText.cut(own.getFirst(), LONGEST);
        switch (Decision.of(own, language)) {
            case Decision.Send _ -> items.add(decided(typed, Send.order(code)));
            case Decision.Refuse(var reason) -> items.add(decided(typed, Refuse.order(code, reason)));
            case Decision.Unclear _ -> add(typed, new Told(Word.UNDECIDED, code));
        }
    }

    private static Item decided(String typed, Order order) {
        return new Item(typed, Optional.of(Permission.DECIDE_POSTS), order);
    }

    private void readLines() {
        for (var line : mail.lines()) {
            if (ENDS.contains(Folded.of(line).replaceAll("\\p{Punct}+$", "")) || Courtesies.isDisclaimer(line)
                    || (mail.isAnswer() && unknown > 0)) {
                break;
            }
            if (!line.isBlank()) {
                readLine(cleaned(line));
            }
        }
        if (unread > 0) {
            add("", new Told(Word.TOO_LONG, Integer.toString(unread)));
        }
    }

    private void readLine(String line) {
        var begun = Commands.begun(line);
        if (begun.isEmpty() && Courtesies.isOne(line)) {
            isClosed |= Courtesies.isClosing(line);
            return;
        }
        if (++lines > MOST_LINES || unknown >= MOST_UNKNOWN) {
            unread++;
            return;
        }
        var order = begun.flatMap(each -> each.command().read(each.rest()));
        if (order.isPresent()) {
            items.add(new Item(line, begun.get().command().permission(), order.get()));
        } else if (!isClosed) {
            // What stands below a closing is a name, and nobody wants to hear that it is no command.
            unknown += begun.isPresent() ? 0 : 1;
            add(line, begun.map(Begun::command).or(() -> Commands.meant(line))
                    .<CommandResult>map(command -> new Unfitting(command.syntax()))
                    .orElseGet(() -> new Told(Word.NOT_UNDERSTOOD, "")));
        }
    }

    private void add(String typed, CommandResult result) {
        items.add(new Item(typed, Optional.empty(), _ -> result));
    }

    private static String cleaned(String line) {
        return HeaderText.cut(BULLET.matcher(line.strip()).replaceFirst(""), LONGEST);
    }
}
