package org.clubpost.cli.doctor.read;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.clubpost.cli.cloud.Cloud;
import org.clubpost.cli.cloud.CloudStack;
import org.clubpost.cli.doctor.fact.Alarm;
import org.clubpost.cli.doctor.fact.Look;
import org.clubpost.cli.doctor.fact.Subscription;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Of what AWS tells the owner, and whether it reaches them. */
final class Notices {

    private static final int MOST_ALARMS = 100;

    private final Cloud cloud;

    Notices(Cloud cloud) {
        this.cloud = cloud;
    }

    Look<List<Subscription>> subscriptions(String topic) {
        return Looks.at("sns:ListSubscriptionsByTopic",
                () -> cloud.sns().listSubscriptionsByTopic(request -> request.topicArn(topic)).subscriptions().stream()
                        .map(each -> new Subscription(each.protocol(), each.endpoint(),
                                each.subscriptionArn().startsWith("arn:")))
                        .toList());
    }

    /** Another stack's name may begin with the name of this one, so its alarms tell another topic. */
    Look<List<Alarm>> alarms(CloudStack stack) {
        return Looks.at("cloudwatch:DescribeAlarms",
                () -> cloud.cloudWatch()
                        .describeAlarms(request -> request.alarmNamePrefix(stack.name() + "-").maxRecords(MOST_ALARMS))
                        .metricAlarms().stream()
                        .filter(alarm -> alarm.alarmActions().contains(stack.output("AlarmTopicArn")))
                        .map(Notices::alarm).toList());
    }

    private static Alarm alarm(MetricAlarm alarm) {
        return new Alarm(alarm.alarmName(), alarm.stateValue() == StateValue.ALARM,
                Boolean.TRUE.equals(alarm.actionsEnabled()), requireNonNullElse(alarm.alarmDescription(), ""));
    }
}
