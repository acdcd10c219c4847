package org.clubpost.aws.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.event.Recording;
import org.clubpost.core.list.ListId;

/**
 * The settings of a function, read once from its environment variables. A function needs only some of them, so each is
 * checked when it is asked for.
 *
 * <p>Every question throws {@link IllegalStateException} when the variable is missing or malformed, and names it.
 */
public final class Environment {

    private static final Pattern WINDOW = Pattern.compile("[1-9][0-9]{0,2}|1000");

    private static final String SECRETS_PARAMETER = "CLUBPOST_SECRETS_PARAMETER";

    private final Map<String, String> variables;

    private Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The environment of this process. */
    public static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    /** An environment made of those variables. */
    public static Environment of(Map<String, String> variables) {
        return new Environment(variables);
    }

    /** {@code CLUBPOST_TABLE}: the name of the DynamoDB table. */
    public String table() {
        return required("CLUBPOST_TABLE", "the name of the DynamoDB table");
    }

    /** {@code CLUBPOST_BUCKET}: the S3 bucket of the mails. */
    public String bucket() {
        return required("CLUBPOST_BUCKET", "the name of the S3 bucket for mails");
    }

    /** {@code CLUBPOST_QUEUE_URL}: the SQS queue of the ranges to deliver. */
    public String queueUrl() {
        return required("CLUBPOST_QUEUE_URL", "the URL of the SQS queue of deliveries");
    }

    /** {@code CLUBPOST_DEAD_LETTERS_URL}: the SQS queue of the ranges that were tried too often. */
    public String deadLettersUrl() {
        return required("CLUBPOST_DEAD_LETTERS_URL", "the URL of the SQS queue of dead letters");
    }

    /** {@code CLUBPOST_UNRECEIVED_QUEUE_URL}: the SQS queue of the events of mails that were not taken in. */
    public String unreceivedQueueUrl() {
        return required("CLUBPOST_UNRECEIVED_QUEUE_URL", "the URL of the SQS queue of mails that were not taken in");
    }

    /**
     * {@code CLUBPOST_PUBLIC_URL}: where the service is seen from outside, without a slash at its end, such as {@code
     * https://lists.example.org}.
     */
    public URI publicUrl() {
        var name = "CLUBPOST_PUBLIC_URL";
        var text = required(name, "where the service is seen from outside, such as https://lists.example.org");
        try {
            var uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
            throw malformed(name, "an http or https URL");
        } catch (URISyntaxException e) {
            throw malformed(name, "an http or https URL");
        }
    }

    /**
     * {@code CLUBPOST_OPERATOR}: the address of whoever runs the installation, who gets the mail to its postmaster; empty
     * when it is not set. CloudFormation takes more for an address than we do, and mail to the lists must not wait for
     * that, so what is none is taken for nothing; {@code doctor} warns of it.
     */
    public Optional<EmailAddress> operator() {
        return find("CLUBPOST_OPERATOR").flatMap(EmailAddress::parse);
    }

    /** {@code AWS_REGION}: the region in which a function runs, as Lambda says it; empty elsewhere. */
    public Optional<String> region() {
        return find("AWS_REGION");
    }

    /** {@code CLUBPOST_CONFIGURATION_SET}: the SES configuration set of copies of posts; empty when there is none. */
    public String configurationSet() {
        return find("CLUBPOST_CONFIGURATION_SET").orElse("");
    }

    /**
     * {@code CLUBPOST_OWN_MAILS_CONFIGURATION_SET}: the SES configuration set of the mails that we write ourselves; that
     * of copies when it is not set.
     */
    public String ownMailsConfigurationSet() {
        return find("CLUBPOST_OWN_MAILS_CONFIGURATION_SET").orElseGet(this::configurationSet);
    }

    /** {@code CLUBPOST_FEEDBACK_QUEUE_URL}: the SQS queue of SES's events that have still to be applied. */
    public String feedbackQueueUrl() {
        return required("CLUBPOST_FEEDBACK_QUEUE_URL", "the URL of the SQS queue of events about mail that came back");
    }

    /**
     * {@code CLUBPOST_WINDOW}: how many members of a range are served between two moves of its cursor, 1 to 1000; 10
     * when it is not set.
     */
    public int window() {
        var name = "CLUBPOST_WINDOW";
        var window = find(name).orElse("10");
        if (!WINDOW.matcher(window).matches()) {
            throw malformed(name, "a number from 1 to 1000");
        }
        return Integer.parseInt(window);
    }

    /**
     * {@code CLUBPOST_EDGE_KEY}: what CloudFront shows with every request ({@link InstallationSecrets#edgeKey}); empty
     * when there is no CloudFront before the functions.
     */
    public String edgeKey() {
        return variables.getOrDefault("CLUBPOST_EDGE_KEY", "").strip();
    }

    /** {@code AWS_LAMBDA_FUNCTION_NAME}: whether this process is a function on Lambda. */
    public boolean isLambda() {
        return variables.containsKey("AWS_LAMBDA_FUNCTION_NAME");
    }

    /** {@code CLUBPOST_LISTS}: the lists that people with an account may join, such as {@code news, board}; one at least. */
    public List<ListId> lists() {
        var name = "CLUBPOST_LISTS";
        return Stream.of(required(name, "the names of lists, with commas between them").split(",", -1))
                .map(String::strip)
                .map(list -> ListId.parse(list)
                        .orElseThrow(() -> malformed(name, "names of lists with commas between")))
                .distinct().toList();
    }

    /**
     * {@code CLUBPOST_CONSENT_ATTRIBUTE}: the attribute of an account that says whether the person wants the lists'
     * mail; {@code custom:newsletter} when it is not set.
     */
    public String consentAttribute() {
        return find("CLUBPOST_CONSENT_ATTRIBUTE").orElse("custom:newsletter");
    }

    /**
     * {@code CLUBPOST_NOTIFY_ATTRIBUTE}: the attribute of an account that says how the person wants to be notified;
     * {@code custom:notify} when it is not set.
     */
    public String notifyAttribute() {
        return find("CLUBPOST_NOTIFY_ATTRIBUTE").orElse("custom:notify");
    }

    /** {@code CLUBPOST_UNFINISHED_QUEUE_URL}: the SQS queue of the accounts with which something is still to be done. */
    public String unfinishedQueueUrl() {
        return required("CLUBPOST_UNFINISHED_QUEUE_URL", "the URL of the SQS queue of unfinished accounts");
    }

    /**
     * {@code CLUBPOST_EVENTS}: which events are recorded for the club's own programs: {@code none}, {@code keys} or
     * {@code addresses}; {@code none} when it is not set.
     */
    public Recording events() {
        var name = "CLUBPOST_EVENTS";
        return Recording.of(find(name).orElse(Recording.NONE.code()))
                .orElseThrow(() -> malformed(name, "none, keys or addresses"));
    }

    /** {@code CLUBPOST_EVENT_TOPIC}: the ARN of the SNS topic that gets the events. */
    public String eventTopic() {
        return required("CLUBPOST_EVENT_TOPIC", "the ARN of the SNS topic of events");
    }

    /**
     * {@code CLUBPOST_NOTE_TOPICS}: how the ARNs of the members' topics begin; they end with the name of the list and
     * {@code -notes}.
     */
    public String noteTopics() {
        return required("CLUBPOST_NOTE_TOPICS", "how the ARNs of the members' topics begin");
    }

    /**
     * {@code AWS_LAMBDA_INITIALIZATION_TYPE}: whether Lambda takes a snapshot of this process before its first event,
     * and starts others from it (AWS Lambda Developer Guide, "Lambda SnapStart").
     */
    public boolean isForSnapshot() {
        return "snap-start".equals(variables.get("AWS_LAMBDA_INITIALIZATION_TYPE"));
    }

    /**
     * The secrets, from the first of these variables that is set: {@code CLUBPOST_SECRETS} (their text), {@code
     * CLUBPOST_SECRETS_PARAMETER} (the name of a Systems Manager parameter that holds it) or {@code
     * CLUBPOST_SECRETS_FILE} (a file that holds it).
     *
     * @throws java.io.UncheckedIOException when the file cannot be read
     * @throws org.clubpost.core.UnavailableException when Parameter Store does not answer or forbids it; safe to repeat
     */
    public InstallationSecrets secrets() {
        return find("CLUBPOST_SECRETS").or(() -> find(SECRETS_PARAMETER).map(this::parameter))
                .map(InstallationSecrets::parse).orElseGet(() -> InstallationSecrets
                        .read(Path.of(required("CLUBPOST_SECRETS_FILE", "a file with the installation's secrets"))));
    }

    private String parameter(String name) {
        try (var parameters = SsmParameters.open()) {
            return parameters.find(name).orElseThrow(() -> new IllegalStateException(
                    "the parameter that " + SECRETS_PARAMETER + " names is not there"));
        }
    }

    private String required(String name, String meaning) {
        return find(name).orElseThrow(() -> new IllegalStateException(
                "the environment variable " + name + " is missing: " + meaning));
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static IllegalStateException malformed(String name, String expected) {
        return new IllegalStateException("the environment variable " + name + " is not " + expected);
    }

    /** Says what this is, and no value. */
    @Override
    public String toString() {
        return "Environment[hidden]";
    }
}
