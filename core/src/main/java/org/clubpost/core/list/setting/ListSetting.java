package org.clubpost.core.list.setting;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.clubpost.core.list.MailingList;

/**
 * One setting of a list. {@link ListSettings} has all of them.
 *
 * @param <T> what its value is
 */
public final class ListSetting<T> {

    private final String key;
    private final Topic topic;
    private final String meaning;
    private final Kind<T> kind;
    private final Function<MailingList, T> value;
    private final BiFunction<MailingList, T, MailingList> with;

    /**
     * @param value the value that a list has
     * @param with the list with another value
     */
    ListSetting(String key, Topic topic, String meaning, Kind<T> kind, Function<MailingList, T> value,
            BiFunction<MailingList, T, MailingList> with) {
        this.key = key;
        this.topic = topic;
        this.meaning = meaning;
        this.kind = kind;
        this.value = value;
        this.with = with;
    }

    /** Its name, as it is typed and stored, such as {@code subject-tag}. It never changes. */
    public String key() {
        return key;
    }

    /** What it is about, together with others. */
    public Topic topic() {
        return topic;
    }

    /** What its values look like in a form. */
    public Shape shape() {
        return kind.shape();
    }

    /** What it is for, as half a sentence. */
    public String meaning() {
        return meaning;
    }

    /** The value that the list has, as {@link #change} takes it. */
    public String shown(MailingList list) {
        return kind.typed().write(value.apply(list));
    }

    /** The value that it has in a new list of that name, as {@link #change} takes it. */
    public String usual(MailingList list) {
        return shown(MailingList.create(list.id(), list.domain(), list.id().value(), list.people().owners()));
    }

    /** The list with the value as typed, or the reason why it was refused. */
    public SettingChange change(MailingList list, String typed) {
        return kind.typed(typed.strip()).<SettingChange>map(known -> new SettingChange.Changed(with.apply(list, known)))
                .orElseGet(() -> new SettingChange.Refused(
                        key + " is " + kind.rule() + kind.hint().apply(typed.strip())));
    }

    /** A stored value as {@link #change} takes it; empty when this version cannot read it. */
    public Optional<String> asTyped(String stored) {
        return kind.stored(stored).map(kind.typed()::write);
    }

    /** The value that the list has, as it is stored. */
    String stored(MailingList list) {
        return kind.stored().write(value.apply(list));
    }

    /** The list with the value as stored; the list unchanged when this version cannot read the value. */
    MailingList restored(MailingList list, String stored) {
        return kind.stored(stored).map(known -> with.apply(list, known)).orElse(list);
    }

    @Override
    public String toString() {
        return key;
    }
}
