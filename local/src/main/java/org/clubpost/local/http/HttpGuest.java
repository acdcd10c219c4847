package org.clubpost.local.http;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.clubpost.local.door.Guest;
import org.clubpost.local.door.Source;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** One HTTP connection, with the time that it may make us wait. Safe for use by many threads. */
final class HttpGuest implements Guest {

    private final EndPoint connection;
    private final Source source;
    private final Scheduler scheduler;
    private boolean isWaiting;
    private long since;
    private Scheduler.@Nullable Task deadline;

    HttpGuest(EndPoint connection, Source source, Scheduler scheduler) {
        this.connection = connection;
        this.source = source;
        this.scheduler = scheduler;
    }

    /** It has to send something until then, or goes. */
    synchronized void hasToSendWithin(Duration time) {
        isServed();
        isWaiting = true;
        since = System.nanoTime();
        deadline = scheduler.schedule(this::dismiss, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** It has sent all that it had to, for now. */
    synchronized void isServed() {
        isWaiting = false;
        if (deadline != null) {
            deadline.cancel();
            deadline = null;
        }
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public synchronized OptionalLong waitingSince() {
        return isWaiting ? OptionalLong.of(since) : OptionalLong.empty();
    }

    @Override
    public void dismiss() {
        connection.close();
    }
}
