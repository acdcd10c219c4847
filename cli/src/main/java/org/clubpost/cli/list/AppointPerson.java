package org.clubpost.cli.list;

import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.cli.output.Typed;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.Appoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has somebody asked to run a list, or to decide about its posts. */
@Command(
        name = "appoint",
        mixinStandardHelpOptions = true,
        description = "Have somebody asked by mail to run a list, or to decide about its posts. Nothing changes before they "
                + "accept, which they can for 14 days.",
        footer = {"", "To take it back: ./clubpost list appoint ID ADDRESS --as ROLE --withdraw",
                "Without being asked: ./clubpost list set ID owners=ADDRESS,ADDRESS, which replaces all owners and tells them."})
final class AppointPerson implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", description = "The list.")
    private String id = "";
    @Parameters(index = "1", paramLabel = "ADDRESS", description = "Who is asked.")
    private String address = "";
    @Mixin
    private RoleOption role = new RoleOption();
    @Option(names = "--withdraw", description = "Take back what they were asked and have not answered.")
    private boolean withdraw;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var person = Typed.address(spec, address);
            var list = open.list(id).id();
            var people = new Door(open).people();
            var outcome = withdraw
                    ? people.withdraw(Door.OPERATOR, list, open(open))
                    : people.invite(Door.OPERATOR, list, person, role.role(), false);
            spec.commandLine().getOut().println(switch (outcome) {
                case Appoint.Outcome.Invited _ -> open.isRunning()
                        ? "They are asked by mail within a minute."
                        : "Noted. No service runs here now; the mail goes out when one is started.";
                case Appoint.Outcome.Done _ -> "Taken back.";
                case Appoint.Outcome.AlreadySo _ ->
                    withdraw ? "It was taken back before." : "They have that role already.";
                case Appoint.Outcome.TooMany _ -> throw new CommandFailure("There are " + Appoint.MOST_OPEN
                        + " people whom the list asks already, or this one was asked too often today.");
                case Appoint.Outcome.Unknown _ -> throw new CommandFailure("There is no such list any more.");
                case Appoint.Outcome.LastOwner _,Appoint.Outcome.Denied _ ->
                    throw new CommandFailure("This is not allowed here.");
            });
            return 0;
        }
    }

    private EntryId open(Installation open) {
        var person = Typed.address(spec, address);
        return new Door(open).people().open(open.list(id).id()).stream()
                .filter(asked -> asked.address().equals(person) && asked.role() == role.role()).findFirst()
                .orElseThrow(() -> new CommandFailure("They are not asked to be " + PeopleOfList.word(role.role())
                        + ". Who is: ./clubpost list people " + id + open.option()))
                .id();
    }
}
