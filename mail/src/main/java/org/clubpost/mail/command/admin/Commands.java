package org.clubpost.mail.command.admin;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.mail.words.Folded;

/**
 * All commands. This list is the specification: each has its name, how it is written, what somebody has to be allowed
 * for it, and what it does.
 */
final class Commands {

    static final List<Command> ALL = List.of(new Add(), new Invite(), new Remove(), new Pause(), new Resume(),
            new ListMembers(), new Held(), new Send(), new Refuse(), new UndoAct(), new Help());

    private static final Pattern TWO_PARTS = Pattern.compile("(\\p{L}+)[:.,!]?(?:\\s+(.*))?", Pattern.DOTALL);
    private static final int SHORTEST = 4;

    private Commands() {}

    /**
     * What a line is.
     *
     * @param command the command that it begins with
     * @param rest what stands behind that
     */
    record Begun(Command command, String rest) {}

    /** The command that the line begins with, in any case. */
    static Optional<Begun> begun(String line) {
        var parts = TWO_PARTS.matcher(line);
        return parts.matches()
                ? named(parts.group(1)).map(command -> new Begun(command,
                        Optional.ofNullable(parts.group(2)).orElse("").strip()))
                : Optional.empty();
    }

    private static Optional<Command> named(String word) {
        var name = Folded.of(word);
        return ALL.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    /** The command that was probably meant by a line that begins with none. */
    static Optional<Command> meant(String line) {
        var word = Folded.of(line.split("[^\\p{L}]", 2)[0]);
        return word.length() < SHORTEST
                ? Optional.empty()
                : ALL.stream().filter(command -> isAlmost(word, command.name())).findFirst();
    }

    /** Whether a word is another one but for a letter too many, too few, wrong, or in the place of its neighbour. */
    private static boolean isAlmost(String word, String name) {
        var same = 0;
        while (same < Math.min(word.length(), name.length()) && word.charAt(same) == name.charAt(same)) {
            same++;
        }
        var typed = word.substring(same);
        var right = name.substring(same);
        return switch (typed.length() - right.length()) {
            case 1 -> typed.substring(1).equals(right);
            case -1 -> right.substring(1).equals(typed);
            case 0 -> typed.isEmpty() || typed.substring(1).equals(right.substring(1)) || (typed.length() > 1
                    && typed.charAt(0) == right.charAt(1) && typed.charAt(1) == right.charAt(0)
                    && typed.substring(2).equals(right.substring(2)));
            default -> false;
        };
    }
}
