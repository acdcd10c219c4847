package org.clubpost.cli.members;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clubpost.cli.installation.Door;
import org.clubpost.cli.installation.InstallationOption;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Subscriber.Confirmed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Changes what is stored about a member. */
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        description = "Change a member's name, language, groups or settings.",
        footer = {
                "", "Example: ./clubpost members set chess anna@example.org --own-posts receipt"})
final class SetMember implements Callable<Integer> {

    @Mixin
    private PersonOnList person = new PersonOnList();
    @Option(names = "--name", paramLabel = "NAME", description = "The member's name; empty for none.")
    private @Nullable String name;
    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "In which language to write to the member, such as en or de.")
    private @Nullable String language;
    @Option(
            names = "--own-posts",
            paramLabel = "WHAT",
            description = "What the member gets of their own posts: copy (like everybody), receipt (a short mail that says that it went out) or none.")
    private @Nullable String ownPosts;
    @Option(
            names = "--copy-when-addressed",
            paramLabel = "yes|no",
            description = "Whether the member also gets the list's copy of a post that names them in To or Cc.")
    private @Nullable String copyWhenAddressed;
    @Option(
            names = "--group",
            paramLabel = "GROUPS",
            description = "The groups that the member is in, such as board,students, in place of all those until now; empty for none.")
    private @Nullable String groups;
    @Option(names = "--add-group", paramLabel = "GROUPS", description = "Groups that the member is in besides.")
    private String moreGroups = "";
    @Option(names = "--remove-group", paramLabel = "GROUPS", description = "Groups that the member is in no more.")
    private String fewerGroups = "";
    @Option(
            names = "--notify",
            paramLabel = "none|mail|NUMBER",
            description = "How the member is told that a new post is out: none, mail, or the number of a phone such as +493012345678, where the list has that on.")
    private @Nullable String notify;
    @Option(
            names = "--pause-until",
            paramLabel = "DAY|none",
            description = "The day, such as 2026-12-31, on which the list's mail goes on to the member, who gets none until then; at most a year ahead. none ends the pause.")
    private @Nullable String pauseUntil;
    @Mixin
    private InstallationOption installation = new InstallationOption();
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var member = person.address();
        var change = change();
        try (var open = installation.open()) {
            var to = open.list(person.list());
            change = then(change, regrouped(to));
            if (notify != null) {
                var wanted = notification(to);
                change = then(change, each -> each.with(each.settings().with(wanted)));
            }
            if (pauseUntil != null) {
                var until = day(to);
                change = then(change, each -> each.with(each.settings().pausedUntil(until)));
            }
            if (Door.done(new Door(open).members().change(Door.OPERATOR, to, member, change)).isEmpty()) {
                throw new CommandFailure("This address is not a member of the list.");
            }
            spec.commandLine().getOut().println("Changed.");
            return 0;
        }
    }

    private UnaryOperator<Confirmed> regrouped(MailingList to) {
        var instead = groups == null ? Optional.<Set<GroupName>>empty() : Optional.of(GroupNames.read(groups, to));
        var more = GroupNames.read(moreGroups, to);
        var fewer = GroupNames.read(fewerGroups, to);
        return member -> {
            var changed = new HashSet<>(instead.orElseGet(member::groups));
            changed.addAll(more);
            changed.removeAll(fewer);
            return member.in(changed);
        };
    }

    private Notification notification(MailingList to) {
        var wanted = Notification.parse(Objects.requireNonNull(notify).strip())
                .orElseThrow(() -> mistake("--notify is none, mail or the number of a phone such as +493012345678."));
        if (!wanted.isAllowedBy(to.notes())) {
            throw new CommandFailure(switch (wanted) {
                case Notification.ByPhone _ when to.notes().takesPhones() ->
                    "The list sends to no phone in that country. Its setting note-countries says to which.";
                case Notification.ByPhone _ -> "The list sends to no phones. Its owners can switch them on, in AWS: "
                        + "./clubpost list set " + to.id() + " notes=phone note-countries=+49 --stack STACK";
                case Notification.ByMail _,Notification.None _ ->
                    "The list tells nobody. Its owners can switch that on: ./clubpost list set " + to.id()
                            + " notes=mail";
            });
        }
        return wanted;
    }

    private Optional<LocalDate> day(MailingList to) {
        var text = Objects.requireNonNull(pauseUntil).strip();
        if (text.equals("none")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Optional.of(LocalDate.parse(text))
                    .filter(day -> MemberSettings.mayPauseUntil(day, Instant.now(), to.dispatch().zone()))
                    .orElseThrow(() -> mistake("--pause-until is tomorrow at the earliest, in a year at the latest.")));
        } catch (DateTimeParseException noDay) {
            throw mistake("--pause-until is a day such as 2026-12-31, or none.");
        }
    }

    /** Everything that was asked for, except groups, the word about new posts and a pause, as one change. */
    private UnaryOperator<Confirmed> change() {
        if (Stream.of(name, language, ownPosts, copyWhenAddressed, groups, notify, pauseUntil).allMatch(Objects::isNull)
                && moreGroups.isBlank() && fewerGroups.isBlank()) {
            throw mistake(
                    "Say what to change: --name, --language, --group, --own-posts, --copy-when-addressed, --notify or "
                            + "--pause-until.");
        }
        var change = UnaryOperator.<Confirmed>identity();
        if (name != null) {
            var known = PersonName.parse(name).orElseThrow(() -> mistake(
                    "--name is one line of at most " + PersonName.MAX_CODE_POINTS + " characters."));
            change = then(change, member -> member.with(known));
        }
        if (language != null) {
            var known = locale(language);
            change = then(change, member -> member.with(known));
        }
        if (ownPosts != null) {
            var known = OwnPosts.parse(ownPosts)
                    .orElseThrow(() -> mistake("--own-posts is copy, receipt or none."));
            change = then(change, member -> member.with(member.settings().with(known)));
        }
        if (copyWhenAddressed != null) {
            var known = yes(copyWhenAddressed);
            change = then(change, member -> member.with(member.settings().withCopyWhenAddressed(known)));
        }
        return change;
    }

    private static UnaryOperator<Confirmed> then(UnaryOperator<Confirmed> first, UnaryOperator<Confirmed> next) {
        return member -> next.apply(first.apply(member));
    }

    private Locale locale(String tag) {
        try {
            var locale = new Locale.Builder().setLanguageTag(tag).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale;
            }
        } catch (IllformedLocaleException _) {
            // Reported below, as for a tag without a language.
        }
        throw mistake("--language is a tag such as en or de-CH.");
    }

    private boolean yes(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw mistake("--copy-when-addressed is yes or no.");
        };
    }

    private ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
