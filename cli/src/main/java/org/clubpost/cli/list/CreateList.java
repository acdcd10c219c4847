package org.clubpost.cli.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.MakeLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a list. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Create a list. In AWS this also makes the receipt rule for its mail, which takes half a minute.")
final class CreateList implements Callable<Integer> {

    @Parameters(
            paramLabel = "ID",
            description = "Its short name, and the local part of its address: lower-case letters, digits, hyphens.")
    private String id = "";
    @Option(names = "--name", paramLabel = "NAME", required = true, description = "The name that people see.")
    private String name = "";
    @Option(
            names = "--owner",
            paramLabel = "ADDRESS",
            required = true,
            arity = "1..*",
            description = "Who runs it, and may always post. May be given several times.")
    private List<String> owners = new ArrayList<>();
    @Option(names = "--language", paramLabel = "LANGUAGE", description = "The language of its pages and mails.")
    private String language = "";
    @Option(
            names = "--like",
            paramLabel = "LIST",
            description = "Begin with the settings of this list; its name, people and members stay behind.")
    private String like = "";
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            var list = made(new Door(open).makeLists().make(Door.OPERATOR,
                    new MakeLists.Wish(id, open.domain(), name, addresses(), language,
                            like.isEmpty() ? Optional.empty() : Optional.of(open.list(like).id()))),
                    open);
            spec.commandLine().getOut().println("Created " + list.address().written() + ".");
            spec.commandLine().getOut().flush();
            receive(list, open);
            return 0;
        }
    }

    private MailingList made(MakeLists.Outcome outcome, Installation open) {
        return switch (outcome) {
            case MakeLists.Outcome.Made(var list) -> list;
            case MakeLists.Outcome.Refused(var problem) -> throw refused(problem, open);
            case MakeLists.Outcome.OfAGroup(var list, var group) -> throw new CommandFailure("\"" + id
                    + "\" is the address of the group \"" + group + "\" of the list \"" + list + "\".");
            case MakeLists.Outcome.Denied _ -> throw new CommandFailure("This is not allowed here.");
        };
    }

    private RuntimeException refused(MakeLists.Problem problem, Installation open) {
        return switch (problem) {
            case ID -> mistake("\"" + id + "\" cannot be the name of a list: 1 to 40 "
                    + "lower-case letters, digits and inner hyphens, without the endings -owner, -leave and -bounces, "
                    + "and no name that mail needs for itself, such as postmaster.");
            case RESERVED -> mistake("\"" + id + "\" cannot be the name of a new list: it is, or ends in, a word for "
                    + "one of a list's own addresses (join, leave, subscribe, unsubscribe, request, owner, help, "
                    + "confirm, bounces, admin).");
            case TAKEN -> new CommandFailure(open.database().deletedLists().find(new ListId(id)).isPresent()
                    ? "A list \"" + id + "\" was deleted and can come back: ./clubpost list undelete " + id
                            + open.option()
                    : "There is a list \"" + id + "\" already. Change it with: ./clubpost list set " + id
                            + open.option());
            case NAME -> mistake("--name: name is one line of 1 to 100 characters.");
            case OWNER -> mistake("--owner: a list has an owner.");
            case LANGUAGE -> mistake("--language: a list speaks en, de, es, fr, it, nl, pl or pt.");
            case LIKE -> new CommandFailure("There is no list \"" + like + "\" any more.");
        };
    }

    private void receive(MailingList list, Installation open) {
        try {
            open.receive(list).ifPresent(stack -> spec.commandLine().getOut()
                    .println("SES takes in its mail (stack " + stack + ")."));
        } catch (CommandFailure failure) {
            throw new CommandFailure("The list is there, but SES does not take in its mail. " + failure.reason()
                    + (failure.reason().endsWith(".") ? "" : ".") + " Then: ./clubpost doctor --fix" + open.option());
        }
    }

    private List<EmailAddress> addresses() {
        return owners.stream().flatMap(text -> List.of(text.split(",")).stream()).map(text -> EmailAddress.parse(text)
                .orElseThrow(() -> mistake("--owner: \"" + text + "\" is not an e-mail address."))).distinct().toList();
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
