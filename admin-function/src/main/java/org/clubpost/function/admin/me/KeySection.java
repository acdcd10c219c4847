package org.clubpost.function.admin.me;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.admin.Role;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.person.ApiKey;
import org.clubpost.core.person.ApiKeys;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.words.Words;

/**
 * The keys of the visitor's programs: which there are, and making and withdrawing one. A key is shown once, in the answer to
 * the form, and so stands in no cookie and no address.
 *
 * @param keys the use case
 * @param lists the lists that a key can be for
 */
public record KeySection(ApiKeys keys, Lists lists) {

    /** The field with the names of lists, which a form may have several times. */
    static final String LIST = "for";
    /** The field with the id of a key. */
    static final String KEY_ID = "key-id";
    private static final String NAME = "key-name";
    private static final String LIFE = "key-life";
    private static final String REACH = "key-reach";
    private static final String ALL = "all";
    private static final String SOME = "some";
    private static final String SCOPE = "scope-";
    private static final int MOST_OF_LISTS = 4000;
    private static final List<String> LIVES = List.of("30", "90", "365");
    private static final String USUAL_LIFE = "90";

    /** The fields of its forms, with their greatest lengths. */
    static Map<String, Integer> fields() {
        var all = new HashMap<String, Integer>(
                Map.of(KEY_ID, ApiKey.ID_LENGTH, NAME, ApiKey.MOST_OF_NAME, LIFE, 3, REACH, 4, LIST, MOST_OF_LISTS));
        Stream.of(Scope.values()).forEach(scope -> all.put(field(scope), 3));
        return all;
    }

    private static String field(Scope scope) {
        return SCOPE + name(scope);
    }

    private static String name(Scope scope) {
        return scope.word().replace(':', '-');
    }

    /** What its part of the page wants. */
    Map<String, Object> model(RoomVisit visit) {
        var words = visit.words();
        var mine = mine(visit);
        return Map.of("keys", visit.guest().person().keys(visit.now()).reversed().stream()
                .map(each -> row(words, each)).toList(), "keyId", keys.freshId(), "keyForm",
                fields(head(visit)), "keyScopes",
                fields(Stream.of(Scope.values()).map(scope -> Field.tick(field(scope),
                        words.text("me.scope." + name(scope)), visit.has(field(scope)))).toList()),
                "keyReach", fields(List.of(Field.choice(REACH, words.text("me.key-reach"), List.of(
                        new Field.Option(ALL, words.text("me.key-reach.all")),
                        new Field.Option(SOME, words.text("me.key-reach.some"))), visit.text(REACH)))),
                "lists", mine.stream().map(list -> Map.of("id", list.id().value(), "name", list.profile().name(),
                        "ticked", visit.texts(LIST).contains(list.id().value()))).toList());
    }

    /** The part of the template for fields shows those in the slot of that name. */
    private static List<Map<String, Object>> fields(List<Field> fields) {
        return List.of(Map.of("fields", Field.shown(fields)));
    }

    private static List<Field> head(RoomVisit visit) {
        var words = visit.words();
        return List.of(
                Field.line("text", NAME, words.text("me.key-name"), visit.text(NAME), ApiKey.MOST_OF_NAME).required(),
                Field.choice(LIFE, words.text("me.key-life"), LIVES.stream()
                        .map(days -> new Field.Option(days, words.text("me.key-life." + days))).toList(),
                        visit.has(LIFE) ? visit.text(LIFE) : USUAL_LIFE));
    }

    private List<MailingList> mine(RoomVisit visit) {
        return lists.all().stream().filter(list -> Role.of(visit.actor(), list).isPresent()).toList();
    }

    private static Map<String, Object> row(Words words, ApiKey key) {
        return Map.of("id", key.id(), "name", key.name().isEmpty() ? words.text("me.key-nameless") : key.name(),
                "until", words.text("me.until", Map.of("time", words.time(key.until(), ZoneOffset.UTC))), "used",
                key.used().map(at -> words.text("me.key-used", Map.of("time", words.time(at, ZoneOffset.UTC))))
                        .orElseGet(() -> words.text("me.key-unused")),
                "scopes", key.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(", ")), "lists",
                key.lists().isEmpty()
                        ? words.text("me.key-reach.all")
                        : key.lists().stream().map(ListId::value).sorted().collect(Collectors.joining(", ")));
    }

    /** Makes a key as the form says. */
    Made make(RoomVisit visit) {
        var scopes = Stream.of(Scope.values()).filter(scope -> visit.has(field(scope)))
                .collect(Collectors.toUnmodifiableSet());
        if (scopes.isEmpty()) {
            return new Made.Wrong(Why.NO_SCOPE);
        }
        var wanted = lists(visit);
        return wanted.map(chosen -> made(visit, scopes, chosen)).orElseGet(() -> new Made.Wrong(Why.NO_LIST));
    }

    /** Why a key was not made. */
    enum Why {
        NO_SCOPE("me.key-no-scope"), NO_LIST("me.key-no-list"), TOO_MANY("me.key-too-many"), STALE("frame.stale.text");

        private final String text;

        Why(String text) {
            this.text = text;
        }

        String said(Words words) {
            return words.text(text);
        }
    }

    /** What came of making one. */
    sealed interface Made {

        /** It is there, and this is the page that shows it. */
        record Shown(RoomAnswer answer) implements Made {}

        /** There is none. */
        record Wrong(Why why) implements Made {}
    }

    /** The chosen lists, none for all; empty when some were to be chosen and none was. */
    private Optional<Set<ListId>> lists(RoomVisit visit) {
        if (!visit.text(REACH).equals(SOME)) {
            return Optional.of(Set.of());
        }
        return Optional.of(mine(visit).stream().map(MailingList::id)
                .filter(id -> visit.texts(LIST).contains(id.value())).collect(Collectors.toUnmodifiableSet()))
                .filter(chosen -> !chosen.isEmpty());
    }

    private Made made(RoomVisit visit, Set<Scope> scopes, Set<ListId> chosen) {
        var days = LIVES.contains(visit.text(LIFE)) ? visit.text(LIFE) : USUAL_LIFE;
        var wish = new ApiKeys.Wish(visit.text(KEY_ID), visit.text(NAME).strip(), scopes, chosen,
                Duration.ofDays(Long.parseLong(days)));
        return switch (keys.make(visit.guest(), wish, visit.now())) {
            case ApiKeys.Made.Fresh made -> new Made.Shown(RoomAnswer.page(KeySection.class, "key",
                    visit.words().text("me.key-title"), Map.of("key", made.text(), "back", visit.path())));
            case ApiKeys.Made.TooMany _ -> new Made.Wrong(Why.TOO_MANY);
            case ApiKeys.Made.NotPossible _ -> new Made.Wrong(Why.STALE);
        };
    }

    /** Withdraws a key. */
    RoomAnswer withdraw(RoomVisit visit) {
        keys.withdraw(visit.guest(), visit.text(KEY_ID));
        return RoomAnswer.done(visit.path(), Notice.of(visit.words().text("me.key-withdrawn")));
    }
}
