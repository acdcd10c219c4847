package org.clubpost.core.event;

/**
 * Publishes what was recorded, oldest first, and removes what was taken. To be called again and again. If it dies in
 * between, or runs twice at the same time, an event goes out more than once, with the same id; none is lost.
 */
public final class PublishEvents {

    /** How many events are published together. */
    public static final int TOGETHER = 10;
    /** How many events one call looks at, so that it ends in time; the others wait for the next. */
    public static final int MOST = 1000;

    private final Events events;
    private final EventChannel channel;

    /** Takes them from there to there. */
    public PublishEvents(Events events, EventChannel channel) {
        this.events = events;
        this.channel = channel;
    }

    /**
     * Publishes what waits. What is not taken stays, and holds up none that comes after it in this call.
     *
     * @return the number of events that were taken
     * @throws org.clubpost.core.UnavailableException when it could not go on; safe to repeat
     */
    public int publish() {
        var published = 0;
        var pending = events.oldest(MOST);
        for (var from = 0; from < pending.size(); from += TOGETHER) {
            var taken = channel.publish(pending.subList(from, Math.min(from + TOGETHER, pending.size())));
            events.remove(taken);
            published += taken.size();
        }
        return published;
    }
}
