package org.clubpost.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What AWS charges for a month of one list, in US dollars, without any free tier. Prices and assumptions stand in words
 * in docs/cost.md, with their sources.
 *
 * @param stack what the stack has
 * @param members of the list
 * @param plan by which SES charges
 */
record Bill(Counted stack, double members, Plan plan) {

    // Prices.
    private static final double LAMBDA_GB_SECOND = 0.0000133334;
    private static final double LAMBDA_REQUEST = 0.20 / 1_000_000;
    private static final double DYNAMODB_WRITE = 0.625 / 1_000_000;
    private static final double DYNAMODB_READ = 0.125 / 1_000_000;
    private static final double DYNAMODB_GB = 0.25 + 0.20;
    private static final double S3_GB = 0.023;
    private static final double S3_PUT = 0.005 / 1_000;
    private static final double S3_GET = 0.0004 / 1_000;
    private static final double SQS_REQUEST = 0.40 / 1_000_000;
    private static final double SNS_PUBLISH = 0.50 / 1_000_000;
    private static final double SNS_MAIL = 2.00 / 100_000;
    private static final double KMS_REQUEST = 0.03 / 10_000;
    private static final double CLOUDFRONT_REQUEST = 0.01 / 10_000;
    private static final double CLOUDFRONT_GB = 0.085;
    private static final double API_REQUEST = 1.00 / 1_000_000;
    private static final double ALARM_METRIC = 0.10;
    private static final double COMPOSITE_ALARM = 0.50;
    private static final double OWN_METRIC = 0.30;
    private static final double DASHBOARD = 3.00;
    private static final double LOG_GB = 0.50;

    // Assumptions.
    private static final double POSTS = 52.0 / 12;
    private static final double POST_GB = 30.0 / 1_000_000;
    private static final double NEW_MEMBERS = 0.02;
    private static final double VISITS_PER_NEW_MEMBER = 5;
    private static final double VISIT_SECONDS = 1;
    private static final double SENDERS = 2;
    private static final double MAILS_A_SECOND = 14;
    private static final double WINDOW = 10;
    private static final double GB_PER_MEMBER = 0.000_001;
    private static final double SCHEDULED_SECONDS = 0.1;
    private static final double READS_A_RUN = 5;
    private static final double GB_OF_LOG_A_RUN = 0.000_000_5;
    private static final double INITIALISATIONS = 2;
    private static final double INITIALISATION_SECONDS = 10;
    private static final double RESTORES_OF_A_SCHEDULE = 10 * 365.0 / 12;
    private static final double RESTORE_SECONDS = 1;
    private static final double POLLS = 5 * 3 * 60 * 24 * 365.0 / 12;
    private static final double BOUNCES = 0.01;
    private static final double ALARM_MAILS = 4;

    /** How SES charges. */
    enum Plan {
        /** 0.16 dollars for 1,000 mails, in or out, whatever is attached. */
        ESSENTIALS(0.16 / 1_000, 0.16 / 1_000, 0),
        /** 0.10 dollars for 1,000 mails, attachments by the gigabyte, mails in by pieces of 256 KB too. */
        BY_FEATURE(0.10 / 1_000, 0.19 / 1_000, 0.12);

        private final double out;
        private final double in;
        private final double attachedGb;

        Plan(double out, double in, double attachedGb) {
            this.out = out;
            this.in = in;
            this.attachedGb = attachedGb;
        }
    }

    /** The lines, in the order of the page. */
    Map<String, Double> lines() {
        var lines = new LinkedHashMap<String, Double>();
        lines.put("SES", ses());
        lines.put("Lambda", lambda());
        lines.put("DynamoDB", dynamoDb());
        lines.put("S3", S3_GB * 2 * 3 * POSTS * POST_GB + S3_PUT * 2 * POSTS + S3_GET * (POSTS + copies() / 100));
        lines.put("SQS", SQS_REQUEST * (POLLS * stack.polledQueues() + stack.looks() + POSTS * 32 * 3));
        lines.put("SNS: what comes back, and alarms by mail", sns());
        lines.put("KMS: reading the keys", KMS_REQUEST * INITIALISATIONS * stack.functions());
        lines.put("CloudFront", visits() * (3 * CLOUDFRONT_REQUEST + CLOUDFRONT_GB * 20 / 1_000_000));
        lines.put("API Gateway", API_REQUEST * visits());
        lines.put("CloudWatch: " + stack.alarmMetrics() + " alarms", watching());
        lines.put("CloudWatch: logs", LOG_GB * (runs() * GB_OF_LOG_A_RUN + copies() / WINDOW * 0.000_001));
        return lines;
    }

    /** All of it. */
    double together() {
        return lines().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private double copies() {
        return POSTS * members;
    }

    private double visits() {
        return VISITS_PER_NEW_MEMBER * NEW_MEMBERS * members;
    }

    private double runs() {
        return stack.schedules().stream().mapToDouble(Counted.Scheduled::runsAMonth).sum();
    }

    private double ses() {
        return plan.out * (copies() + 3 * NEW_MEMBERS * members) + plan.in * POSTS
                + plan.attachedGb * copies() * POST_GB;
    }

    private double lambda() {
        var scheduled = stack.schedules().stream()
                .mapToDouble(each -> Counted.gigabytes(each.function()) * (each.runsAMonth() * SCHEDULED_SECONDS
                        + Math.min(each.runsAMonth(), RESTORES_OF_A_SCHEDULE) * RESTORE_SECONDS))
                .sum();
        var initialised = INITIALISATIONS * INITIALISATION_SECONDS * stack.memory();
        return LAMBDA_GB_SECOND * (scheduled + initialised + SENDERS * copies() / MAILS_A_SECOND + 2 * 3 * POSTS
                + VISIT_SECONDS * visits() + BOUNCES * copies())
                + LAMBDA_REQUEST * (runs() + visits() + 32 * POSTS + BOUNCES * copies());
    }

    private double dynamoDb() {
        return DYNAMODB_WRITE * copies() * (1 + 4 / WINDOW)
                + DYNAMODB_READ * (copies() * (0.25 + 2 / WINDOW) + READS_A_RUN * runs())
                + DYNAMODB_GB * members * GB_PER_MEMBER + DYNAMODB_GB * copies() * 0.000_000_1 * 3;
    }

    /** What comes back calls a function; SNS charges nothing for that beside the message. */
    private double sns() {
        var events = copies() * (BOUNCES + (stack.reports().contains("delivery") ? 1 : 0)
                + (stack.reports().contains("send") ? 1 : 0));
        return events * SNS_PUBLISH + ALARM_MAILS * (SNS_PUBLISH + SNS_MAIL);
    }

    private double watching() {
        return ALARM_METRIC * stack.alarmMetrics() + COMPOSITE_ALARM * stack.compositeAlarms()
                + OWN_METRIC * stack.ownMetrics() + DASHBOARD * stack.dashboards();
    }
}
