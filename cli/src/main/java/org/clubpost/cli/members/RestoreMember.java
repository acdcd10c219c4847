package org.clubpost.cli.members;

import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.admin.KeepMembers.Restoration;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.Subscriber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Undoes that somebody was removed. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Undo a removal of the last 14 days: the person is a member again, as before.",
        footer = {"", "Whoever left by themselves can only come back through the sign-up form."})
final class RestoreMember implements Callable<Integer> {

    @Mixin
    private PersonOnList person = new PersonOnList();
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var address = person.address();
        try (var open = installation.open()) {
            var out = spec.commandLine().getOut();
            switch (Door.done(new Door(open).members().restore(Door.OPERATOR, open.list(person.list()), address))) {
                case Restoration.Back _ -> out.println("The person is a member again, as before.");
                case Restoration.Member(var member) -> out.println(member.consent() instanceof Consent.DoubleOptIn
                        ? "This person signed up with the form and is a member since "
                                + member.since().atZone(ZoneOffset.UTC).toLocalDate() + ". There is nothing to undo."
                        : "This person is a member.");
                case Restoration.AskedAgain(Subscriber.Applied _) -> throw new CommandFailure(
                        "This person has signed up again since, and waits for the owners. Let them in: "
                                + "./clubpost members approve " + person.list() + " " + address.written()
                                + open.option());
                case Restoration.AskedAgain _ -> throw new CommandFailure("Somebody has signed this address up again "
                        + "since. The person is a member once they press the link in the mail that they got.");
                case Restoration.OwnWish _ -> throw new CommandFailure(
                        "This person left the list, and can only come back through the sign-up form.");
                case Restoration.TooLate _ -> throw new CommandFailure("This was more than 14 days ago, or on an older "
                        + "list of that name, and nothing is kept of how the membership was. Bring the person in anew: ./clubpost members add "
                        + person.list() + " " + address.written() + open.option());
                case Restoration.Unknown _ -> throw new CommandFailure("Nobody was removed under this address.");
            }
            return 0;
        }
    }
}
