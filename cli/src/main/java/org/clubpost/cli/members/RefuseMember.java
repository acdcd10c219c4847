package org.clubpost.cli.members;

import org.clubpost.core.admin.AnswerApplicants;
import picocli.CommandLine.Command;

/** Refuses one person. */
@Command(
        name = "refuse",
        mixinStandardHelpOptions = true,
        description = "Refuse somebody who waits for the owners. They are told so by mail.")
final class RefuseMember extends AnswerApplicant {

    RefuseMember() {
        super(AnswerApplicants::refuse, "Refused. The mail that says so follows within minutes.");
    }
}
