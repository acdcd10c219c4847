package org.clubpost.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.clubpost.local.LocalSettings;
import org.clubpost.local.door.Network;
import org.clubpost.local.door.Proxies;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says where the service listens, how it is seen from outside, and to whom it shows what. */
final class DoorOptions {

    private static final int MAX_PORT = 65535;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the pages (default: ${DEFAULT-VALUE}).")
    private int httpPort;
    @Option(
            names = "--smtp-port",
            paramLabel = "PORT",
            defaultValue = "2525",
            description = "Port that takes mail (default: ${DEFAULT-VALUE}).")
    private int smtpPort;
    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Interface to listen on (default: 127.0.0.1, this machine only).")
    private @Nullable String bind;
    @Option(
            names = "--public-url",
            paramLabel = "URL",
            defaultValue = "",
            description = "What stands before every link in a mail (default: http://localhost:PORT).")
    private String publicUrl = "";
    @Option(
            names = "--local-pages",
            negatable = true,
            description = "Show the mailbox and the posts to a browser on this machine that was opened with the link of this command. Without this option they are shown unless --public-url or --bind is given.")
    private @Nullable Boolean localPages;
    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            description = "A proxy before the pages whose X-Forwarded-For counts, as an address or a network such as 10.0.0.0/8; may be given several times.")
    private List<String> trustedProxies = new ArrayList<>();
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** What was given, looked over. */
    LocalSettings.Doors doors() {
        return new LocalSettings.Doors(bindAddress(), port("--http-port", httpPort), port("--smtp-port", smtpPort),
                publicUrl(), localPages == null ? bind == null && publicUrl.isEmpty() : localPages, proxies());
    }

    private Proxies proxies() {
        return new Proxies(trustedProxies.stream().map(text -> Network.parse(text).orElseThrow(() -> mistake(
                "--trusted-proxy is an address such as 192.0.2.7, or a network such as 10.0.0.0/8 or fd00::/8.")))
                .toList());
    }

    private InetAddress bindAddress() {
        var name = bind == null ? "127.0.0.1" : bind;
        try {
            var address = InetAddress.getByName(name);
            checkThatItIsHere(address);
            return address;
        } catch (UnknownHostException e) {
            throw mistake("--bind: there is no interface \"" + name + "\".");
        }
    }

    /** Listens there for a moment, on any free port. */
    private void checkThatItIsHere(InetAddress address) {
        try (var _ = new ServerSocket(0, 1, address)) {
            return;
        } catch (IOException e) {
            throw mistake("--bind: " + address.getHostAddress() + " is not an address of this machine.");
        }
    }

    private int port(String option, int port) {
        if (port < 0 || port > MAX_PORT) {
            throw mistake(option + " is a number from 0 to " + MAX_PORT + "; 0 takes one that is free.");
        }
        return port;
    }

    private String publicUrl() {
        if (!publicUrl.isEmpty() && !publicUrl.matches("https?://[A-Za-z0-9.:\\[\\]-]+")) {
            throw mistake("--public-url is an address such as https://lists.example.org, without a path.");
        }
        return publicUrl.isEmpty() ? "" : URI.create(publicUrl).toString();
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
