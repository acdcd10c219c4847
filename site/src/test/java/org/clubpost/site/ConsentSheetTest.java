package org.clubpost.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.FixedClock;
import org.clubpost.core.act.Actor;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.act.Way;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.About;
import org.clubpost.core.admin.Act;
import org.clubpost.core.admin.Change;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.consent.InMemoryWordings;
import org.clubpost.core.consent.Wording;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ConsentSheetTest {

    private static final Site SITE = Site.load();
    private static final Actor OLGA = new Actor.Owner(EmailAddress.of("olga@club.example"));
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final ConsentSheet sheet = new ConsentSheet(SITE);
    private final ActWords acts = new ActWords(SITE);
    private final MailingList list = SampleLists.aList();
    private final InMemoryWordings wordings = new InMemoryWordings();
    private final Person anna = SampleSubscribers.aPerson("anna@club.example");

    private ConsentSheet.Facts facts(Consent consent, LogEntry... history) {
        return ConsentSheet.Facts.of(list,
                new Subscriber.Confirmed(list.id(), anna, consent, FixedClock.START, true), wordings, List.of(history),
                FixedClock.START);
    }

    private Consent.DoubleOptIn optIn(String wording, String mail) {
        return new Consent.DoubleOptIn("/subscribe", wording, SampleSubscribers.ORIGIN,
                new Origin(FixedClock.START.plusSeconds(60), "2001:db8::7", ""), SampleSubscribers.aDigest('a'), mail);
    }

    private LogEntry entry(Act act, Change... changes) {
        var about = new About.OnePerson(anna.id());
        return new LogEntry(EntryId.of(FixedClock.START, act.name()), list.id(), OLGA, Way.UNKNOWN, act, about, true,
                List.of(changes), Optional.empty());
    }

    @Test
    void bothStepsStandThereWithTheVeryWords() {
        var shown = Wording.of("I want <b>mails</b> & more.");
        var mail = Wording.of("Please confirm\n\nOne press.");
        wordings.keep(shown);
        wordings.keep(mail);

        var text = sheet.text(Locale.ENGLISH, facts(optIn(shown.digest(), mail.digest())));
        var html = sheet.html(Locale.ENGLISH, facts(optIn(shown.digest(), mail.digest())));

        for (var said : List.of("anna@club.example", "/subscribe", "192.0.2.7", "Mozilla/5.0 (X11; Linux)",
                "2001:db8::7", "not known", "March 6, 2026", "Chess Club News", "One press.")) {
            assertTrue(text.contains(said), said);
            assertTrue(html.contains(said), said);
        }
        assertTrue(text.contains("I want <b>mails</b> & more."));
        assertTrue(html.contains("I want &lt;b&gt;mails&lt;/b&gt; &amp; more."));
        assertFalse(html.contains("src=") || html.contains("href="));
    }

    @Test
    void aMailWithoutASubjectIsSaidToHaveNone() {
        var asked = Origin.byMail(FixedClock.START, "192.0.2.7", "");
        var consent = new Consent.DoubleOptIn("news-join@lists.example.org", "", asked, asked,
                SampleSubscribers.aDigest('a'), "");

        assertTrue(sheet.text(Locale.ENGLISH, facts(consent)).contains("“(no subject)”"));
    }

    @Test
    void wordsThatAreNotStoredAreNamedByTheirHash() {
        assertTrue(sheet.text(Locale.ENGLISH, facts(optIn("ab".repeat(32), ""))).contains("ab".repeat(32)));
    }

    @Test
    void ownersWordStandsThereWithWhoAndWhy() {
        var text = sheet.text(Locale.GERMAN,
                facts(new Consent.OwnersWord(FixedClock.START, "Mitglieder 2026, auf Papier", OLGA),
                        entry(Act.CHANGED, new Change("language", "en", "de"), Change.withheld("name"))));

        for (var said : List.of("Mitglieder 2026, auf Papier", "olga@club.example", "6. März 2026",
                "Sprache: „Deutsch“ statt „English“", "Name: geändert")) {
            assertTrue(text.contains(said), said + " in " + text);
        }
    }

    @Test
    void accountStandsThereWithItsAnswer() {
        var text = sheet.text(Locale.ENGLISH,
                facts(new Consent.AccountSignUp("cognito pool", "custom:newsletter=yes", FixedClock.START)));

        assertTrue(text.contains("cognito pool") && text.contains("custom:newsletter=yes"), text);
    }

    @Test
    void whoeverIsForgottenHasNoConsentOnRecord() {
        var forgotten = new Subscriber.Forgotten(list.id(), anna.id(), FixedClock.START,
                ForgetWay.PERSON);
        var text = sheet.text(Locale.ENGLISH,
                ConsentSheet.Facts.of(list, forgotten, wordings, List.of(), FixedClock.START));

        assertTrue(text.contains("There is no consent on record.") && text.contains("not known"), text);
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void everyActHasWordsInEveryLanguage(Act act) {
        for (var language : LANGUAGES) {
            assertFalse(acts.what(language, entry(act)).isBlank());
        }
    }

    @Test
    void whatIsSaidInASentenceHasAKindOfItsOwn() {
        assertEquals("The member left with the button of the mail program.",
                acts.what(Locale.ENGLISH, entry(Act.LEFT, Change.said("way", "one_click"))));
        assertEquals("Members were imported: 17 came in, 2 were members already, 1 were not brought back.",
                acts.what(Locale.ENGLISH, entry(Act.MEMBERS_IMPORTED, Change.said("reason", "on paper"),
                        Change.said("added", "17"), Change.said("already-members", "2"),
                        Change.said("not-brought-back", "1"))));
        assertEquals(List.of("Reason: on paper"), acts.details(Locale.ENGLISH,
                entry(Act.MEMBERS_IMPORTED, Change.said("reason", "on paper"), Change.said("added", "17"))));
        assertEquals(List.of("Reason: too many mails"),
                acts.details(Locale.ENGLISH, entry(Act.LEFT, Change.said("reason", "too-many"))));
        assertEquals(List.of("footer: “nothing” in place of “two lines”"), acts.details(Locale.ENGLISH,
                entry(Act.LIST_CHANGED, new Change("footer", "two\nlines", ""))));
        assertEquals(List.of(), acts.details(Locale.ENGLISH, entry(Act.LIST_CREATED, Change.said("name", "Chess"))));
    }

    @Test
    void undoneActIsNamed() {
        var undo = new LogEntry(EntryId.of(FixedClock.START, "x"), list.id(), OLGA, Way.UNKNOWN, Act.RESTORED,
                new About.OnePerson(anna.id()), true, List.of(), Optional.of(EntryId.of(FixedClock.START, "y")));

        assertEquals(List.of("This undid " + undo.undoes().orElseThrow() + "."), acts.details(Locale.ENGLISH, undo));
    }

    @Test
    void everyActorHasAName() {
        assertEquals(List.of("olga@club.example", "the operator", "the member", "by itself", "not known"),
                List.of(OLGA, new Actor.Operator(), new Actor.Member(), new Actor.Service(), new Actor.Unknown())
                        .stream().map(actor -> acts.who(Locale.ENGLISH, actor)).toList());
    }
}
