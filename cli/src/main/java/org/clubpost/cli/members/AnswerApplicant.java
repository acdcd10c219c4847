package org.clubpost.cli.members;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.AnswerApplicants;
import org.clubpost.core.list.MailingList;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Decides about somebody who waits to be let in. */
abstract class AnswerApplicant implements Callable<Integer> {

    @Mixin
    private PersonOnList person = new PersonOnList();
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Decision decision;
    private final String done;

    /** What is decided. */
    @FunctionalInterface
    interface Decision {

        Answer<Boolean> make(AnswerApplicants applicants, Actor actor, MailingList list, EmailAddress address);
    }

    /**
     * @param done what is said when it is done
     */
    AnswerApplicant(Decision decision, String done) {
        this.decision = decision;
        this.done = done;
    }

    @Override
    public Integer call() {
        var address = person.address();
        try (var open = installation.open()) {
            if (!Door.done(
                    decision.make(new Door(open).applicants(), Door.OPERATOR, open.list(person.list()), address))) {
                throw new CommandFailure("Nobody with this address waits to be let in.");
            }
            spec.commandLine().getOut().println(done);
            return 0;
        }
    }
}
