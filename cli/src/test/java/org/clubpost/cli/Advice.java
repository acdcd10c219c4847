package org.clubpost.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.waiters.CloudFormationWaiter;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** What {@code doctor} tells people to type: it destroys nothing, and the commands exist as they are written. */
final class Advice {

    /** Whoever types one of these loses members, mails or keys. */
    static final Pattern DESTROYING = Pattern
            .compile("sam delete|delete-table|delete-parameter|delete-bucket|s3 rb|s3 rm|"
                    + "s3api delete|delete-object|delete-user|delete-backup|--retain-resources|list rm|members remove|rm -r|"
                    + "delete-stack --stack-name (?!club-list-)");

    private static final Pattern AWS = Pattern.compile("aws ([a-z0-9]+) ([a-z-]+)((?: +(?!&&|\\|\\||#)[^ )`]+)*)");
    private static final Pattern OURS = Pattern.compile("\\./clubpost((?: (?!&&|>|#)(?:\"[^\"]*\"|[^ ()`|]+))*)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^ ]+)");
    private static final Pattern OPTION = Pattern.compile("(?<= )--(?:no-)?([a-z-]+)");
    private static final Map<String, Class<?>> CLIENTS = Map.of("cloudformation", CloudFormationClient.class,
            "cloudwatch", CloudWatchClient.class, "lambda", LambdaClient.class, "ses", SesClient.class, "sesv2",
            SesV2Client.class, "sns", SnsClient.class, "ssm", SsmClient.class);
    /** What the command line of AWS has for every command, or calls otherwise than the API does. */
    private static final Set<String> OF_THE_COMMAND_LINE = Set.of("region", "notification-endpoint", "query", "output");

    private Advice() {}

    static void assertSound(String report) {
        var advice = report.lines().filter(line -> line.startsWith("       do: ")).toList();
        assertFalse(advice.isEmpty() && report.contains("WRONG"), report);
        for (var line : advice) {
            assertFalse(DESTROYING.matcher(line).find(), line);
            assertTrue(AWS.matcher(line).results().allMatch(command -> CLIENTS.containsKey(command.group(1))), line);
            assertCommandsExist(line);
        }
    }

    /** Looks at those of AWS of whose service there is a client here, and at all of ours. */
    static void assertCommandsExist(String text) {
        text.lines().forEach(line -> {
            AWS.matcher(line).results().filter(command -> CLIENTS.containsKey(command.group(1)))
                    .forEach(Advice::assertIsACommandOfAws);
            OURS.matcher(line).results().map(found -> found.group(1)).forEach(Advice::assertIsACommandOfOurs);
        });
    }

    private static void assertIsACommandOfAws(MatchResult command) {
        var options = OPTION.matcher(command.group(3)).results().map(found -> found.group(1))
                .filter(Predicate.not(OF_THE_COMMAND_LINE::contains)).map(Advice::camel).toList();
        if (command.group(2).equals("deploy")) {
            return; // It makes a change set of a template, and is nothing of the API.
        }
        if (command.group(2).equals("wait")) {
            var awaited = command.group(3).strip().split(" ", 2)[0];
            assertTrue(Stream.of(CloudFormationWaiter.class.getMethods())
                    .anyMatch(method -> method.getName().equals(camel("wait-until-" + awaited))), command.group());
            return;
        }
        var requests = Stream.of(CLIENTS.getOrDefault(command.group(1), Object.class).getMethods())
                .filter(method -> method.getName().equals(camel(command.group(2))))
                .flatMap(method -> Arrays.stream(method.getParameterTypes()))
                .filter(type -> type.getSimpleName().endsWith("Request")).collect(Collectors.toSet());
        assertEquals(1, requests.size(), command.group());
        var known = Stream.of(requests.iterator().next().getMethods()).map(method -> method.getName())
                .collect(Collectors.toSet());
        assertEquals(List.of(), options.stream().filter(option -> !known.contains(option)).toList(), command.group());
    }

    private static void assertIsACommandOfOurs(String arguments) {
        var words = WORD.matcher(arguments).results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .collect(Collectors.toCollection(ArrayList::new));
        if (words.equals(List.of("functions"))) {
            return; // ./clubpost itself does this.
        }
        words.replaceAll(word -> word.replaceAll("[;,.]$", ""));
        assertDoesNotThrow(() -> Clubpost.commandLine(InstantSource.system()).parseArgs(words.toArray(String[]::new)),
                words.toString());
    }

    private static String camel(String words) {
        var parts = words.split("-", -1);
        return parts[0] + Stream.of(parts).skip(1)
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }
}
