package org.clubpost.core.subscription;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clubpost.core.Attempts;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.Deed;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.NoteTask;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.owners.News;
import org.clubpost.core.owners.Owners;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;

/**
 * Asks the owners about somebody who waits for them: at once, once more after a week, and after two weeks ends the
 * request and says so to whoever made it. What to do next is the task that this gives back, so nothing is forgotten when
 * a process dies; at worst a mail goes out twice.
 *
 * @param lists the lists
 * @param subscribers who waits
 * @param notices the way to who waits
 * @param owners the way to the owners
 * @param links makes the links with which they decide
 * @param clock the time
 */
public record AskOwners(Lists lists, Subscribers subscribers, Notices notices, Owners owners, PublicLinks links,
        InstantSource clock) {

    /** Refuses whoever still waits, because that was said on the command line, where no mail could be sent. */
    void refuse(NoteTask.Refusal task) {
        var list = lists.find(task.list());
        list.flatMap(known -> Applicants.waiting(subscribers, known, task.subscriber()))
                .ifPresent(applicant -> end(list.orElseThrow(), applicant, Deed.of(new Actor.Operator())));
    }

    /** Does what is due, and says when there is more to do. Whoever was let in and not welcomed is welcomed. */
    Optional<Instant> tend(NoteTask.Application task) {
        var list = lists.find(task.list());
        list.ifPresent(known -> subscribers.find(known.id(), task.subscriber()).map(Stored::subscriber)
                .filter(now -> now instanceof Subscriber.Confirmed member && !member.greeted())
                .ifPresent(member -> new Greeting(subscribers, notices, owners, links)
                        .greet(known, (Subscriber.Confirmed) member)));
        var found = list.flatMap(known -> Applicants.waiting(subscribers, known, task.subscriber()));
        // A task that is older than the request is from an earlier one.
        if (found.isEmpty() || task.due().isBefore(found.get().at().truncatedTo(ChronoUnit.MILLIS))) {
            return Optional.empty();
        }
        var applicant = found.get();
        var again = applicant.at().plus(Applicants.REMINDED_AFTER);
        var end = applicant.at().plus(Applicants.OPEN_FOR);
        if (!clock.instant().isBefore(end)) {
            end(list.orElseThrow(), applicant, Deed.partOf(new Actor.Service()));
            return Optional.empty();
        }
        // The task says what it was meant for, however late it is worked off.
        var isReminder = !task.due().isBefore(again.truncatedTo(ChronoUnit.MILLIS));
        ask(list.orElseThrow(), applicant, isReminder);
        return Optional.of(isReminder ? end : again);
    }

    private void ask(MailingList list, Subscriber.Applied applicant, boolean isReminder) {
        owners.tell(list, Owners.Word.of(News.Kind.APPLIED, applicant.id()),
                () -> (owner, isLast) -> new OwnerNotice.ApplicantWaits(list, owner, applicant.person(),
                        links.letIn(list.id(), applicant.id(), applicant.at(), owner),
                        links.refuse(list.id(), applicant.id(), applicant.at(), owner),
                        applicant.at().plus(Applicants.OPEN_FOR), isReminder, isLast));
    }

    private void end(MailingList list, Subscriber.Applied applicant, Deed deed) {
        var isDecision = !(deed.actor() instanceof Actor.Service);
        Attempts.untilDone(subscribers, () -> Applicants.waiting(subscribers, list, applicant.id())
                .filter(applicant::equals)
                .map(still -> Applicants.end(subscribers.by(deed), notices, new JoinNotice.NotLetIn(list,
                        still.person().address(), still.person().language(), isDecision), still))
                .orElse(true));
    }
}
