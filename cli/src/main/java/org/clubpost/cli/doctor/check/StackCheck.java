package org.clubpost.cli.doctor.check;

import java.util.List;
import java.util.Set;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.doctor.fact.Facts;

/** Whether the stack's deployment was completed, by the same version as this one. */
final class StackCheck implements Check {

    private static final Set<String> AT_REST = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE");
    private static final Set<String> AS_BEFORE = Set.of("UPDATE_ROLLBACK_COMPLETE", "IMPORT_ROLLBACK_COMPLETE");
    private static final String UPDATE = "Update it: git pull && ./mvnw -q package -DskipTests && sam deploy";

    private final String ownVersion;

    StackCheck(String ownVersion) {
        this.ownVersion = ownVersion;
    }

    @Override
    public List<Finding> look(Facts facts) {
        return List.of(status(facts.stack()), version(facts.stack()));
    }

    private static Finding status(CloudStack stack) {
        var text = stack.name() + " in " + stack.region() + " is " + stack.status();
        var events = "aws cloudformation describe-stack-events --stack-name " + stack.name();
        if (AT_REST.contains(stack.status())) {
            return new Finding.Right("stack", text);
        }
        if (AS_BEFORE.contains(stack.status())) {
            return new Finding.Warning("stack", text + ": the last update failed, and the stack is as it was before",
                    "See why: " + events + "; repair it, and deploy again: sam deploy");
        }
        return stack.status().endsWith("_IN_PROGRESS")
                ? new Finding.Warning("stack", text, "Wait until it is done, and look again.")
                : new Finding.Wrong("stack", text, "See why: " + events + "; then deploy again: sam deploy");
    }

    private Finding version(CloudStack stack) {
        var deployed = stack.find("Version").orElse("before 0.1.0");
        return deployed.equals(ownVersion)
                ? new Finding.Right("version", "the stack's and this program's are " + ownVersion)
                : new Finding.Warning("version", "the stack's is " + deployed + ", this program's is " + ownVersion,
                        UPDATE);
    }
}
