package org.clubpost.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that say in one way or another who left or refused, and files that only seem to. */
final class WhoLeftTest {

    private static final MailingList LIST = MailingList.create(new ListId("news"), "lists.example.org", "News",
            List.of());

    @TempDir
    private Path directory;

    private List<MemberFile.Line> lines(String text) throws IOException {
        var lines = new ArrayList<MemberFile.Line>();
        MemberFile.open(Files.writeString(directory.resolve("members.csv"), text)).forEach(LIST, lines::add);
        return lines;
    }

    /** The only person of a file with that one column besides the address. */
    private MemberFile.Line line(String column, String cell) throws IOException {
        return lines("email;" + column + ";Ort\na@x.example;" + cell + ";Bern\n").getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"EMAIL_BLACKLISTED | Yes", "Email Permission Status | Unsubscribed",
                    "Unsubscribed from all email | true", "Date Unsubscribed | 2024-05-01", "State | unsubscribed",
                    "Do not email | yes", "Removed | yes", "Deleted | yes", "Suppressed | yes", "deleted_at | 2024",
                    "Ausgetreten am | 01.02.2024", "Austrittsdatum | 2024-01-01", "delivery_status | by_bounces",
                    "nomail | on", "Subscription | unsubscribed", "Consent | no", "opt_in | 0",
                    "Double Opt-In | pending", "Newsletter ja/nein | nein", "Double Opt-In | ''", "Consent | ''",
                    "HasOptedOutOfEmail | 1", "emailOptOut | x", "Email Opt Out | TRUE", "opt-out | ✗",
                    "Vereinsaustritt | 2020", "Désinscrit le | 2020", "Fecha de baja | 2020", "Baja | sí",
                    "Disiscritto | si", "Uitgeschreven op | 2020", "Gekündigt zum | 31.12.2024",
                    "Kündigungsdatum | 2020", "Cancelled at | 2020", "Kein Newsletter | ja", "No newsletter | x",
                    "Not subscribed | true", "Email hard bounce reason | Unknown user", "Bounces | 3",
                    "Newsletter abbestellt | 1", "Gesperrt bis | 2030", "Отписался | да",
                    "Einwilligung | nicht erteilt", "Einwilligung | No - by phone", "Consent | ☐", "DSGVO | nein",
                    "Zustimmung E-Mail | N", "Rundbrief | nein", "Email consent | declined", "gdpr_consent | false",
                    "Subscribed at | unsubscribed", "CONFIRM_TIME | pending", "Inscrit newsletter | non",
                    "Suscripción | no", "Iscrizione newsletter | no", "Mailings | never", "Email OptIn | Opted-Out",
                    "Feld 7 | Unsubscribed", "Feld 7 | BOUNCED", "Feld 7 | cleaned", "Feld 7 | abgemeldet",
                    "Feld 7 | blocked", "Feld 7 | opted out", "Feld 7 | Non-Subscribed", "Feld 7 | Désabonné",
                    "Feld 7 | ausgetreten 2023", "Feld 7 | abgemeldet (01.02.2023)", "Feld 7 | do not contact",
                    "Tags | 'customer, unsubscribed'", "Contact | blocked"})
    void isLeftOutWithTheNameOfTheColumn(String column, String cell) throws IOException {
        var line = line(column, cell);

        var reason = line instanceof MemberFile.Line.NotConfirmed(var number, var address, var why) && number == 2
                && address.equals(Optional.of(EmailAddress.of("a@x.example"))) ? why : line.toString();
        assertEquals("\"" + column + "\"", reason.replaceFirst(" is (?:filled in|\".*\")$", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"EMAIL_BLACKLISTED | No", "SMS_BLACKLISTED | Yes", "Unsubscribed from all email | ''",
                    "Date Unsubscribed | ''", "Removed | no", "Deleted | false", "Bounces | 0", "bounce rate | '0,0 %'",
                    "Austrittsdatum | ''", "Austrittsdatum | 00.00.0000", "opt-out | N/A", "nomail | off",
                    "Email Permission Status | Subscribed", "delivery_status | enabled", "Do not call | yes",
                    "Consent | 'owner, 2024-01-01T00:00:00Z: paper'", "Consent | yes", "opt_in | 1",
                    "Double Opt-In | 2024-01-01 10:00", "OPTIN_TIME | ''", "OPTIN_IP | ''", "CONFIRM_TIME | ''",
                    "Subscribed at | ''", "Newsletter ja/nein | ja", "Einwilligung | ✓", "State | California",
                    "Unsubscribe URL | https://news.example/u/1", "unsubscribe | https://news.example/u/1",
                    "Abmeldelink | https://news.example/u/1", "Subscriber ID | 0", "Newsletter clicks | 0",
                    "Group | Removed Tiles Club", "Notes | She unsubscribed once and came back, so she is in",
                    "Notes | blocked the door of the hall", "Correo del trabajo | x", "Laptop outlet | yes",
                    "Mailing Country | NO", "Blockflöte | ja", "Ankündigungen | ja", "Kündigungsfrist | 3 Monate",
                    "Descrizione | no", "Position | left", "Tags | 'customer, blocked drains'", "Beitrag | nein",
                    "Abteilung | Turnen", "Notify | none", "SMS consent | no"})
    void isBroughtIn(String column, String cell) throws IOException {
        assertEquals(MemberFile.Line.Person.class, line(column, cell).getClass(), line(column, cell).toString());
    }

    @Test
    void onlyTheRowThatSaysSoIsLeftOut() throws IOException {
        assertEquals(List.of("Person", "NotConfirmed", "Person"),
                lines("email,x\na@x.example,green\nb@x.example,bounced\nc@x.example,\n").stream()
                        .map(line -> line.getClass().getSimpleName()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a@x.example;unsubscribed", "a@x.example;nein", "a@x.example (unsubscribed)",
                    "Ann <a@x.example> (bounced)", "Ann <a@x.example> abgemeldet"})
    void withoutNamesOfColumnsAWordBesideTheAddressCounts(String text) throws IOException {
        assertEquals(MemberFile.Line.NotConfirmed.class, lines(text + "\n").getFirst().getClass(),
                lines(text).toString());
    }

    @Test
    void textOfSeveralLinesInAColumnOfConsentIsNoOpenQuote() throws IOException {
        assertEquals(MemberFile.Line.Person.class,
                lines("email,consent\na@x.example,\"by form\nin May\"\n").getFirst().getClass());
    }
}
