package org.clubpost.function.moderate;

import java.time.InstantSource;
import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Appoint;
import org.clubpost.core.admin.CarryNews;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.moderation.CarryDecisions;
import org.clubpost.core.note.Errand;
import org.clubpost.core.note.Errands;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.store.MailKey;
import org.clubpost.core.store.MailStore;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.mail.compose.TryDraft;
import org.clubpost.mail.mime.Octets;

/**
 * Carries out what the command line left to do, each by the use case that the rooms use.
 *
 * @param decisions about held posts
 * @param appoint sends offers of roles
 * @param news tells who came and went
 * @param drafts sends drafts to their authors
 * @param members know in which language somebody reads
 * @param lists the lists
 * @param mails have the drafts
 * @param clock the time
 */
record OwedErrands(CarryDecisions decisions, Appoint appoint, CarryNews news, TryDraft drafts, Members members,
        Lists lists, MailStore mails, InstantSource clock) implements Errands {

    @Override
    public boolean carryOut(Errand task) {
        return switch (task.what()) {
            case Errand.Decision decision -> decisions.isDone(task, decision);
            case Errand.RoleOffer(var entry) -> {
                appoint.sendOffer(task.list(), entry);
                yield true;
            }
            case Errand.TestCopy(var draft) -> {
                sendTest(task.list(), draft);
                yield true;
            }
            case Errand.PeopleNews(var entry) -> {
                news.people(task.list(), entry);
                yield true;
            }
            case Errand.MakersNews(var at) -> {
                news.makers(at);
                yield true;
            }
        };
    }

    /**
     * Who is on the lists.
     *
     * @param subscribers the subscribers
     * @param ids find them
     */
    record Members(Subscribers subscribers, SubscriberIds ids) {}

    /** The language that the author chose as a member, or else the list's. */
    private Locale tongue(MailingList list, EmailAddress author) {
        return members.subscribers().find(list.id(), members.ids().of(author)).map(Stored::subscriber)
                .flatMap(Subscriber::whom).map(Person::language).orElse(list.profile().language());
    }

    /** A draft that is gone was sent. */
    private void sendTest(ListId id, String name) {
        var key = MailKey.draft(id, name);
        lists.find(id).ifPresent(list -> mails.find(key).ifPresent(draft -> drafts.send(list,
                Octets.of(draft.content().toByteArray()), this::tongue, name, clock.instant())));
        mails.remove(key);
    }
}
