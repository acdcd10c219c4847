package org.clubpost.core.subscriber;

import java.util.Optional;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.list.NoteRules;

/** How a member wants to be told, in one plain line and besides the list's mails, that a new post is out. */
public sealed interface Notification {

    /** Not at all. Nobody gets anything else without asking for it. */
    static Notification none() {
        return new None();
    }

    /** Not at all. */
    record None() implements Notification {}

    /** By a short mail to the member's address. */
    record ByMail() implements Notification {}

    /**
     * By a text message.
     *
     * @param phone to this phone
     */
    record ByPhone(PhoneNumber phone) implements Notification {}

    /** As written on the command line and stored: {@code none}, {@code mail} or the number of the phone. */
    default String written() {
        return switch (this) {
            case None _ -> "none";
            case ByMail _ -> "mail";
            case ByPhone(var phone) -> phone.text();
        };
    }

    /** Reads what {@link #written} gives, and phone numbers as {@linkplain PhoneNumber#parse people type them}. */
    static Optional<Notification> parse(String text) {
        return switch (text) {
            case "none" -> Optional.of(none());
            case "mail" -> Optional.of(new ByMail());
            default -> PhoneNumber.parse(text).map(ByPhone::new);
        };
    }

    /** Whether the members of a list with these rules may choose it. */
    default boolean isAllowedBy(NoteRules rules) {
        return switch (this) {
            case None _ -> true;
            case ByMail _ -> rules.isOn();
            case ByPhone(var phone) -> rules.takes(phone);
        };
    }
}
