package org.clubpost.cli.list;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.core.Attempts;
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

/** Changes settings of a list: all that are given, or none of them. */
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        description = "Change settings of a list.",
        footer = {"",
                "What can be set, and what it is now: ./clubpost list show ID",
                "Example: ./clubpost list set news subject-tag=\"[club]\" posting=members"})
final class SetList implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ID", description = "The list.")
    private String id = "";
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY=VALUE", description = "What to set.")
    private Map<String, String> values = new LinkedHashMap<>();
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = installation.open()) {
            Attempts.untilDone(open.lists(), () -> {
                var seen = open.list(id);
                return open.lists().replace(seen, changed(seen));
            });
        }
        spec.commandLine().getOut().println("Changed " + String.join(", ", values.keySet()) + " of " + id + ".");
        return 0;
    }

    private MailingList changed(MailingList list) {
        var changing = list;
        for (var value : values.entrySet()) {
            var setting = ListSettings.named(value.getKey()).orElseThrow(() -> mistake("There is no setting \""
                    + value.getKey() + "\". There are: " + ListSettings.all().stream().map(ListSetting::key).sorted()
                            .collect(Collectors.joining(", "))));
            changing = switch (setting.change(changing, value.getValue())) {
                case SettingChange.Changed(var next) -> next;
                case SettingChange.Refused(var reason) -> throw mistake(reason + ".");
            };
        }
        return changing;
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
