package org.clubpost.core.list.setting;

import java.util.function.BiFunction;
import java.util.function.Function;

import org.clubpost.core.list.MailingList;

/**
 * A group of settings of a list.
 *
 * @param <G> the group
 * @param topic what it is about
 * @param part the group of a list
 * @param with the list with another one in its place
 */
record Group<G>(Topic topic, Function<MailingList, G> part, BiFunction<MailingList, G, MailingList> with) {

    /** A setting of this group: its name, what values it has, where it stands in the group, and what it is for. */
    <T> ListSetting<T> of(String key, Kind<T> kind, Function<G, T> value, BiFunction<G, T, G> changed, String meaning) {
        return new ListSetting<>(key, topic, meaning, kind, list -> value.apply(part.apply(list)),
                (list, next) -> with.apply(list, changed.apply(part.apply(list), next)));
    }
}
