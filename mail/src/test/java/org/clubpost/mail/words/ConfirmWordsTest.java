package org.clubpost.mail.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.clubpost.mail.words.ConfirmWords.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfirmWordsTest {

    private static Said said(String text) {
        return ConfirmWords.in(text.lines().toList(), "news Chess Club");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yes", "Yes!", "YES PLEASE", "Yes, please.", "ok", "Okay", "o.k.", "I confirm", "Confirm",
                    "Confirmed, thanks",
                    "Hi,\n\nyes, I confirm.\n\nBest regards\nAnna Miller", "Yes, sign me up", "subscribe",
                    "Please add me",
                    "Ja", "ja bitte", "Ja, gerne", "Hallo,\nja, das war ich.\nViele Grüße\nAnna",
                    "Hiermit bestätige ich",
                    "Bestätigt", "Ich bestätige die Anmeldung", "Oui", "Oui, merci", "Je confirme", "D’accord", "Sí",
                    "Si, gracias", "Confirmo",
                    "Vale", "Sì", "Confermo, grazie", "Va bene", "Ja, graag", "Akkoord", "Ik bevestig", "Tak",
                    "Potwierdzam",
                    "Tak, proszę", "Sim", "Confirmo a minha inscrição", "+1", "\ud83d\udc4d",
                    "\ud83d\udc4d\ud83c\udffd", "Yes :-)",
                    "yes chess club"})
    void yesIsAYes(String text) {
        assertEquals(Said.YES, said(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"No", "no thanks", "Yes? I never asked for this.", "Yes, but not now", "Nein",
                    "Ja, aber wer sind Sie?",
                    "Non merci", "No, gracias", "Nee", "Nie", "Não", "Who are you?", "?", "Thanks",
                    "Thank you for your mail.",
                    "I am out of the office until Monday.", "Ich bin im Urlaub.", "Please call me.", "stop",
                    "unsubscribe",
                    "This was not me", "Das war ich nicht", "Anna", "...---...", "confirm what?",
                    "Your ticket #4711 was opened.", "ok boomer", "Yes I would like to know more about why"})
    void anythingElseIsForAPerson(String text) {
        assertEquals(Said.OTHER, said(text));
    }

    @Test
    void noWordsAreNone() {
        assertEquals(Said.NOTHING, said(""));
        assertEquals(Said.NOTHING, said(" \n\n "));
    }

    @Test
    void whoeverWritesMuchWritesMoreThanAYes() {
        assertEquals(Said.OTHER, said("Yes. " + "Fine words. ".repeat(40)));
        assertEquals(Said.OTHER, ConfirmWords.in(List.of("Hello"), ""));
    }
}
