package org.clubpost.cli.members;

import org.clubpost.core.admin.AnswerApplicants;
import picocli.CommandLine.Command;

/** Lets one person in. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = "Let somebody in who has confirmed the address and waits for the owners.")
final class ApproveMember extends AnswerApplicant {

    ApproveMember() {
        super(AnswerApplicants::letIn, "Let in. The welcome mail follows within minutes.");
    }
}
