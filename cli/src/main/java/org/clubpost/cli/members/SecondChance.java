package org.clubpost.cli.members;

import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.admin.TendBounces.Outcome;

/** Says what came of it that mail is to go to a member again. */
final class SecondChance {

    private SecondChance() {}

    /**
     * The words for an outcome.
     *
     * @param back what is said when mail had been stopped
     * @param done what is said when it had not
     * @throws CommandFailure when nothing could be done
     */
    static String words(Outcome outcome, String back, String done) {
        return switch (outcome) {
            case BACK -> back;
            case DONE -> done;
            case COMPLAINED -> throw new CommandFailure("This person said that they do not want the mail. They can "
                    + "come back by signing up again.");
            case NO_MEMBER -> throw new CommandFailure("This address is not a member of the list.");
        };
    }
}
