package org.clubpost.cli.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.Pause;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.OnFailure;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Makes and removes the stacks of {@code ses-rules/template.yaml}: with each, SES takes in the mail of one list. */
public final class ListStacks {

    private static final String SERVICE = "CloudFormation";
    private static final String TEMPLATE = "template.yaml";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    /** Ten minutes; making a rule takes half of one. */
    private static final int LOOKS = 300;
    private static final String GROUP_ADDRESSES = "GroupAddresses";
    private static final String AFTER = "After";
    /** The output of a template that makes the topic for the list's members. */
    private static final String TOPIC = "NotesTopicArn";
    /** The output of a template that knows all addresses of a list, and what it says. */
    private static final String ADDRESSES = "Addresses";
    private static final String ALL_ADDRESSES = "2";
    private static final Set<String> MADE = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE");

    private final CloudFormationClient cloudFormation;
    private final CloudStack stack;
    private final StackRest rest;

    /**
     * @param cloudFormation CloudFormation; is not closed here
     * @param stack the stack that the lists belong to
     * @param pause what happens before each further look at a stack that is being made
     */
    public ListStacks(CloudFormationClient cloudFormation, CloudStack stack, Pause pause) {
        this.cloudFormation = cloudFormation;
        this.stack = stack;
        this.rest = new StackRest(cloudFormation, stack.name(), pause);
    }

    /** Waits two seconds, for ten minutes. */
    public static Pause patience() {
        return attempt -> {
            if (attempt > LOOKS) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnavailableException("interrupted", e);
            }
        };
    }

    /**
     * Makes the rule of that list, or changes it so that it takes mail to all addresses that the list has now, and
     * waits until that is done.
     *
     * @return false when it was there before, with those addresses
     * @throws CommandFailure when it cannot be made or changed
     */
    public boolean make(MailingList list) {
        var name = stack.listStackName(list.id().value());
        var reply = Reply.of("cloudformation:CreateStack", () -> cloudFormation.createStack(request -> request
                .stackName(name).templateBody(template()).onFailure(OnFailure.DELETE).parameters(parameters(list))));
        return switch (reply) {
            case Reply.Done(var made) -> {
                awaitMade(made.stackId());
                yield true;
            }
            case Reply.Refused<?> refused when refused.code().equals("AlreadyExistsException") -> {
                awaitMade(name);
                yield change(list);
            }
            case Reply.Refused<?> refused -> throw refused.failure(SERVICE);
        };
    }

    /** Has the rule take the addresses that the list has now, and the topic made; false when all was so before. */
    private boolean change(MailingList list) {
        var name = stack.listStackName(list.id().value());
        var there = there(name);
        var given = there.parameters().stream()
                .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue));
        var hasTopic = there.outputs().stream().anyMatch(output -> output.outputKey().equals(TOPIC));
        var isCurrent = there.outputs().stream().anyMatch(output -> output.outputKey().equals(ADDRESSES)
                && output.outputValue().equals(ALL_ADDRESSES));
        if (hasTopic && isCurrent && given.getOrDefault(GROUP_ADDRESSES, "").equals(groupAddresses(list))) {
            return false;
        }
        // The place in the set of rules stays.
        var kept = parameter(AFTER, given.getOrDefault(AFTER, ""));
        var reply = Reply.of("cloudformation:UpdateStack", () -> cloudFormation.updateStack(request -> request
                .stackName(name).templateBody(template())
                .parameters(Stream.concat(parameters(list).stream(), Stream.of(kept)).toList())));
        return switch (reply) {
            case Reply.Done<?> _ -> {
                awaitMade(name);
                yield true;
            }
            case Reply.Refused<?> refused when isUnchanged(refused) -> false;
            case Reply.Refused<?> refused -> throw refused.failure(SERVICE);
        };
    }

    private Stack there(String name) {
        return switch (rest.describe(name)) {
            case Reply.Done(var answer) -> answer.stacks().getFirst();
            case Reply.Refused<?> refused -> throw refused.failure(SERVICE);
        };
    }

    private static boolean isUnchanged(Reply.Refused<?> refused) {
        return AwsErrors.message(refused.reason()).contains("No updates are to be performed");
    }

    private List<Parameter> parameters(MailingList list) {
        return List.of(parameter("Stack", stack.name()), parameter("List", list.id().value()),
                parameter(GROUP_ADDRESSES, groupAddresses(list)));
    }

    private static String groupAddresses(MailingList list) {
        return list.groupAddresses().stream().map(EmailAddress::ascii).collect(Collectors.joining(","));
    }

    private static Parameter parameter(String key, String value) {
        return Parameter.builder().parameterKey(key).parameterValue(value).build();
    }

    private void awaitMade(String id) {
        var status = rest.await(id);
        if (!MADE.contains(status.orElse(""))) {
            throw new CommandFailure("CloudFormation could not make the receipt rule: "
                    + rest.reason(id).orElse("it says " + status.orElse("nothing")));
        }
    }

    /**
     * Removes the rule of that list and waits until it is gone; it may be gone before.
     *
     * @throws CommandFailure when it cannot be removed
     */
    public void remove(ListId list) {
        var name = stack.listStackName(list.value());
        if (rest.describe(name) instanceof Reply.Refused<?> refused) {
            if (refused.isMissing()) {
                return;
            }
            throw refused.failure(SERVICE);
        }
        if (Reply.of("cloudformation:DeleteStack",
                () -> cloudFormation.deleteStack(request -> request.stackName(name))) instanceof Reply.Refused<?> no) {
            throw no.failure(SERVICE);
        }
        rest.await(name).filter(status -> !status.equals("DELETE_COMPLETE")).ifPresent(status -> {
            throw new CommandFailure("CloudFormation could not remove the receipt rule: "
                    + rest.reason(name).orElse("it says " + status));
        });
    }

    /** The template, as the build has put it beside this class. */
    static String template() {
        try (InputStream in = Objects.requireNonNull(ListStacks.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
