package org.clubpost.cli.events;

import org.clubpost.cli.installation.DataOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.local.LocalData;
import org.clubpost.local.UnusableData;
import org.clubpost.local.webhook.WebhookSecret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The events for the club's own programs. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = "Show what the webhooks of a service on this machine have not taken, and their secret.",
        subcommands = {LsEvents.class},
        footer = {"", "docs/events.md tells of events, and how AWS takes them to programs."})
public final class EventsCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: ls or secret.");
    }

    @Command(
            name = "secret",
            mixinStandardHelpOptions = true,
            description = "Print the secret with which events are signed, unless the service was started with --webhook-secret-file.")
    void secret(@Mixin DataOption directory) {
        try (var data = open(directory)) {
            spec.commandLine().getOut().println(WebhookSecret.of(data.secrets()).text());
        }
    }

    /**
     * Opens the data directory.
     *
     * @throws CommandFailure when there is nothing, or it cannot be used
     */
    static LocalData open(DataOption directory) {
        try {
            return LocalData.open(directory.layout().root());
        } catch (UnusableData e) {
            throw new CommandFailure(e.reason());
        }
    }
}
