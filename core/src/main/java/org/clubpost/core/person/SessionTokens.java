package org.clubpost.core.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.link.MembershipTokens;

/**
 * Writes sessions so that only we can have written them: id, actor, end and mark, with dots between them.
 *
 * @param tokens has the keys
 */
public record SessionTokens(MembershipTokens tokens) {

    private static final String BEFORE = "session\n";
    private static final int PARTS = 4;
    private static final int MOST = 700;

    /** The text of that session. */
    public String write(Session session) {
        var said = session.id() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(session.actor().written().getBytes(UTF_8))
                + "."
                + session.until().getEpochSecond();
        return said + "." + tokens.mark(BEFORE + said);
    }

    /** The session of that text; empty when we have not written it, or it ended. */
    public Optional<Session> read(String text, Instant now) {
        var parts = text.length() > MOST ? new String[0] : text.split("\\.", -1);
        if (parts.length != PARTS
                || !tokens.isMark(BEFORE + text.substring(0, text.lastIndexOf('.')), parts[PARTS - 1])) {
            return Optional.empty();
        }
        var actor = Actor.parse(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
        return Optional.of(new Session(parts[0], actor, Optional.empty(),
                Instant.ofEpochSecond(Long.parseLong(parts[2])))).filter(session -> now.isBefore(session.until()));
    }
}
