package org.clubpost.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * Works the table of docs/cost.md out, from the prices and assumptions that stand there in words, and compares. In US
 * dollars a month, free tiers left out.
 */
class CostTest {

    private static final List<Integer> MEMBERS = List.of(50, 1_000, 10_000);

    // Prices: docs/cost.md has the sources and the dates.
    private static final double SES_MAIL = 0.16 / 1_000;
    private static final double LAMBDA_GB_SECOND = 0.0000133334;
    private static final double LAMBDA_REQUEST = 0.20 / 1_000_000;
    private static final double DYNAMODB_WRITE = 0.625 / 1_000_000;
    private static final double DYNAMODB_READ = 0.125 / 1_000_000;
    private static final double DYNAMODB_GB = 0.25 + 0.20;
    private static final double S3_GB = 0.023;
    private static final double S3_PUT = 0.005 / 1_000;
    private static final double S3_GET = 0.0004 / 1_000;
    private static final double SQS_REQUEST = 0.40 / 1_000_000;
    private static final double CLOUDFRONT_REQUEST = 0.01 / 10_000;
    private static final double CLOUDFRONT_GB = 0.085;
    private static final double API_REQUEST = 1.00 / 1_000_000;
    private static final double ALARM = 0.10;
    private static final double METRIC = 0.30;
    private static final double LOG_GB = 0.50;

    // Assumptions: docs/cost.md has them in words.
    private static final double POSTS = 52.0 / 12;
    private static final double POST_GB = 30.0 / 1_000_000;
    private static final double NEW_MEMBERS = 0.02;
    private static final double VISITS_PER_NEW_MEMBER = 5;
    private static final double SENDERS = 2;
    private static final double MAILS_A_SECOND = 14;
    private static final double LOOKS = (60 + 1) * 24 * 365.0 / 12;
    private static final double POLLS = 2 * 5 * 3 * 60 * 24 * 365.0 / 12;
    private static final double WINDOW = 10;
    private static final double GB_PER_MEMBER = 0.000_001;

    private static double copies(double members) {
        return POSTS * members;
    }

    private static Map<String, DoubleUnaryOperator> bill() {
        var bill = new LinkedHashMap<String, DoubleUnaryOperator>();
        bill.put("SES", members -> SES_MAIL * (copies(members) + POSTS + 3 * NEW_MEMBERS * members));
        bill.put("Lambda", members -> LAMBDA_GB_SECOND
                * (SENDERS * copies(members) / MAILS_A_SECOND + 0.1 * LOOKS
                        + 2 * 3 * POSTS + 0.5 * VISITS_PER_NEW_MEMBER * NEW_MEMBERS * members)
                + LAMBDA_REQUEST * (LOOKS + VISITS_PER_NEW_MEMBER * NEW_MEMBERS * members));
        bill.put("DynamoDB", members -> DYNAMODB_WRITE * copies(members) * (1 + 4 / WINDOW)
                + DYNAMODB_READ * (copies(members) * (0.25 + 2 / WINDOW) + 5 * LOOKS)
                + DYNAMODB_GB * members * GB_PER_MEMBER + DYNAMODB_GB * copies(members) * 0.000_000_1 * 3);
        bill.put("S3", members -> S3_GB * 2 * 3 * POSTS * POST_GB + S3_PUT * 2 * POSTS
                + S3_GET * (POSTS + copies(members) / 100));
        bill.put("SQS", members -> SQS_REQUEST * (POLLS + POSTS * 32 * 3));
        bill.put("CloudFront", members -> VISITS_PER_NEW_MEMBER * NEW_MEMBERS * members
                * (3 * CLOUDFRONT_REQUEST + CLOUDFRONT_GB * 20 / 1_000_000));
        bill.put("API Gateway", members -> API_REQUEST * VISITS_PER_NEW_MEMBER * NEW_MEMBERS * members);
        bill.put("CloudWatch: 8 alarms, 7 metrics, logs", members -> 8 * ALARM + 7 * METRIC
                + LOG_GB * (LOOKS * 0.000_001 + copies(members) / WINDOW * 0.000_001));
        return bill;
    }

    private static String row(String name, DoubleUnaryOperator price) {
        return "| %s | %s |".formatted(name, MEMBERS.stream()
                .map(members -> dollars(price.applyAsDouble(members))).collect(Collectors.joining(" | ")));
    }

    private static String dollars(double price) {
        return price < 0.005 ? "0.00" : String.format(Locale.ROOT, "%.2f", price);
    }

    @Test
    void tableIsWhatItsAssumptionsMake() throws IOException {
        var expected = bill().entrySet().stream().map(line -> row(line.getKey(), line.getValue()))
                .collect(Collectors.joining("\n"));
        var sum = row("**together**", members -> bill().values().stream()
                .flatMapToDouble(price -> DoubleStream.of(price.applyAsDouble(members))).sum());

        var written = Files.readAllLines(Template.ROOT.resolve("docs/cost.md")).stream()
                .dropWhile(line -> !line.startsWith("| SES")).takeWhile(line -> line.startsWith("| "))
                .collect(Collectors.joining("\n"));

        assertEquals(expected + "\n" + sum, written);
    }

    @Test
    void alarmsAreAsManyAsAreCounted() {
        assertEquals(8, Template.read("template.yaml").resources("AWS::CloudWatch::Alarm").count());
    }
}
