package org.clubpost.cli.doctor.read;

import java.util.List;
import org.clubpost.cli.cloud.Cloud;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.Notification;
import org.clubpost.cli.doctor.fact.Policy;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;

/** How the bucket of the mails is set up. */
final class MailBucket {

    private final Cloud cloud;
    private final String name;
    private final String account;

    MailBucket(Cloud cloud, String name, String account) {
        this.cloud = cloud;
        this.name = name;
        this.account = account;
    }

    Look<Policy> policy() {
        return Looks.at("s3:GetBucketPolicy on " + name, () -> PolicyDocument.parse(
                cloud.s3().getBucketPolicy(request -> request.bucket(name).expectedBucketOwner(account)).policy()));
    }

    Look<List<Notification>> notifications() {
        return Looks.at("s3:GetBucketNotification on " + name, () -> cloud.s3()
                .getBucketNotificationConfiguration(request -> request.bucket(name).expectedBucketOwner(account))
                .lambdaFunctionConfigurations().stream().map(MailBucket::notification).toList());
    }

    private static Notification notification(LambdaFunctionConfiguration told) {
        var prefix = told.filter() == null || told.filter().key() == null
                ? ""
                : told.filter().key().filterRules().stream().filter(rule -> rule.name() == FilterRuleName.PREFIX)
                        .map(rule -> rule.value()).findFirst().orElse("");
        return new Notification(told.lambdaFunctionArn(), told.eventsAsStrings(), prefix);
    }
}
