package org.clubpost.cli.doctor.read;

import java.util.function.Supplier;
import org.clubpost.aws.dynamodb.DynamoTable;
import org.clubpost.cli.cloud.AwsErrors;
import org.clubpost.cli.cloud.Cloud;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.cloud.ListStacks;
import org.clubpost.cli.doctor.check.Repair;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.Pause;
import org.clubpost.core.list.ListId;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.model.ReceiptRule;
import software.amazon.awssdk.services.sesv2.model.BehaviorOnMxFailure;

/** Does what {@code --fix} may do. */
public final class Repairs {

    private final Cloud cloud;
    private final CloudStack stack;
    private final Pause patience;

    /**
     * @param cloud the account
     * @param stack the stack
     * @param patience how to wait for a stack that is being made
     */
    public Repairs(Cloud cloud, CloudStack stack, Pause patience) {
        this.cloud = cloud;
        this.stack = stack;
        this.patience = patience;
    }

    /**
     * Does one repair.
     *
     * @return what was done
     * @throws CommandFailure when it could not be done
     */
    public String apply(Repair repair) {
        return switch (repair) {
            case Repair.ActivateRules(var set) -> done("ses:SetActiveReceiptRuleSet", () -> activate(set));
            case Repair.EnableRule(var set, var rule) -> done("ses:UpdateReceiptRule", () -> enable(set, rule));
            case Repair.MakeRule(var list) -> makeRule(list);
            case Repair.VerifyAgain(var domain) -> done("ses:VerifyDomainDkim", () -> verify(domain));
            case Repair.VerifyMailFromAgain(var domain, var mailFrom) -> done(
                    "ses:PutEmailIdentityMailFromAttributes", () -> verifyMailFrom(domain, mailFrom));
            case Repair.AskAgain(var topic, var endpoint) -> done("sns:Subscribe", () -> ask(topic, endpoint));
        };
    }

    /** Looks once more whether no set is active, because activating one switches off another. */
    private String activate(String set) {
        var ses = cloud.ses();
        if (ses.describeActiveReceiptRuleSet(request -> {
        }).metadata() != null) {
            throw new CommandFailure("A set of receipt rules has become active meanwhile; nothing was changed.");
        }
        ses.setActiveReceiptRuleSet(request -> request.ruleSetName(set));
        return "activated the rule set " + set;
    }

    private String enable(String set, String rule) {
        var ses = cloud.ses();
        var stored = ses.describeReceiptRule(request -> request.ruleSetName(set).ruleName(rule)).rule();
        ReceiptRule enabled = stored.toBuilder().enabled(true).scanEnabled(true).build();
        ses.updateReceiptRule(request -> request.ruleSetName(set).rule(enabled));
        return "switched the rule " + rule + " on, with its scan";
    }

    private String makeRule(ListId id) {
        var name = stack.listStackName(id.value());
        var list = new DynamoTable(cloud.dynamoDb(), stack.output("TableName")).lists().find(id)
                .orElseThrow(() -> new CommandFailure("the list " + id + " is gone"));
        if (!new ListStacks(cloud.cloudFormation(), stack, patience).make(list)) {
            throw new CommandFailure("The stack " + name + " is there already, but its rule is not. It holds "
                    + "nothing else, so delete it (aws cloudformation delete-stack --stack-name " + name
                    + "), and try again.");
        }
        return "made the receipt rule of " + id + " (stack " + name + ")";
    }

    /** SES answers with the same tokens as before, so the records stay. */
    private String verify(String domain) {
        var tokens = cloud.ses().verifyDomainDkim(request -> request.domain(domain)).dkimTokens();
        return "asked SES to look for the DKIM records again: " + String.join(", ", tokens.stream()
                .map(token -> token + "._domainkey." + domain).toList());
    }

    private String verifyMailFrom(String domain, String mailFrom) {
        cloud.sesV2().putEmailIdentityMailFromAttributes(request -> request.emailIdentity(domain)
                .mailFromDomain(mailFrom).behaviorOnMxFailure(BehaviorOnMxFailure.USE_DEFAULT_VALUE));
        return "asked SES to look for the records of " + mailFrom + " again";
    }

    private String ask(String topic, String endpoint) {
        cloud.sns().subscribe(request -> request.topicArn(topic).protocol("email").endpoint(endpoint));
        return "asked AWS to send the mail with the link again";
    }

    private static String done(String permission, Supplier<String> change) {
        try {
            return change.get();
        } catch (AwsServiceException refused) {
            throw new CommandFailure(AwsErrors.isForbidden(refused)
                    ? "the permission " + permission + " is missing"
                    : "AWS says " + AwsErrors.code(refused));
        } catch (SdkException unreachable) {
            throw new CommandFailure("AWS cannot be reached");
        }
    }
}
