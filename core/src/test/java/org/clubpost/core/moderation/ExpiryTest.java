package org.clubpost.core.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.junit.jupiter.api.Test;

/** Posts about which nobody decided. */
class ExpiryTest {

    private static final Reason EXPIRED = Reason.of(Reason.Cause.EXPIRED, "14");

    private final Desk desk = new Desk();

    @Test
    void ownersAndAProvenAuthorAreTold() {
        var post = desk.received();
        desk.mails.put(post, Desk.SAM);
        desk.hold(post);
        desk.clock.advance(Duration.ofDays(14));

        assertEquals(1, desk.sweep());
        assertEquals(0, desk.sweep());

        assertEquals(new PostState.Rejected(EXPIRED), desk.state(post));
        assertEquals(Desk.LIST.people().owners(),
                desk.notices.sent(PostNotice.PostExpired.class).stream().map(PostNotice.PostExpired::recipient)
                        .toList());
        assertEquals(List.of(EXPIRED),
                desk.notices.sent(PostNotice.PostRejected.class).stream().map(PostNotice.PostRejected::reason)
                        .toList());
    }

    @Test
    void nobodyElseIsTold() {
        var post = desk.received();
        desk.mails.put(post);
        desk.ask(post);
        desk.clock.advance(Duration.ofDays(14));

        desk.sweep();

        assertEquals(new PostState.Discarded(EXPIRED), desk.state(post));
        assertEquals(List.of(), desk.notices.sent(PostNotice.PostRejected.class));
    }

    @Test
    void postWhoseMailIsGoneIsLetGo() {
        var post = desk.received();
        desk.hold(post);
        desk.clock.advance(Duration.ofDays(14));

        desk.sweep();

        assertEquals(new PostState.Discarded(EXPIRED), desk.state(post));
    }

    @Test
    void postOfWhichAProcessThatDiedToldNobodyIsTakenUp() {
        var post = desk.received();
        desk.notices.takeOnly(_ -> false);
        assertThrows(UnavailableException.class, () -> desk.hold(post));

        assertEquals(1, desk.sweep());
        assertEquals(List.of(post.id()), desk.mails.takenUp);
    }
}
