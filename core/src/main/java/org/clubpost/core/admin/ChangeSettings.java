package org.clubpost.core.admin;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.ListSetting;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.core.list.setting.SettingChange;

/**
 * Changes settings of a list as they are typed: all of them or, when one is wrong, none. Others stay as they are, also
 * those that somebody else changes at the same time. Who runs the list is shown among the settings, and is not changed here:
 * nobody gets a role without accepting it, and nobody loses one unawares ({@link Appoint}).
 */
public final class ChangeSettings {

    private static final String OWNERS = "owners";
    private static final String MODERATORS = "moderators";
    /** What makes a list itself, so that another list never takes it over. */
    private static final Set<String> OWN = Set.of("name", "description", OWNERS, "posters", MODERATORS);
    /** Nobody joins it, nobody finds it, and only the owners can still write to it. */
    private static final Map<String, String> CLOSED = Map.of("sign-up", "closed", "listed", "no", "posting", "owners");
    /** The entry of a change is among so many of the newest, unless many change the list at once. */
    private static final int NEWEST = 10;

    private final RunLists run;
    private final ActLog log;
    private final InstantSource clock;

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It is as wanted.
         *
         * @param list the list as it is now
         * @param changed the names of the settings that this changed; none when all was so already
         * @param entry what is in the log of it; empty when nothing changed
         */
        record Changed(MailingList list, Set<String> changed, Optional<EntryId> entry) implements Outcome {

            /** Copies the names. */
            public Changed {
                changed = Set.copyOf(changed);
            }
        }

        /**
         * Nothing was changed, because these are no values of their settings.
         *
         * @param wrong the names of the settings
         */
        record Refused(Set<String> wrong) implements Outcome {

            /** Copies the names. */
            public Refused {
                wrong = Set.copyOf(wrong);
            }
        }

        /** There is no such list. */
        record Unknown() implements Outcome {}

        /**
         * The actor may not do that; nothing was changed.
         *
         * @param missing what it takes
         */
        record Denied(Permission missing) implements Outcome {}
    }

    /**
     * What typed settings make of a list.
     *
     * @param list the list with those that are right
     * @param wrong the names of the others
     */
    public record Tried(MailingList list, Set<String> wrong) {

        /** Copies the names. */
        public Tried {
            wrong = Set.copyOf(wrong);
        }
    }

    /** Changes these lists. */
    public ChangeSettings(Lists lists, ActLog log, InstantSource clock) {
        this.run = new RunLists(lists, log);
        this.log = log;
        this.clock = clock;
    }

    /** What those settings would make of a list, without changing it. Names that no setting has are passed over. */
    public static Tried tried(MailingList list, Map<String, String> typed) {
        var changed = list;
        var wrong = new TreeSet<String>();
        for (var setting : ListSettings.all()) {
            var value = typed.get(setting.key());
            if (value != null) {
                switch (setting.change(changed, value)) {
                    case SettingChange.Changed(var next) -> changed = next;
                    case SettingChange.Refused _ -> wrong.add(setting.key());
                }
            }
        }
        return new Tried(changed, wrong);
    }

    /**
     * Changes settings. May be repeated.
     *
     * @param typed the values as typed, by the names of the settings
     */
    public Outcome change(Actor actor, ListId id, Map<String, String> typed) {
        var wrong = new TreeSet<String>();
        var answer = run.change(actor, id, list -> {
            var tried = tried(list, typed);
            wrong.clear();
            wrong.addAll(wrong(list, tried));
            return wrong.isEmpty() ? tried.list() : list;
        });
        return switch (answer) {
            case Answer.Denied<Optional<RunLists.Changed>>(var missing) -> new Outcome.Denied(missing);
            case Answer.Allowed<Optional<RunLists.Changed>> _ when !wrong.isEmpty() -> new Outcome.Refused(wrong);
            case Answer.Allowed<Optional<RunLists.Changed>>(var changed) -> changed.map(known -> done(actor, known))
                    .orElseGet(Outcome.Unknown::new);
        };
    }

    /** The names of those typed settings for which {@link #change} would refuse, as the list is now. */
    public static Set<String> wrong(MailingList list, Map<String, String> typed) {
        return wrong(list, tried(list, typed));
    }

    private static Set<String> wrong(MailingList list, Tried tried) {
        var wrong = new TreeSet<>(tried.wrong());
        wrong.addAll(roles(list, tried.list()));
        return wrong;
    }

    /** The settings by which somebody would get or lose a role. */
    private static Set<String> roles(MailingList before, MailingList after) {
        var changed = new TreeSet<String>();
        if (!before.people().owners().equals(after.people().owners())) {
            changed.add(OWNERS);
        }
        if (!before.people().moderators().equals(after.people().moderators())) {
            changed.add(MODERATORS);
        }
        return changed;
    }

    /** Closes a list for everybody but those who run it. It keeps its members. */
    public Outcome close(Actor actor, ListId id) {
        return change(actor, id, CLOSED);
    }

    /**
     * Takes over the settings of another list, but for its name and description and the people.
     *
     * @param from the other list, which the actor must run too
     */
    public Outcome copy(Actor actor, ListId id, MailingList from) {
        return Role.may(actor, from, Permission.CHANGE_LIST)
                ? change(actor, id, copied(from))
                : new Outcome.Denied(Permission.CHANGE_LIST);
    }

    /** The settings that another list takes over, as typed. */
    static Map<String, String> copied(MailingList from) {
        return ListSettings.all().stream().filter(setting -> !OWN.contains(setting.key()))
                .collect(Collectors.toMap(ListSetting::key, setting -> setting.shown(from)));
    }

    private Outcome done(Actor actor, RunLists.Changed changed) {
        var before = ListSettings.shown(changed.before());
        var after = new TreeMap<>(ListSettings.shown(changed.after()));
        after.entrySet().removeIf(setting -> setting.getValue().equals(before.get(setting.getKey())));
        return new Outcome.Changed(changed.after(), after.keySet(),
                after.isEmpty() ? Optional.empty() : entry(actor, changed.after().id(), after.keySet()));
    }

    private Optional<EntryId> entry(Actor actor, ListId list, Set<String> changed) {
        List<LogEntry> newest = log.of(list, Optional.empty(), NEWEST, clock.instant());
        return newest.stream().filter(entry -> entry.act() == Act.LIST_CHANGED && entry.actor().equals(actor)
                && entry.changes().stream().map(Change::what).collect(Collectors.toSet()).equals(changed))
                .map(LogEntry::id).findFirst();
    }
}
