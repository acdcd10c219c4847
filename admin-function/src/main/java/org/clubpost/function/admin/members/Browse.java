package org.clubpost.function.admin.members;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.directory.Filter;
import org.clubpost.core.directory.Order;
import org.clubpost.core.directory.Search;
import org.clubpost.core.directory.Search.Place;
import org.clubpost.core.directory.Status;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.text.Languages;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * What of the members somebody looks at, as the query of a page says it. Nothing in it names anybody: a page is named by the
 * key of the member beside it.
 *
 * @param sort the order
 * @param status who is shown; empty for everybody
 * @param group a group
 * @param language a language
 * @param since a day
 * @param place which page
 * @param looked how many were looked at on the pages before, when few are looked for among many
 */
record Browse(Sort sort, Optional<Status> status, Optional<GroupName> group, Optional<Locale> language,
        Optional<LocalDate> since, Place place, long looked) {

    static final String SORT = "sort";
    static final String STATUS = "status";
    static final String GROUP = "group";
    static final String LANGUAGE = "in";
    static final String SINCE = "since";
    private static final String AFTER = "after";
    private static final String BEFORE = "before";
    private static final String LOOKED = "looked";
    /** The fields with their greatest lengths. */
    static final Map<String, Integer> FIELDS = Map.of(SORT, 10, STATUS, 12, GROUP, 60, LANGUAGE, 35, SINCE, 10, AFTER,
            32, BEFORE, 32, LOOKED, 9);
    /** In place of a status for everybody. */
    static final String ALL = "all";
    static final int SIZE = 50;

    /** How the members are sorted. */
    enum Sort {
        /** By name. */
        NAME,
        /** By address. */
        ADDRESS,
        /** Who joined last comes first. */
        NEWEST,
        /** Who joined first comes first. */
        OLDEST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the query says; what cannot be read says nothing. */
    static Browse of(RoomVisit visit) {
        var typed = visit.text(STATUS);
        var place = SubscriberId.parse(visit.text(AFTER)).<Place>map(Place.After::new)
                .or(() -> SubscriberId.parse(visit.text(BEFORE)).map(Place.Before::new)).orElseGet(Place.First::new);
        return new Browse(
                Stream.of(Sort.values()).filter(each -> each.word().equals(visit.text(SORT))).findFirst()
                        .orElse(Sort.NAME),
                typed.equals(ALL)
                        ? Optional.empty()
                        : Optional.of(Stream.of(Status.values()).filter(each -> word(each).equals(typed)).findFirst()
                                .orElse(Status.MEMBER)),
                GroupName.parse(visit.text(GROUP)).filter(visit.list().groups().all()::contains),
                Languages.ALL.stream().filter(each -> each.toLanguageTag().equals(visit.text(LANGUAGE))).findFirst(),
                day(visit.text(SINCE)), place,
                visit.text(LOOKED).matches("\\d{1,9}") ? Long.parseLong(visit.text(LOOKED)) : 0);
    }

    /** A day as a browser writes it; empty when it is none. */
    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** As a search. */
    Search search(RoomVisit visit) {
        var order = switch (sort) {
            case NAME -> Order.NAME;
            case ADDRESS -> Order.ADDRESS;
            case NEWEST, OLDEST -> Order.JOINED;
        };
        var filter = new Filter(status, group, language, since.map(day -> day.atStartOfDay(visit.zone()).toInstant()));
        return new Search(order, sort == Sort.NEWEST, "", filter, place, SIZE);
    }

    /** The path of the same at another place. */
    String path(RoomVisit visit, Place other, long lookedAt) {
        var query = new HashMap<>(Map.of(SORT, sort.word(), STATUS, status.map(Browse::word).orElse(ALL), GROUP,
                group.map(GroupName::value).orElse(""), LANGUAGE, language.map(Locale::toLanguageTag).orElse(""), SINCE,
                since.map(LocalDate::toString).orElse("")));
        switch (other) {
            case Place.First _ -> {
            }
            case Place.After(var id) -> query.put(AFTER, id.hex());
            case Place.Before(var id) -> query.put(BEFORE, id.hex());
        }
        if (lookedAt > 0) {
            query.put(LOOKED, Long.toString(lookedAt));
        }
        return RoomVisit.withQuery(visit.room("members"), query);
    }
}
