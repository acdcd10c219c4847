package org.clubpost.core.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.consent.Wording;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;

/** The very words of both steps are kept. */
final class KeptWordsTest {

    private static final EmailAddress ANNA = EmailAddress.of("anna@example.org");
    private static final Wording FORM = Wording.of("I want the mails.");

    private final FixedClock clock = new FixedClock();
    private final MailingList list = SampleLists.aList();
    private final InMemorySubscribers subscribers = new InMemorySubscribers(new InMemoryLists(list));
    private final SignUpDesk desk = new SignUpDesk(new InMemoryLists(list), subscribers, new Notices() {

        @Override
        public void send(Notice notice) {
            // Nobody reads it.
        }

        @Override
        public Optional<Wording> words(JoinNotice.ConfirmationRequest request) {
            return Optional.of(mail(request.language()));
        }
    }, clock);

    private static Wording mail(Locale language) {
        return Wording.of("Confirm, in " + language);
    }

    private Subscriber.Pending ask(Locale language) {
        clock.advance(Duration.ofMinutes(10));
        desk.subscribe.request(new SignUp(list.id(), ANNA, PersonName.NONE, language, "/subscribe", FORM.digest(),
                new Origin(clock.instant(), "192.0.2.7", "")), FORM);
        desk.answers.run();
        return (Subscriber.Pending) subscribers.find(list.id(), SampleSubscribers.IDS.of(ANNA)).orElseThrow()
                .subscriber();
    }

    @Test
    void wordsOfFormAndMailAreFoundByWhatTheRequestHas() {
        var pending = ask(Locale.ENGLISH);

        assertEquals(Optional.of(FORM.words()), desk.wordings.find(pending.wording()));
        assertEquals(Optional.of(mail(Locale.ENGLISH).words()), desk.wordings.find(pending.mail()));
    }

    @Test
    void eachLinkStandsForTheWordsOfItsOwnMail() {
        ask(Locale.ENGLISH);
        var pending = ask(Locale.GERMAN);

        assertEquals(List.of(mail(Locale.ENGLISH).digest(), mail(Locale.GERMAN).digest()),
                pending.links().stream().map(link -> pending.as(link).mail()).toList());
    }
}
