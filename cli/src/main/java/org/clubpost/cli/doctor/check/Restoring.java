package org.clubpost.cli.doctor.check;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.doctor.fact.Facts;
import org.clubpost.cli.doctor.fact.ListFact;
import org.clubpost.cli.doctor.fact.Look;

/**
 * How a part of the stack comes back that somebody deleted or changed by hand. A plain deployment leaves it as it is,
 * because CloudFormation compares the template with the last one and not with the account. A change set that reverts
 * drift does compare with the account, and leaves alone what is as it should be (AWS CloudFormation User Guide, "Using
 * drift-aware change sets"); data is not part of that. The parameters are all named, because one that is not goes back to its default.
 */
final class Restoring {

    private static final String CHANGE_SET = "bring-back";

    private Restoring() {}

    /** What to type. A table that is gone would come back empty and under another name, so that comes first. */
    static String advice(Facts facts) {
        Look<List<ListFact>> lists = facts.lists();
        return lists instanceof Look.Missing
                ? "First bring the table back, as is said at \"table\"; then look again: ./clubpost doctor --stack "
                        + facts.stack().name()
                : commands(facts.stack());
    }

    private static String commands(CloudStack stack) {
        var named = " --stack-name " + stack.name() + " --change-set-name " + CHANGE_SET;
        return "Have CloudFormation make the account as the template says: aws cloudformation create-change-set"
                + named + " --use-previous-template --deployment-mode REVERT_DRIFT"
                + " --capabilities CAPABILITY_IAM CAPABILITY_AUTO_EXPAND" + parameters(stack)
                + " && aws cloudformation wait change-set-create-complete" + named
                + " && aws cloudformation execute-change-set" + named;
    }

    private static String parameters(CloudStack stack) {
        return stack.parameters().isEmpty()
                ? ""
                : new TreeSet<>(stack.parameters().keySet()).stream()
                        .map(name -> "ParameterKey=" + name + ",UsePreviousValue=true")
                        .collect(Collectors.joining(" ", " --parameters ", ""));
    }
}
