package org.clubpost.function.moderate;

import java.time.Instant;
import java.util.Optional;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.core.act.Way;
import org.clubpost.core.admin.Appoint;
import org.clubpost.core.moderation.CarryDecisions;
import org.clubpost.core.note.Errands;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.compose.TryDraft;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.ListPreparation;

/**
 * Carries out what the command line left to do, each by the use case that the rooms use.
 *
 * @param parts what that is made of; the log says that it came by the command line
 * @param notices the way to people
 */
record OwedErrands(FunctionParts parts, Notices notices) implements Errands {

    @Override
    public Optional<Instant> carryOut(NoteTask.Errand task) {
        return switch (task) {
            case NoteTask.Decision decision -> decisions().carryOut(decision);
            case NoteTask.RoleOffer offer -> {
                appoint().sendOffer(offer.list(), offer.entry());
                yield Optional.empty();
            }
            case NoteTask.TestCopy copy -> {
                sendTest(copy);
                yield Optional.empty();
            }
        };
    }

    private CarryDecisions decisions() {
        var database = parts.database();
        return new CarryDecisions(database.lists(), database.posts(),
                () -> new Wiring(parts, Way.COMMAND_LINE).moderate(), parts.ids(), parts.clock());
    }

    private Appoint appoint() {
        var database = parts.database();
        return new Appoint(new Appoint.Ports(database.lists(), database.actLog(), notices, parts.links(),
                database.rateLimits(), parts.ids()), parts.clock());
    }

    /** A draft that is gone was sent. */
    private void sendTest(NoteTask.TestCopy task) {
        var key = MailKey.draft(task.list(), task.draft());
        parts.database().lists().find(task.list()).ifPresent(list -> parts.mails().find(key)
                .ifPresent(draft -> attempt().send(list, Octets.of(draft.content().toByteArray()), task.draft(),
                        parts.clock().instant())));
        parts.mails().remove(key);
    }

    private TryDraft attempt() {
        return new TryDraft(new ListPreparation(parts.links(), parts.database().sentIds()), parts::outbox,
                parts.publicUrl());
    }
}
