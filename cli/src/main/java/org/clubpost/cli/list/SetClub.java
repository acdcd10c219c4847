package org.clubpost.cli.list;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.ListSetting;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.core.list.setting.SettingChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets for all lists how the club presents itself. Interrupted, it has changed some lists; the same command goes on. */
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        description = "Set how the club presents itself, for all of its lists. One list can differ: ./clubpost list set ID",
        footer = {"",
                "Example: ./clubpost club set colour=#7a1f2b sender-name=\"Chess Club\" \\",
                "    postal-address=\"Chess Club | 1 King Street | Springfield\" --logo knight.svg"})
final class SetClub implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "KEY=VALUE", description = "What to set.")
    private Map<String, String> values = new LinkedHashMap<>();
    @Mixin
    private LogoOption logo = new LogoOption();
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        logo.value().ifPresent(picture -> values.put("logo", picture));
        if (values.isEmpty()) {
            throw mistake("Say what to set: " + names());
        }
        try (var open = installation.open()) {
            var all = open.lists().all();
            if (all.isEmpty()) {
                throw new CommandFailure("There is no list yet, and what is set here is kept with the lists.");
            }
            all.forEach(this::changed);
            for (var list : all) {
                Door.done(new Door(open).lists().change(Door.OPERATOR, list.id(), this::changed));
            }
            spec.commandLine().getOut().println("Changed " + String.join(", ", values.keySet()) + " of "
                    + all.stream().map(list -> list.id().value()).collect(Collectors.joining(", ")) + ".");
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private MailingList changed(MailingList list) {
        var changing = list;
        for (var value : values.entrySet()) {
            var setting = ListSettings.ofBrand().stream().filter(each -> each.key().equals(value.getKey())).findFirst()
                    .orElseThrow(() -> mistake("\"" + value.getKey() + "\" is nothing of the club's. There are: "
                            + names() + ". Others belong to a list: ./clubpost list set ID"));
            changing = switch (setting.change(changing, value.getValue())) {
                case SettingChange.Changed(var next) -> next;
                case SettingChange.Refused(var reason) -> throw mistake(reason + ".");
            };
        }
        return changing;
    }

    private static String names() {
        return ListSettings.ofBrand().stream().map(ListSetting::key).collect(Collectors.joining(", "));
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
