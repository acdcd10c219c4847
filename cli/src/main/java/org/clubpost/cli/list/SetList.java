package org.clubpost.cli.list;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.Attempts;
import org.clubpost.core.list.ListId;
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

    /** The settings that give a list more addresses. */
    private static final Set<String> ADDRESSES = Set.of("groups", "domain-groups");

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
            var changed = Attempts.until(open.lists(), () -> {
                var seen = open.list(id);
                var next = changed(seen);
                refuseAddressesOfLists(next, open);
                return open.lists().replace(seen, next) ? Optional.of(next) : Optional.empty();
            });
            spec.commandLine().getOut().println("Changed " + String.join(", ", values.keySet()) + " of " + id + ".");
            spec.commandLine().getOut().flush();
            if (!Collections.disjoint(values.keySet(), ADDRESSES)) {
                receive(changed, open);
            }
        }
        return 0;
    }

    private static void refuseAddressesOfLists(MailingList list, Installation open) {
        for (var group : list.groups().all()) {
            ListId.parse(list.id() + "-" + group).filter(id -> open.lists().find(id).isPresent()).ifPresent(id -> {
                throw new CommandFailure("There can be no group \"" + group + "\": its address is that of the list \""
                        + id + "\".");
            });
        }
    }

    /** In AWS the receipt rule has to take the groups' addresses, too. */
    private void receive(MailingList list, Installation open) {
        try {
            open.receive(list).ifPresent(stack -> spec.commandLine().getOut()
                    .println("SES takes in mail to its groups as they are now (stack " + stack + ")."));
        } catch (CommandFailure failure) {
            throw new CommandFailure("The setting is changed, but SES does not take in mail to all groups. "
                    + failure.reason() + (failure.reason().endsWith(".") ? "" : ".")
                    + " Then the same command once more.");
        }
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
