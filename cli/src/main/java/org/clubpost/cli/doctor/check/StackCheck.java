package org.clubpost.cli.doctor.check;

import java.util.List;
import java.util.Set;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.doctor.fact.Facts;

/** Whether the stack's deployment was completed, by the same version as this one. */
final class StackCheck implements Check {

    private static final Set<String> AT_REST = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE");
    private static final Set<String> AS_BEFORE = Set.of("UPDATE_ROLLBACK_COMPLETE", "IMPORT_ROLLBACK_COMPLETE");
    private static final Set<String> NEVER_MADE = Set.of("CREATE_FAILED", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED");
    private static final String UPDATE = "Update it (docs/deploy.md, \"Updating\"): git pull && ./clubpost functions "
            + "&& sam deploy";

    private final String ownVersion;

    StackCheck(String ownVersion) {
        this.ownVersion = ownVersion;
    }

    @Override
    public List<Finding> look(Facts facts) {
        return List.of(status(facts.stack()), version(facts.stack()));
    }

    static Finding status(CloudStack stack) {
        var text = stack.name() + " in " + stack.region() + " is " + stack.status();
        var events = "aws cloudformation describe-stack-events --stack-name " + stack.name();
        if (AT_REST.contains(stack.status())) {
            return new Finding.Right("stack", text);
        }
        if (AS_BEFORE.contains(stack.status())) {
            return new Finding.Warning("stack", text + ": the last update failed, and the stack is as it was before",
                    "See why: " + events + "; repair it, and deploy again: ./clubpost functions && sam deploy");
        }
        return switch (stack.status()) {
            case String status when NEVER_MADE.contains(status) -> new Finding.Wrong("stack",
                    text + ": it was never made to the end",
                    "docs/deploy.md, \"When the first deployment fails\", says what to do.");
            case "UPDATE_ROLLBACK_FAILED" -> new Finding.Wrong("stack",
                    text + ": the last update failed, and so did the way back",
                    "See why: " + events + "; repair it, and go on with the way back: aws cloudformation "
                            + "continue-update-rollback --stack-name " + stack.name());
            case "REVIEW_IN_PROGRESS" -> new Finding.Wrong("stack", text + ": nothing of it was made yet",
                    "Deploy it: docs/deploy.md, \"Deploy\".");
            case String status when status.startsWith("DELETE_") && !status.endsWith("_IN_PROGRESS") ->
                new Finding.Wrong("stack", text + ": somebody removed it, and a part of it could not go",
                        "The table and the keys stay. docs/deploy.md, \"Removing it\", says how to end it, and how a new "
                                + "stack gets the members.");
            case String status when status.endsWith("_IN_PROGRESS") ->
                new Finding.Warning("stack", text, "Wait until it is done, and look again.");
            default -> new Finding.Wrong("stack", text, "See why: " + events + "; repair it, and deploy again: "
                    + "./clubpost functions && sam deploy");
        };
    }

    private Finding version(CloudStack stack) {
        var deployed = stack.find("Version").orElse("before 0.1.0");
        return deployed.equals(ownVersion)
                ? new Finding.Right("version", "the stack's and this program's are " + ownVersion)
                : new Finding.Warning("version", "the stack's is " + deployed + ", this program's is " + ownVersion,
                        UPDATE);
    }
}
