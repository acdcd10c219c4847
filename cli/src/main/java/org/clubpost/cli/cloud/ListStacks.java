package org.clubpost.cli.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.Pause;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.ListId;

/** Makes and removes the stacks of {@code ses-rules/template.yaml}: with each, SES takes in the mail of one list. */
public final class ListStacks {

    private static final String TEMPLATE = "template.yaml";
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    /** Ten minutes; making a rule takes half of one. */
    private static final int LOOKS = 300;
    private static final Set<String> MADE = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE");

    private final SignedCalls calls;
    private final CloudStack stack;
    private final Pause pause;

    /**
     * @param calls reach CloudFormation
     * @param stack the stack that the lists belong to
     * @param pause what happens before each further look at a stack that is being made
     */
    public ListStacks(SignedCalls calls, CloudStack stack, Pause pause) {
        this.calls = calls;
        this.stack = stack;
        this.pause = pause;
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
     * Makes the rule of that list and waits until it is there.
     *
     * @return false when it was there before
     * @throws CommandFailure when it cannot be made
     */
    public boolean make(ListId list) {
        var name = stack.listStackName(list.value());
        var parameters = new TreeMap<>(Map.of("StackName", name, "TemplateBody", template(), "OnFailure", "DELETE",
                "Parameters.member.1.ParameterKey", "Stack", "Parameters.member.1.ParameterValue", stack.name(),
                "Parameters.member.2.ParameterKey", "List", "Parameters.member.2.ParameterValue", list.value()));
        return switch (calls.query(Service.CLOUD_FORMATION, "CreateStack", parameters)) {
            case Reply.Done done -> {
                awaitMade(XmlElement.parse(done.body()).text("StackId"));
                yield true;
            }
            case Reply.Refused refused when refused.code().equals("AlreadyExistsException") -> {
                awaitMade(name);
                yield false;
            }
            case Reply.Refused refused -> throw failure(refused);
        };
    }

    private void awaitMade(String id) {
        var status = await(id);
        if (!MADE.contains(status.orElse(""))) {
            throw new CommandFailure("CloudFormation could not make the receipt rule: "
                    + reason(id).orElse("it says " + status.orElse("nothing")));
        }
    }

    /**
     * Removes the rule of that list and waits until it is gone; it may be gone before.
     *
     * @throws CommandFailure when it cannot be removed
     */
    public void remove(ListId list) {
        var name = stack.listStackName(list.value());
        var described = calls.query(Service.CLOUD_FORMATION, "DescribeStacks", Map.of("StackName", name));
        if (described instanceof Reply.Refused refused) {
            if (refused.isMissing()) {
                return;
            }
            throw failure(refused);
        }
        if (calls.query(Service.CLOUD_FORMATION, "DeleteStack",
                Map.of("StackName", name)) instanceof Reply.Refused no) {
            throw failure(no);
        }
        await(name).filter(status -> !status.equals("DELETE_COMPLETE")).ifPresent(status -> {
            throw new CommandFailure("CloudFormation could not remove the receipt rule: "
                    + reason(name).orElse("it says " + status));
        });
    }

    /** The status in which the stack comes to rest; empty when it is gone. */
    private Optional<String> await(String id) {
        for (var attempt = 1;; attempt++) {
            switch (calls.query(Service.CLOUD_FORMATION, "DescribeStacks", Map.of("StackName", id))) {
                case Reply.Done done -> {
                    var status = XmlElement.parse(done.body()).text("StackStatus");
                    if (!status.endsWith("_IN_PROGRESS")) {
                        return Optional.of(status);
                    }
                }
                case Reply.Refused refused when refused.isMissing() -> {
                    return Optional.empty();
                }
                case Reply.Refused refused -> throw failure(refused);
            }
            if (!pause.before(attempt + 1)) {
                throw new CommandFailure("CloudFormation is still at it. Look again in a while with: ./clubpost doctor "
                        + "--stack " + stack.name());
            }
        }
    }

    private Optional<String> reason(String id) {
        return calls.query(Service.CLOUD_FORMATION, "DescribeStackEvents",
                Map.of("StackName", id)) instanceof Reply.Done done
                        ? XmlElement.parse(done.body()).members("StackEvents").reversed().stream()
                                .filter(event -> event.text("ResourceStatus").endsWith("_FAILED"))
                                .map(event -> event.text("ResourceStatusReason")).findFirst()
                        : Optional.empty();
    }

    private static CommandFailure failure(Reply.Refused refused) {
        return AwsErrors.ofCredentials(refused.code()).orElseGet(() -> new CommandFailure(refused.isForbidden()
                ? "These AWS credentials may not do " + refused.permission() + "."
                : "CloudFormation refuses: " + refused.code() + ": " + refused.message()));
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
