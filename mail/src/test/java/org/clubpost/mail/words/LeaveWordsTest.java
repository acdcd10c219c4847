package org.clubpost.mail.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.clubpost.mail.words.LeaveWords.Said;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as nothing but a request to leave. A {@code /} begins another line, {@code //} another paragraph. */
class LeaveWordsTest {

    private static final LeaveWords.Names NAMES = new LeaveWords.Names("chess Chess Club News",
            "Anna Author <anna.author@example.org>", "anna.author@example.org");

    static final List<String> REQUESTS = """
            unsubscribe
            unsubscribe//Bob
            unsubscribe./Bob Miller
            Please unsubscribe me//Bob/ACME Ltd/Main Street 5
            Graag wil ik mij uitschrijven
            Vær venlig at fjerne mig fra listen
            Ich möchte den Newsletter nicht mehr bekommen. MfG Bob
            Se désinscrire
            Annulla iscrizione
            Gelieve mij te verwijderen uit de mailinglijst
            Gostaria de ser removido da lista
            Proszę o usunięcie mojego adresu e-mail. Pozdrawiam
            Unsubscribe
            UNSUBSCRIBE!!!
            unsubscribe.
            Unsubscribe me
            unsubscribe me please
            Please unsubscribe me
            Please unsubscribe me from this list.
            Please unsubscribe me from the mailing list
            please unsubscribe me from your mailing list, thanks
            please unsubscribe me from the chess mailing list
            Please unsubscribe anna.author@example.org
            unsubscribe anna.author@example.org from chess
            unsubscribe chess
            unsubscribe chess anna.author@example.org
            unsubscribe from list
            Unsubscribe from this newsletter
            Unsubscribe - Anna Author
            Kindly unsubscribe me.
            pls unsubscribe
            unsuscribe
            un-subscribe
            I want to unsubscribe
            I'd like to unsubscribe from this list
            I would like to be removed from this mailing list.
            I wish to be unsubscribed
            Could you please unsubscribe me?
            Can you take me off this list please?
            how do I unsubscribe?
            How can I unsubscribe from this list?
            please remove me
            Please remove me from this list
            Remove me from your mailing list immediately!
            remove me please
            Please remove my email address from your list.
            Please remove anna.author@example.org from this list
            Take me off this list
            please take my name off the mailing list
            Please delete me from the distribution list.
            please delete my address
            Stop sending me emails
            stop emailing me
            Please stop sending me these emails.
            Please do not send me any more emails.
            Don't email me again
            No more emails please
            I no longer wish to receive these emails.
            I don't want to receive these emails anymore
            I do not wish to receive your newsletter
            cancel my subscription
            Please cancel my subscription to this list
            opt out
            OPT-OUT
            sign off
            leave this list
            I want to leave this mailing list
            Hi,//please unsubscribe me.//Thanks,/Anna
            Hi all,//Please remove me from this list.//Best regards/Anna Author
            Hello Bob,//unsubscribe//Regards/Anna Author/Example Ltd/+1 555 1234
            Dear Sir or Madam,//please unsubscribe me from the newsletter.//Yours sincerely,/A. Author
            unsubscribe//Anna
            Please remove me from/this mailing list
            unsubscribe/unsubscribe
            Good morning//Please remove me from the email list.//Thank you!//Anna Author
            unsubscribe//This e-mail is confidential and may be privileged. If you are not the intended recipient, please delete it.
            abmelden
            Abmelden
            Abmeldung
            Bitte abmelden
            Bitte abmelden!
            Abmelden vom Newsletter
            Abmeldung vom Newsletter
            Abmeldung Newsletter
            Newsletter abmelden
            Newsletter abbestellen
            Bitte Newsletter abbestellen.
            Ich möchte den Newsletter abbestellen
            Ich möchte mich vom Newsletter abmelden.
            Ich moechte mich abmelden
            Hiermit melde ich mich vom Newsletter ab.
            Bitte melden Sie mich vom Newsletter ab.
            Bitte mich vom Verteiler abmelden
            Bitte nehmen Sie mich aus dem Verteiler.
            Bitte nehmt mich von der Liste
            Nehmen Sie mich bitte aus Ihrem E-Mail-Verteiler
            Bitte streichen Sie mich aus dem Verteiler
            Bitte streicht mich von der Mailingliste
            Bitte aus dem Verteiler streichen
            Bitte löschen Sie meine Adresse aus Ihrem Verteiler.
            Bitte meine E-Mail-Adresse aus dem Verteiler löschen
            Bitte tragen Sie mich aus der Liste aus
            Bitte austragen
            austragen
            Bitte von der Liste nehmen
            Keine weiteren Mails bitte
            Bitte keine Mails mehr
            Bitte schicken Sie mir keine E-Mails mehr.
            Ich möchte keine E-Mails mehr erhalten.
            Ich will keinen Newsletter mehr bekommen
            Wie kann ich mich abmelden?
            Können Sie mich bitte vom Newsletter abmelden?
            Sehr geehrte Damen und Herren,//bitte melden Sie mich vom Newsletter ab.//Mit freundlichen Grüßen/Anna Author
            Hallo zusammen,//bitte nehmt mich aus dem Verteiler.//Viele Grüße/Anna
            Hallo,/bitte abmelden./Danke/LG Anna
            désinscription
            Désinscription
            Désabonnement
            désabonnez-moi
            Me désinscrire
            Je souhaite me désinscrire
            Je souhaite me désabonner de cette liste.
            Merci de me désinscrire de la liste de diffusion
            Merci de me désabonner de votre newsletter.
            Veuillez me désinscrire de votre newsletter
            Veuillez me retirer de votre liste de diffusion.
            Merci de me retirer de cette liste
            Retirez-moi de votre liste
            Veuillez supprimer mon adresse de votre liste
            Je ne souhaite plus recevoir vos mails.
            Je ne veux plus recevoir de mails
            Ne plus recevoir
            Comment me désinscrire ?
            Bonjour,//Merci de me désinscrire de la newsletter.//Cordialement,/Anna Author
            Bonjour à tous,//je souhaite me désabonner.//Bonne journée
            darme de baja
            Darse de baja
            Dar de baja
            Quiero darme de baja
            Quiero darme de baja de la lista
            Deseo darme de baja de esta lista de correo.
            Por favor, denme de baja
            Por favor, dame de baja de la lista
            Solicito la baja de la lista
            Baja de la lista
            Cancelar suscripción
            Cancelar mi suscripción
            desuscribirme
            Quiero desuscribirme de este boletín
            Por favor, elimínenme de la lista
            Bórrenme de la lista por favor
            No quiero recibir más correos
            No deseo recibir más mensajes
            ¿Cómo puedo darme de baja?
            Hola,//por favor quiero darme de baja de la lista.//Un saludo,/Anna
            cancellami
            cancellazione
            Cancellatemi
            Cancellatemi dalla lista
            Vorrei cancellarmi dalla newsletter
            Vorrei disiscrivermi
            Disiscrivetemi dalla mailing list per favore
            Chiedo di essere cancellata dalla lista
            Per favore rimuovetemi dalla lista
            Toglietemi da questa lista
            Cancellazione dalla newsletter
            Non desidero più ricevere le vostre mail
            Non voglio più ricevere email
            Come posso cancellarmi?
            Buongiorno,//vorrei cancellarmi dalla mailing list.//Cordiali saluti/Anna Author
            afmelden
            Uitschrijven
            uitschrijven aub
            Graag afmelden
            Graag uitschrijven voor de nieuwsbrief
            Ik wil me afmelden
            Ik wil mij graag uitschrijven
            Ik wil mij afmelden voor de nieuwsbrief
            Afmelden voor nieuwsbrief
            Kunt u mij uitschrijven?
            Schrijf mij uit aub
            Meld mij af voor deze nieuwsbrief
            Verwijder mij van de lijst
            Haal mij van deze lijst af
            Graag mij van de mailinglijst verwijderen
            Ik wil geen mails meer ontvangen
            Beste,//graag uitschrijven.//Met vriendelijke groet,/Anna
            cancelar inscrição
            Cancelar assinatura
            Cancelar a minha subscrição
            Descadastrar
            Por favor, me descadastre
            Quero cancelar a minha inscrição
            Remover da lista
            Por favor, removam-me da lista
            Por favor removam o meu email da lista
            Gostaria de sair da lista
            Quero sair desta lista
            Não quero receber mais emails
            Não desejo receber mais mensagens
            Olá,//por favor retirem-me da lista.//Obrigada,/Anna
            Wypisz mnie
            Proszę mnie wypisać
            Proszę o wypisanie z listy
            Proszę wypisać mnie z newslettera
            Proszę o usunięcie mnie z listy mailingowej
            Proszę usunąć mój adres z listy
            Rezygnuję z newslettera
            Chcę się wypisać
            Nie chcę otrzymywać maili
            Dzień dobry,//proszę o wypisanie mnie z listy.//Pozdrawiam/Anna
            avregistrera
            Avregistrera mig
            Avprenumerera
            Jag vill avregistrera mig från listan
            Ta bort mig från listan
            Vänligen ta bort mig från denna lista
            Avsluta prenumeration
            Hej,//kan ni ta bort mig från maillistan?//Tack/Anna
            Afmeld
            Afmeld mig
            Afmeld nyhedsbrev
            Frameld mig
            Jeg vil gerne afmeldes nyhedsbrevet
            Fjern mig fra listen
            Venligst fjern mig fra mailinglisten
            Meld meg av
            Jeg ønsker å melde meg av listen
            Slett meg fra listen
            """
            .lines().toList();

    static final List<String> OTHERS = """
            Unsubscribe? Not working!
            unsubscribe//from the cinema list, they said
            Bob
            unsubscribe link broken?
            The unsubscribe link is broken
            Unsubscribe link does not work
            How do I unsubscribe my mother?
            Please unsubscribe bob@example.com
            Please remove bob@example.com from the list
            Please remove Bob from the list
            Please remove me from the list of drivers for Saturday
            Remove the table from the hall
            please take me off the team for Friday
            Take me off the rota
            I want to leave at eight
            I am leaving on Friday
            Leave the keys with Bob
            Stop sending me to the wrong hall
            Unsubscribe from Netflix
            How to unsubscribe from the federation newsletter
            To unsubscribe, use the link below.
            Anyone who wants to unsubscribe can use the link in the footer
            I did not ask to unsubscribe!
            Why was I unsubscribed?
            Do not unsubscribe me
            Please unsubscribe me, and also: the hall is closed on Friday.
            unsubscribe//PS: Bob, the key is under the mat by the door.
            Who unsubscribed my wife?
            Cancel the match on Saturday
            Please cancel my order
            I cannot opt out of the dues
            Abmeldung Samstag
            Abmeldung: Turnier am 3. März
            Ich melde mich für Samstag ab
            Hiermit melde ich mich vom Turnier ab
            Ich kann am Samstag nicht, bitte abmelden beim Trainer
            Bitte meldet euch alle vom alten Newsletter der Federation ab
            Abmelden bis Freitag bei Bob
            Wie melde ich meine Mutter ab?
            Bitte streichen Sie den dritten Absatz
            Bitte nehmt mich am Samstag mit
            Bitte nehmen Sie den Müll mit
            Kündigung der Halle
            Abmeldelink kaputt?
            Der Link zum Abmelden geht nicht
            Keine weiteren Fragen
            Bitte keine Nüsse mehr mitbringen
            désinscription du tournoi de samedi
            Je ne souhaite plus jouer le lundi
            Comment désinscrire mon fils ?
            Merci de retirer vos affaires de la salle
            Baja el volumen
            Estoy de baja hasta el lunes
            Baja de Pedro en el equipo
            Quiero dar de baja el teléfono del club
            Cancellazione della partita di sabato
            Cancellata la partita di domani
            Vorrei sapere come cancellarmi dal torneo di sabato
            Afmelden voor de training van zaterdag
            Afmelding toernooi zaterdag
            Ik kan zaterdag niet, afmelden dus
            Cancelar o jogo de sábado
            Quero sair mais cedo
            Proszę wypisać czek
            Proszę o usunięcie śniegu
            Jag vill ta bort bordet
            Afmeld mig til festen
            Meld meg på
            See you on Friday
            ok
            Anna and Bob are coming
            Thanks for the party, it was great fun
            Hello all, see you on Friday.//Anna
            Bitte lesen
            Please help
            """.lines().toList();

    private static Said said(String text) {
        return LeaveWords.in(text.replace("//", "\n\n").replace("/", "\n").lines().toList(), NAMES);
    }

    @ParameterizedTest
    @FieldSource("REQUESTS")
    void thisIsNothingButARequest(String text) {
        assertEquals(Said.REQUEST, said(text));
    }

    @ParameterizedTest
    @FieldSource("OTHERS")
    void thisIsSomethingElse(String text) {
        assertEquals(Said.OTHER, said(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leave", "Stop", "STOP!", "remove", "baja", "quit.", "Hi,//stop//Thanks"})
    void aWordMayBeARequest(String text) {
        assertEquals(Said.SHORT, said(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "Hi all,", "Thanks,//Anna", "Anna Author", "Bitte", "Viele Grüße/Anna",
                    "-----", "Hello Bob", "anna.author@example.org"})
    void thisSaysNothing(String text) {
        assertEquals(Said.NOTHING, said(text));
    }

    @Test
    void whoeverWritesMoreAsksForMore() {
        assertEquals(Said.OTHER, said("unsubscribe " + "and ".repeat(300)));
    }

    @Test
    void noTextTakesLong() {
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            for (var text : List.of("please ".repeat(110), "the list ".repeat(85), "from/".repeat(150),
                    "me from the list/".repeat(40), "a@".repeat(380), "<".repeat(780), "- ".repeat(390))) {
                said(text);
            }
        });
    }
}
