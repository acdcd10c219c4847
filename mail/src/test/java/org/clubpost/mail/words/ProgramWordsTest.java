package org.clubpost.mail.words;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What looks like the mail of a program. Before the {@code |} stands the subject, behind it the text. */
class ProgramWordsTest {

    static final List<String> AWAY = """
            Automatic reply: Summer party
            AUTOMATIC REPLY: Summer party
            Automatic reply: how to switch yours off
            [EXTERNAL] Automatic reply: Summer party
            ***SPAM*** Automatic reply: Summer party
            Auto-Reply: [chess] Summer party
            Auto Reply: Summer party
            Autoreply: Summer party
            Auto-response: Summer party
            Out of Office: Summer party
            Out of Office AutoReply: Summer party
            Out of office reply: Summer party
            Out-of-Office: Re: Summer party
            OOO: Re: Summer party
            Out of office
            Anna Author is out of the office
            Anna Author is out of the office.
            AUTO: Anna Author is out of the office (returning 03/12/2026)
            Auto: Re: [chess] Summer party
            I am out of the office until Monday
            Automatische Antwort: Summer party
            Abwesenheitsnotiz: Re: [chess] Summer party
            Abwesenheitsnotiz
            Abwesenheitsmeldung: Summer party
            Anna Author ist außer Haus.
            Réponse automatique : Summer party
            Réponse automatique: Summer party
            Absence du bureau : Summer party
            Message d’absence : Summer party
            Respuesta automática: Summer party
            Fuera de la oficina: Summer party
            Risposta automatica: Summer party
            Fuori sede: Summer party
            Fuori ufficio: Summer party
            Automatisch antwoord: Summer party
            Afwezigheidsbericht: Summer party
            Resposta automática: Summer party
            Odpowiedź automatyczna: Summer party
            Poza biurem: Summer party
            Autosvar: Summer party
            Automatiskt svar: Summer party
            Automatisk svar: Summer party
            Frånvaromeddelande: Summer party
            Fraværsmelding: Summer party
            Automaattinen vastaus: Summer party
            Automatická odpověď: Summer party
            Mimo kancelář: Summer party
            Automatikus válasz: Summer party
            Házon kívül: Summer party
            Răspuns automat: Summer party
            Otomatik Yanıt: Summer party
            Αυτόματη απάντηση: Summer party
            Автоответ: Summer party
            Автоматический ответ: Summer party
            Автоматична відповідь: Summer party
            自動応答: Summer party
            自動返信：Summer party
            自动答复: Summer party
            自动回复：Summer party
            自動回覆: Summer party
            자동 회신: Summer party
            תשובה אוטומטית: Summer party
            رد تلقائي: Summer party
            """.lines().toList();

    static final List<String> ANSWERS = """
            Re: Summer party|I am out of the office until 3 December. In urgent cases please contact Bob.
            Re: Summer party|Thank you for your email. I am currently out of the office with limited access to email.
            Summer party|I will be on annual leave from 1 to 14 March. I will reply to your message when I return.
            Re: Summer party|Hello, I'm on vacation until Monday. Your email will be answered on my return.
            Re: Summer party|Ich bin bis 3. Dezember nicht im Haus. In dringenden Fällen wenden Sie sich bitte an Bob.
            Re: Summer party|Vielen Dank für Ihre Nachricht. Ich bin derzeit im Urlaub und ab Montag wieder erreichbar.
            AW: Fest|Ich bin ab dem 5. Januar wieder erreichbar. Ihre Nachricht wird nicht gelesen.
            Abwesend: Fest|Ich bin nicht da. In dringenden Fällen bitte Bob anrufen.
            Wir haben Ihre Anfrage erhalten|Wir haben Ihre Anfrage erhalten und melden uns. Ticket-Nr. 12345
            AW: Fest|Ich bin vom 1. bis 14. März im Urlaub. Ihre E-Mail wird nicht weitergeleitet.
            Re: Fête|Je suis absent jusqu'au 3 décembre. En cas d'urgence, contactez Bob.
            Re: Fête|Merci pour votre message. Je suis actuellement en congé.
            Re: Fiesta|Estoy fuera de la oficina hasta el lunes. Para asuntos urgentes, contacte con Bob.
            Re: Festa|Sono fuori ufficio fino al 3 dicembre. Per urgenze contattare Bob.
            Re: Feest|Ik ben met vakantie tot 3 december. Bij dringende vragen kunt u Bob mailen.
            Re: Festa|Estou de férias até 3 de dezembro. Em caso de urgência, contacte Bob.
            Re: Impreza|Jestem na urlopie do 3 grudnia. W pilnych sprawach proszę o kontakt z Bobem.
            Re: Fest|Jag är på semester till den 3 december. Vid brådskande ärenden kontakta Bob.
            Re: Fest|Jeg er på ferie til 3. december. Jeg svarer på din mail, når jeg er tilbage.
            Re: Party|This is an automatic reply. Your message has reached us.
            Re: Party|This is an automated response from the help desk.
            Re: Party|Dies ist eine automatisch generierte Antwort.
            Re: Party|Dies ist eine automatische Nachricht, bitte antworten Sie nicht auf diese E-Mail.
            Re: Party|Ceci est un message automatique.
            Re: Party|Este es un mensaje automático, por favor no responda.
            Re: Party|Questo è un messaggio automatico.
            Re: Party|Dit is een automatisch bericht.
            Re: Party|Esta é uma mensagem automática.
            Abwesend: Summer party|Ich bin bis Montag nicht im Haus.
            Absence: Summer party|Je suis en congé jusqu'à lundi.
            [#12345] Summer party|Your request has been received and is being reviewed by our support staff.
            [Ticket#2026112800012] Summer party|Vielen Dank für Ihre Anfrage.
            Ihr Ticket: Summer party|Ihre Anfrage ist bei uns eingegangen.
            Request received: Summer party|Your request (4711) has been received. ##- Please type your reply above this line -##
            Re: Summer party [SUP-4711]|Thank you for contacting us. We have received your request.
            """
            .lines().toList();

    static final List<String> REPORTS = """
            Recall: Summer party|Alice Admin would like to recall the message, "Summer party".
            Rückruf: Summer party|Alice Admin möchte die Nachricht "Summer party" zurückrufen.
            Rappel : Summer party|Alice Admin souhaite rappeler le message « Summer party ».
            Recall: Summer party|
            Read: Summer party|Your message to chess was read on Saturday.
            Gelesen: Sommerfest|Ihre Nachricht wurde am Samstag gelesen.
            Lu : Fête|Votre message a été lu le samedi.
            Undeliverable: Summer party|Delivery has failed to these recipients.
            Undelivered Mail Returned to Sender|This is the mail system.
            Mail delivery failed: returning message to sender|This message was created automatically.
            Delivery Status Notification (Failure)|The following message was not delivered.
            failure notice|Hi. This is the qmail-send program.
            Returned mail: see transcript for details|The original message was received.
            Delivered: Summer party|Your message has been delivered. Delivery status: relayed.
            Unzustellbar: Sommerfest|Fehler bei der Nachrichtenzustellung.
            Non remis : Fête|Échec de la remise.
            Report Domain: example.org Submitter: google.com Report-ID: 123|
            [Preview] Report Domain: example.org Submitter: enterprise.protection.outlook.com Report-ID: 1|
            """.lines().toList();

    static final List<String> PEOPLE = """
            Summer party|Hello all, see you on Friday.
            Re: Automatic reply: Summer party|Bob, please switch that off.
            AW: Abwesenheitsnotiz: Sommerfest|Bob, bitte schalte das ab.
            Re: Summer party|I'm on holiday until the 12th, so I cannot come.
            Re: Summer party|I am out of town that weekend, have fun!
            Re: Sommerfest|Ich bin da leider im Urlaub. Viel Spaß!
            Re: Sommerfest|Bin an dem Tag unterwegs, aber Anna kommt.
            Re: Fête|Je suis en vacances à ce moment-là, dommage !
            Urlaub: wer ist im August da?|Bitte bis Montag melden.
            Auto: wer fährt am Samstag?|Ich habe noch zwei Plätze.
            Away: match at Springfield|We meet at nine.
            Read: the new rules|The new rules of the federation are out.
            Recall: bike helmets of 2025|The maker takes back these helmets.
            Rappel : réunion mardi|La réunion est à 20 h.
            Recall: board meeting|We meet again on Tuesday.
            Accepted: new members|The board has accepted three members.
            Ticket prices|Tickets are ten euros.
            Re: [#12345] printer|I have bought a new one.
            Tickets|Thank you for your help with the tickets.
            Delivery on Friday|The tables are delivered at noon.
            Returned|The books were returned.
            Remis gegen Springfield|Anna und Bob haben remis gespielt.
            Delivered: new jerseys|They lie in the hall.
            Delivery report of the treasurer|All is paid.
            Failure|The heating has failed again.
            Office closed|The office is closed on Friday.
            Urgent|If anything is urgent, call me on Friday.
            Out of office space|The club needs a new office.
            Der Vorstand ist außer sich|Schon wieder!
            Neue Adresse|Ich bin wieder erreichbar unter bert@example.com.
            Fest|Ich bin am Montag nicht da, Bob übernimmt.
            Ihre Nachricht|Danke für eure Nachricht, ich komme.
            Automatic doors|The automatic reply of the door opener is late.
            """.lines().toList();

    private static ProgramWords words(String row) {
        var parts = row.split("\\|", -1);
        return ProgramWords.of(parts[0], parts.length > 1 ? List.of(parts[1]) : List.of("Hello"));
    }

    private static boolean isAnswer(String row) {
        return words(row).isAnswer(false);
    }

    @ParameterizedTest
    @FieldSource("AWAY")
    void thisIsTheSubjectOfAnOutOfOfficeReply(String subject) {
        assertTrue(words(subject).isAwaySubject());
    }

    @ParameterizedTest
    @FieldSource("ANSWERS")
    void thisIsAnAnswerOfAProgram(String row) {
        assertTrue(isAnswer(row));
    }

    @ParameterizedTest
    @FieldSource("REPORTS")
    void thisIsAReport(String row) {
        assertTrue(words(row).isReport());
    }

    @ParameterizedTest
    @FieldSource("PEOPLE")
    void thisIsWhatPeopleWrite(String row) {
        assertFalse(words(row).isAwaySubject());
        assertFalse(isAnswer(row));
        assertFalse(words(row).isReport());
    }
}
