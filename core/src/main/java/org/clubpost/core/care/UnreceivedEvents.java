package org.clubpost.core.care;

import java.util.List;
import org.clubpost.core.store.MailKey;

/**
 * The events of mails that came as often as events come, and were not done. Every method may throw {@link
 * org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface UnreceivedEvents {

    /** Where no event is ever given up. */
    UnreceivedEvents NONE = new UnreceivedEvents() {

        @Override
        public List<Event> some() {
            return List.of();
        }

        @Override
        public void remove(Event event) {
            throw new IllegalArgumentException("there is none");
        }
    };

    /** Some of the events, at most ten. They stay until they are removed, and are not seen for some minutes. */
    List<Event> some();

    /** Removes an event whose mails were taken in. */
    void remove(Event event);

    /**
     * An event.
     *
     * @param handle what removes it
     * @param mails the mails that it is about; empty when that cannot be read
     */
    record Event(String handle, List<MailKey> mails) {

        /** Copies the keys. */
        public Event {
            mails = List.copyOf(mails);
        }
    }
}
