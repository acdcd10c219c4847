package org.clubpost.core.subscription;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.note.NoteTasks;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Decides about those who wait for the owners, where no mail can be sent, as on the command line. The mails follow from
 * what is recorded here, and the service sends them within minutes ({@link AskOwners}).
 *
 * @param subscribers who waits
 * @param tasks what is to be done
 */
public record DecideLater(Subscribers subscribers, NoteTasks tasks) {

    /**
     * Lets somebody in. They are a member from now on, and are welcomed soon.
     *
     * @return false when they do not wait for that
     */
    public boolean letIn(MailingList list, SubscriberId person, Instant now) {
        return Attempts.until(subscribers, () -> {
            var applicant = Applicants.waiting(subscribers, list, person);
            if (applicant.isEmpty()) {
                return Optional.of(false);
            }
            var isIn = subscribers.find(list.id(), person)
                    .filter(stored -> stored.subscriber().equals(applicant.get()))
                    .filter(stored -> subscribers.replace(stored, Applicants.member(list, applicant.get(), now)))
                    .isPresent();
            return isIn ? Optional.of(true) : Optional.empty();
        });
    }

    /**
     * Has somebody refused, who is told so by mail. What was known of them before they asked is known again then.
     *
     * @return false when they do not wait
     */
    public boolean refuse(MailingList list, SubscriberId person, Instant now) {
        var waits = Applicants.waiting(subscribers, list, person).isPresent();
        if (waits) {
            tasks.add(List.of(new NoteTask.Refusal(list.id(), now.truncatedTo(ChronoUnit.MILLIS), person)));
        }
        return waits;
    }
}
