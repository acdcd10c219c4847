package org.clubpost.cli.secrets;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Adds a key and makes it the one that signs. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = "Add a key and sign with it from now on. Links in old mails go on working.",
        footer = {"",
                "A service on this machine takes the key up by itself. A stack in AWS is updated twice, which takes some",
                "minutes; when that breaks off, the same command goes on from there."})
final class RotateSecrets implements Callable<Integer> {

    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var open = installation.open()) {
            var now = open.keys().rotate(new SecureRandom(), LocalDate.now(ZoneOffset.UTC), line -> {
                out.println(line);
                out.flush();
            });
            Door.done(new Door(open).lists().keysRotated(Door.OPERATOR, now.signing().current(), Instant.now()));
            out.println("New links are signed with key " + now.signing().current()
                    + ". Links in old mails go on working. Make a backup: the one of before lacks this key.");
            return 0;
        }
    }
}
