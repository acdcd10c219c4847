package org.clubpost.core.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * A browser in which somebody is signed in.
 *
 * @param id tells it from all others
 * @param since when it began, to the millisecond
 * @param until when it ends, to the millisecond
 * @param agent the browser, as it says itself
 */
public record Session(String id, Instant since, Instant until, String agent) {

    private static final String BETWEEN = " ";
    private static final int PARTS = 4;
    private static final int MOST_OF_AGENT = 160;

    /** Cuts the times, and what the browser says. */
    public Session {
        since = Person.kept(since);
        until = Person.kept(until);
        agent = Person.kept(agent, MOST_OF_AGENT);
    }

    String written() {
        return String.join(BETWEEN, id, Long.toString(since.toEpochMilli()), Long.toString(until.toEpochMilli()),
                Base64.getUrlEncoder().withoutPadding().encodeToString(agent.getBytes(UTF_8)));
    }

    static Session of(String written) {
        var parts = List.of(written.split(BETWEEN, PARTS));
        return new Session(parts.get(0), Instant.ofEpochMilli(Long.parseLong(parts.get(1))),
                Instant.ofEpochMilli(Long.parseLong(parts.get(2))),
                new String(Base64.getUrlDecoder().decode(parts.get(3)), UTF_8));
    }
}
