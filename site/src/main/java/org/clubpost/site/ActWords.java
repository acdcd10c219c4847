package org.clubpost.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.About;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.Change;
import org.clubpost.core.admin.Invitation;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.admin.Role;
import org.clubpost.core.list.setting.ListSettings;
import org.clubpost.core.subscriber.Stopped;

/** The log and the history of a member in plain words. */
public final class ActWords {

    /** What is said in the sentence itself, so that it is no line of its own. */
    private static final List<String> IN_THE_SENTENCE = List.of("way", "added", "already-members", "not-brought-back",
            "members", "who", "undone-by", "invited", "role", "hands-over");

    private static final int LONGEST_VALUE = 60;
    private static final String WHY = "why";

    private final Site site;

    /** In the words of that site. */
    public ActWords(Site site) {
        this.site = site;
    }

    /** Who did it. What somebody does with a post of their own, they need not be a member for. */
    public String who(Locale language, LogEntry entry) {
        return entry.actor() instanceof Actor.Member && entry.about() instanceof About.OnePost
                ? site.words(language).text("log.by.author")
                : who(language, entry.actor());
    }

    /** Who it is. */
    public String who(Locale language, Actor actor) {
        var words = site.words(language);
        return switch (actor) {
            case Actor.Owner(var address) -> address.written();
            case Actor.Operator _ -> words.text("log.by.operator");
            case Actor.Member _ -> words.text("log.by.member");
            case Actor.Service _ -> words.text("log.by.service");
            case Actor.Unknown _ -> words.text("log.by.unknown");
        };
    }

    /**
     * By which way it was done; empty when nobody knows, and when the sentence says how somebody came or went, which
     * it does not of what an owner did.
     */
    public Optional<String> way(Locale language, LogEntry entry) {
        return entry.way() == Way.UNKNOWN || entry.said("way").filter(said -> !said.equals("owner")).isPresent()
                ? Optional.empty()
                : Optional.of(way(language, entry.way()));
    }

    /** What the way is called. */
    public String way(Locale language, Way way) {
        return site.words(language).text("log.way." + way.word());
    }

    /** Who did it, and by which way where that is known. */
    public String whoAndHow(Locale language, LogEntry entry) {
        return who(language, entry) + way(language, entry).map(way -> ", " + way).orElse("");
    }

    /** What was done, as a sentence. */
    public String what(Locale language, LogEntry entry) {
        var said = Map.of("added", entry.said("added").orElse(""), "already", entry.said("already-members").orElse(""),
                "not", entry.said("not-brought-back").orElse(""), "members", entry.said("members").orElse(""), "who",
                entry.said("invited").orElse(""));
        return site.words(language).text(key(entry), said);
    }

    private static String key(LogEntry entry) {
        var act = "log." + entry.act().name().toLowerCase(Locale.ROOT);
        return switch (entry.act()) {
            case MOVED -> entry.actor() instanceof Actor.Member ? act : act + ".mended";
            case JOINED, LEFT -> act + entry.said("way").map(way -> "." + way).orElse("");
            case MEMBERS_IMPORTED, MEMBERS_REGROUPED, MEMBERS_REMOVED, MEMBERS_CHANGED, IMPORT_UNDONE ->
                entry.said(entry.act() == Act.MEMBERS_IMPORTED ? "added" : "members").isPresent()
                        ? act
                        : act + ".open";
            case PEOPLE_INVITED -> act + Invitation.of(entry).map(ActWords::role).orElse("");
            case SUPPRESSED -> Stopped.parse(entry.said(WHY).orElse("")) instanceof Stopped.Complaint
                    ? act + ".complaint"
                    : act;
            case LIST_CREATED,
                    KEYS_ROTATED,
                    LIST_CHANGED,
                    LIST_REMOVED,
                    LIST_RELEASED,
                    LIST_DELETED,
                    LIST_RESTORED,
                    ASKED,
                    WITHDRAWN,
                    APPLIED,
                    DECLINED,
                    CHANGED,
                    CAME_BACK,
                    REMOVED,
                    RESTORED,
                    RELEASED,
                    PROBED,
                    FORGOTTEN,
                    POST_PAUSED,
                    POST_RESUMED,
                    POST_CANCELLED,
                    POST_RETRIED,
                    POST_RELEASED,
                    POST_REFUSED,
                    POST_DROPPED,
                    POST_CONFIRMED,
                    POST_DISOWNED ->
                act;
        };
    }

    private static String role(Invitation invitation) {
        return invitation.handsOver() ? ".hand-over" : invitation.role() == Role.OWNER ? ".owner" : ".moderator";
    }

    /** What else there is to say, a line each: which settings changed, from what to what; and which act it undid. */
    public List<String> details(Locale language, LogEntry entry) {
        var lines = new ArrayList<String>();
        entry.changes().stream().filter(change -> !IN_THE_SENTENCE.contains(change.what()))
                .flatMap(change -> line(language, entry, change).stream()).forEach(lines::add);
        entry.undoes().map(id -> site.words(language).text("log.undoes", Map.of("entry", id.value())))
                .ifPresent(lines::add);
        return lines;
    }

    private Optional<String> line(Locale language, LogEntry entry, Change change) {
        var words = site.words(language);
        if (change.what().equals("reason") && entry.act() == Act.LEFT) {
            return Optional.of(words.text("log.reason." + change.after()));
        }
        if (change.what().equals(WHY)) {
            return Stopped.parse(change.after()) instanceof Stopped.Bouncing(var reason)
                    ? Optional.of(words.text("bounce." + reason.word()))
                    : Optional.empty();
        }
        var values = values(words, entry, change);
        return switch (entry.act()) {
            case LIST_CREATED, LIST_REMOVED, LIST_DELETED -> Optional.empty();
            case PEOPLE_INVITED -> Optional.of("log.invited." + change.after().toLowerCase(Locale.ROOT))
                    .filter(words::has).map(words::text);
            case MEMBERS_CHANGED -> Optional.of(words.has("log.members_changed." + change.after())
                    ? words.text("log.members_changed." + change.after())
                    : words.text("log.said", values));
            case LIST_CHANGED, CHANGED -> Optional.of(change.before().equals(change.after())
                    ? words.text("log.withheld", values)
                    : words.text("log.changed-value", values));
            default -> Optional.of(words.text("log.said", values));
        };
    }

    private static Map<String, String> values(Texts words, LogEntry entry, Change change) {
        if (entry.act() == Act.LIST_CHANGED) {
            return Map.of("what", change.what(), "before", shown(words, typed(change, change.before())), "after",
                    shown(words, typed(change, change.after())));
        }
        var said = new ChangeWords(words);
        return Map.of("what", said.name(change.what()), "before",
                shown(words, said.value(change.what(), change.before())), "after",
                shown(words, said.value(change.what(), change.after())));
    }

    /** A list's settings as one types them, such as {@code 5m}; they are recorded as they are stored. */
    private static String typed(Change change, String value) {
        return ListSettings.named(change.what()).flatMap(setting -> setting.asTyped(value)).orElse(value);
    }

    /** On one line, and short: a picture is a setting as well. */
    private static String shown(Texts words, String value) {
        if (value.isEmpty()) {
            return words.text("log.nothing");
        }
        var line = value.replaceAll("\\R", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_VALUE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }
}
