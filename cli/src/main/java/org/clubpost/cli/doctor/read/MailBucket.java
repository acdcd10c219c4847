package org.clubpost.cli.doctor.read;

import java.util.List;
import org.clubpost.cli.cloud.Cloud;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.Notification;
import org.clubpost.cli.doctor.fact.Policy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;

/** How the bucket of the mails is set up. */
final class MailBucket implements AutoCloseable {

    private final S3Client s3;
    private final String name;
    private final String account;

    MailBucket(Cloud cloud, String name, String account) {
        this.s3 = cloud.s3();
        this.name = name;
        this.account = account;
    }

    Look<Policy> policy() {
        return Looks.at("s3:GetBucketPolicy on " + name, () -> PolicyDocument.parse(
                s3.getBucketPolicy(request -> request.bucket(name).expectedBucketOwner(account)).policy()));
    }

    Look<List<Notification>> notifications() {
        return Looks.at("s3:GetBucketNotification on " + name, () -> s3
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

    @Override
    public void close() {
        s3.close();
    }
}
