package org.clubpost.function.moderate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.clubpost.core.admin.Appoint;
import org.clubpost.core.list.Lists;
import org.clubpost.core.moderation.CarryDecisions;
import org.clubpost.core.note.Errands;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.mail.compose.TryDraft;
import org.clubpost.mail.mime.Octets;

/**
 * Carries out what the command line left to do, each by the use case that the rooms use.
 *
 * @param decisions about held posts
 * @param appoint sends offers of roles
 * @param drafts sends drafts to their authors
 * @param lists the lists
 * @param mails have the drafts
 * @param clock the time
 */
record OwedErrands(CarryDecisions decisions, Appoint appoint, TryDraft drafts, Lists lists, MailStore mails,
        InstantSource clock) implements Errands {

    @Override
    public Optional<Instant> carryOut(NoteTask.Errand task) {
        return switch (task) {
            case NoteTask.Decision decision -> decisions.carryOut(decision);
            case NoteTask.RoleOffer offer -> {
                appoint.sendOffer(offer.list(), offer.entry());
                yield Optional.empty();
            }
            case NoteTask.TestCopy copy -> {
                sendTest(copy);
                yield Optional.empty();
            }
        };
    }

    /** A draft that is gone was sent. */
    private void sendTest(NoteTask.TestCopy task) {
        var key = MailKey.draft(task.list(), task.draft());
        lists.find(task.list()).ifPresent(list -> mails.find(key).ifPresent(draft -> drafts.send(list,
                Octets.of(draft.content().toByteArray()), task.draft(), clock.instant())));
        mails.remove(key);
    }
}
