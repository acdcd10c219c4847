package org.clubpost.cli.list;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.Installation;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.NoteRules;
import org.clubpost.core.list.setting.ListSetting;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.core.list.setting.SettingChange;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.text.ByteSize;
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
                "Example: ./clubpost list set news subject-tag=\"[club]\" posting=members",
                "",
                "owners=ADDRESS,ADDRESS replaces all owners and asks nobody; whoever comes, goes or stays is told by",
                "mail. To have somebody asked first: ./clubpost list appoint ID ADDRESS --as owner"})
final class SetList implements Callable<Integer> {

    /** The settings that give a list more addresses, or want the list's topic for its members. */
    private static final Set<String> STACK = Set.of("groups", "domain-groups", "notes");
    /** The settings by which a member's choice may no longer hold, or hold again. */
    private static final Set<String> CHOICES = Set.of("notes", "note-countries");

    private static final String MAX_SIZE = "max-size";

    @Parameters(index = "0", paramLabel = "ID", description = "The list.")
    private String id = "";
    @Parameters(index = "1..*", arity = "0..*", paramLabel = "KEY=VALUE", description = "What to set.")
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
            throw mistake("Say what to set, as KEY=VALUE.");
        }
        try (var open = installation.open()) {
            var change = Door.done(new Door(open).lists().change(Door.OPERATOR, open.list(id).id(), seen -> {
                var next = changed(seen);
                refuseAddressesOfLists(next, open);
                refuseRulesOfUnknownGroups(next);
                refusePhones(next, open);
                refuseWhatCannotBeSent(next, open);
                return next;
            })).orElseThrow(() -> new CommandFailure("Somebody has removed this list meanwhile."));
            var changed = change.after();
            spec.commandLine().getOut().println("Changed " + String.join(", ", values.keySet()) + " of " + id + ".");
            tellWhatIsGone(change.before(), changed, open);
            new ComeAndGone(spec.commandLine().getOut(), open).tell(change);
            spec.commandLine().getOut().flush();
            if (!Collections.disjoint(values.keySet(), CHOICES)) {
                follow(changed, open);
            }
            if (!Collections.disjoint(values.keySet(), STACK)) {
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

    private static void refuseRulesOfUnknownGroups(MailingList list) {
        for (var rule : list.groups().posting()) {
            if (!list.groups().all().contains(rule.group())) {
                throw new CommandFailure(
                        "group-posting names \"" + rule.group() + "\", which is no group of the list.");
            }
        }
    }

    /** A setting replaces what was there, so a group can go by oversight. */
    private void tellWhatIsGone(MailingList before, MailingList after, Installation open) {
        var gone = before.groups().all();
        gone.removeAll(after.groups().all());
        if (gone.isEmpty()) {
            return;
        }
        var members = open.lists().groupMembers(after.id());
        gone.forEach(group -> spec.commandLine().getOut().println("Nobody can post to the group " + group
                + " any more; its members (" + members.getOrDefault(group, 0L)
                + ") are in it again when you put it back."));
    }

    private static void refusePhones(MailingList list, Installation open) {
        if (list.notes().ways() == NoteRules.Ways.PHONE && !open.hasPhones()) {
            throw new CommandFailure(
                    "This machine reaches no phones; only an installation in AWS does. Use notes=mail.");
        }
    }

    /** Only where it is being set: a list keeps what it has, and a post that is too large goes back to its author. */
    private void refuseWhatCannotBeSent(MailingList list, Installation open) {
        var largest = open.largestMail();
        if (values.containsKey(MAX_SIZE) && largest.isPresent()
                && list.posting().maxBytes() > largest.getAsLong()) {
            var most = new ByteSize(largest.getAsLong()).roundedDown();
            throw new CommandFailure("The mail server that sends takes no mail of more than " + most.said()
                    + ", so a larger one could not be sent to anybody. The most is " + MAX_SIZE + "=" + most.written()
                    + ".");
        }
    }

    /** Has everybody who ever chose to be told followed again, or no more. */
    private static void follow(MailingList list, Installation open) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (var all = open.subscribers().all(list.id())) {
            all.filter(each -> each instanceof Subscriber.Confirmed member
                    && !member.settings().notification().equals(Notification.none()))
                    .forEach(each -> open.database().noteTasks()
                            .add(List.of(new NoteTask.Follow(list.id(), now, each.id()))));
        }
    }

    /** In AWS the receipt rule has to take the groups' addresses, too, and the topic for members has to be there. */
    private void receive(MailingList list, Installation open) {
        try {
            open.receive(list).ifPresent(stack -> spec.commandLine().getOut()
                    .println("AWS knows its groups and its topic for members as they are now (stack " + stack + ")."));
        } catch (CommandFailure failure) {
            throw new CommandFailure("The setting is changed, but AWS does not know it yet. "
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
