package org.clubpost.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.local.webhook.WebhookSecret;
import org.clubpost.local.webhook.Webhooks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says which programs of the club are told of events. */
final class WebhookOptions {

    private static final int MOST = 10;

    @Option(
            names = "--webhook",
            paramLabel = "URL",
            description = "Post events (who joins and leaves, what becomes of posts) to this address; may be given up to ten times. docs/events.md")
    private List<String> urls = new ArrayList<>();
    @Option(
            names = "--webhook-addresses",
            description = "Put the address of a member into events, and not only the key.")
    private boolean addresses;
    @Option(
            names = "--webhook-secret-file",
            paramLabel = "FILE",
            description = "Holds the secret (whsec_...) that signs events on its first line; without it, ./clubpost events secret prints the one that does.")
    private @Nullable Path secretFile;
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** What was given, looked over. */
    Webhooks webhooks() {
        if (urls.isEmpty() && (addresses || secretFile != null)) {
            throw mistake(
                    "--webhook-addresses and --webhook-secret-file say how events go to a --webhook, and there is none.");
        }
        if (urls.size() > MOST) {
            throw mistake("--webhook can be given " + MOST + " times.");
        }
        Set<URI> all = new LinkedHashSet<>();
        for (var url : urls) {
            all.add(url(url));
        }
        return new Webhooks(all, addresses, secret());
    }

    private URI url(String text) {
        try {
            var url = new URI(text);
            if (("https".equals(url.getScheme()) || "http".equals(url.getScheme())) && url.getHost() != null
                    && url.getUserInfo() == null && url.getFragment() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Said below, without the address, which may have a secret in it.
        }
        throw mistake("--webhook is an address such as https://club.example/hooks/lists, without a user and a #.");
    }

    private Optional<WebhookSecret> secret() {
        if (secretFile == null) {
            return Optional.empty();
        }
        try {
            var first = Files.readString(secretFile).lines().findFirst().orElse("").strip();
            return Optional.of(WebhookSecret.parse(first).orElseThrow(() -> mistake("--webhook-secret-file: the first"
                    + " line of " + secretFile + " is whsec_ and 24 to 64 octets in base64.")));
        } catch (IOException e) {
            throw mistake("--webhook-secret-file: " + secretFile + " cannot be read.");
        }
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
