package org.clubpost.cli.events;

import java.net.URI;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.DataOption;
import org.clubpost.cli.output.Listing;
import org.clubpost.local.webhook.Delivery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the events that webhooks have not taken. */
@Command(
        name = "ls",
        mixinStandardHelpOptions = true,
        description = "Show the events that webhooks have not taken, oldest first.")
final class LsEvents implements Callable<Integer> {

    @Option(names = "--failed", description = "Only those of which an attempt failed.")
    private boolean failed;
    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;
    @Mixin
    private DataOption directory = new DataOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var data = EventsCommand.open(directory);
                var listing = new Listing(spec.commandLine().getOut(), json, "webhook", "event", "type", "time",
                        "attempts", "next", "problem")) {
            data.database().deliveries().all().stream().filter(delivery -> !failed || delivery.attempts() > 0)
                    .forEach(delivery -> listing.add(shown(delivery.webhook()), delivery.event().id(),
                            delivery.event().type(), delivery.event().time(), delivery.attempts(), next(delivery),
                            delivery.problem()));
        }
        return 0;
    }

    private static String next(Delivery delivery) {
        return delivery.due().map(Object::toString).orElse("given up");
    }

    /** Without a name, a password and a query, which may be secrets. */
    private static String shown(URI webhook) {
        return webhook.getScheme() + "://" + webhook.getHost()
                + (webhook.getPort() < 0 ? "" : ":" + webhook.getPort()) + webhook.getRawPath();
    }
}
