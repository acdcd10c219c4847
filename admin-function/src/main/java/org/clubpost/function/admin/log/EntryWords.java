package org.clubpost.function.admin.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.Change;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.list.setting.ListSetting;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.settings.SettingWords;
import org.clubpost.site.ActWords;
import org.clubpost.site.Site;

/**
 * Entries of the log in plain words: those of {@link ActWords}, and settings by the names that the rooms have for them.
 *
 * @param visit knows the language
 */
record EntryWords(RoomVisit visit) {

    /** Made when somebody first looks into the log, not when the function starts. */
    private static final class Loaded {

        private static final ActWords WORDS = new ActWords(Site.load());
    }

    /** Who it is. */
    String who(Actor actor) {
        return Loaded.WORDS.who(visit.words().language(), actor);
    }

    /** Who did it. */
    String who(LogEntry entry) {
        return Loaded.WORDS.who(visit.words().language(), entry);
    }

    /** By which way it was done; empty when nobody knows. */
    String way(LogEntry entry) {
        return Loaded.WORDS.way(visit.words().language(), entry).orElse("");
    }

    /** What the way is called. */
    String way(Way way) {
        return Loaded.WORDS.way(visit.words().language(), way);
    }

    /** What was done, as a sentence. */
    String what(LogEntry entry) {
        return Loaded.WORDS.what(visit.words().language(), entry);
    }

    /** What changed, before and after, a line each, and which act it took back. */
    List<String> details(LogEntry entry) {
        return Stream.concat(changes(entry), entry.undoes().map(undone -> visit.words().text("log.undid",
                Map.of("time", visit.words().time(undone.time(), visit.zone())))).stream()).toList();
    }

    private Stream<String> changes(LogEntry entry) {
        return switch (entry.act()) {
            case LIST_CHANGED -> entry.changes().stream().map(this::setting);
            default ->
                Loaded.WORDS.details(visit.words().language(), new LogEntry(entry.id(), entry.list(), entry.actor(),
                        entry.way(), entry.act(), entry.about(), entry.isListed(), entry.changes(), Optional.empty()))
                        .stream();
        };
    }

    private String setting(Change change) {
        var shown = new SettingWords(visit.words());
        return ListSettings.named(change.what())
                .map(setting -> line(shown.name(setting), value(shown, setting, change.before()),
                        value(shown, setting, change.after())))
                .orElseGet(() -> line(change.what(), change.before(), change.after()));
    }

    private String line(String name, String before, String after) {
        return visit.words().text("log.setting", Map.of("name", name, "before", before, "after", after));
    }

    private static String value(SettingWords words, ListSetting<?> setting, String stored) {
        return words.shown(setting, setting.asTyped(stored).orElse(stored));
    }

}
