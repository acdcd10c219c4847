package org.clubpost.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.suppression.BounceReason;
import org.clubpost.site.Letters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReturnLettersTest {

    private static final MailingList LIST = SampleLists.aList();
    private static final Letters LETTERS = Letters.load();

    private static String text(Locale language, PostNotice.PostReport.Reader reader, long complaints,
            PostNotice.PostReturns.Returned... returned) {
        return LETTERS.write(ReturnLetters.draft(new PostNotice.PostReturns(LIST, EmailAddress.of("a@club.example"),
                language, reader, "Summer party", "0123456789abcdef01234567", 212, List.of(returned), complaints),
                LETTERS)).text();
    }

    private static PostNotice.PostReturns.Returned returned(BounceReason reason, long count) {
        return new PostNotice.PostReturns.Returned(reason, count);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 212 sent, 3 came back: 2 mailboxes full, 1 does not exist.
            de | 212 verschickt, 3 kamen zurück: 2 Postfächer voll, 1 Adresse gibt es nicht.
            fr | 212 exemplaires envoyés, 3 sont revenus : 2 boîtes pleines, 1 adresse n’existe pas.
            es | 212 copias enviadas, 3 volvieron: 2 buzones llenos, 1 dirección no existe.
            it | 212 copie inviate, 3 sono tornate: 2 caselle piene, 1 indirizzo non esiste.
            nl | 212 verstuurd, 3 kwamen terug: 2 mailboxen vol, 1 adres bestaat niet.
            pl | Wysłano: 212, wróciły 3: 2 skrzynki pełne, 1 adres nie istnieje.
            pt | 212 cópias enviadas, 3 voltaram: 2 caixas cheias, 1 endereço não existe.
            """)
    void itIsSaidInOneSentence(String language, String sentence) {
        var text = text(Locale.of(language), PostNotice.PostReport.Reader.AUTHOR, 0,
                returned(BounceReason.HOST_UNKNOWN, 1), returned(BounceReason.MAILBOX_FULL, 2));
        assertTrue(text.replaceAll("\\s+", " ").contains(sentence), text);
    }

    @ParameterizedTest
    @EnumSource(BounceReason.class)
    void everyReasonHasWordsInEveryLanguage(BounceReason reason) {
        for (var language : List.of("en", "de", "fr", "es", "it", "nl", "pl", "pt")) {
            for (var count : List.of(1L, 2L, 5L, 1_000_000L)) {
                var text = text(Locale.of(language), PostNotice.PostReport.Reader.OWNER, count,
                        returned(reason, count));
                assertTrue(Stream.of("{", "}", "returned.").noneMatch(text::contains), text);
            }
        }
    }

    @Test
    void whoeverIsToBlameIsNamedAndComplaintsAreCounted() {
        var text = text(Locale.ENGLISH, PostNotice.PostReport.Reader.AUTHOR, 1, returned(BounceReason.TOO_LARGE, 2),
                returned(BounceReason.BLOCKED, 1)).replaceAll("\\s+", " ");
        assertTrue(text.contains("For 2 copies the reason is the mail itself"), text);
        assertTrue(text.contains("For 1 copy the reason is on our side"), text);
        assertTrue(text.contains("1 reader marked it as spam."), text);
    }

    @Test
    void complaintsAloneAreTold() {
        var text = text(Locale.ENGLISH, PostNotice.PostReport.Reader.AUTHOR, 2);
        assertTrue(text.contains("2 readers marked it as spam."), text);
        assertTrue(!text.contains("came back:"), text);
    }

    @ParameterizedTest
    @EnumSource(OwnerNotice.ListHealth.Level.class)
    void anOwnerHearsHowTheListIs(OwnerNotice.ListHealth.Level level) {
        var letter = LETTERS
                .write(ReturnLetters.draft(new OwnerNotice.ListHealth(LIST, EmailAddress.of("o@club.example"),
                        level, 1_040, 60, 2)));
        var text = letter.text().replaceAll("\\s+", " ");
        assertTrue(text.contains("1040") && text.contains("60") && text.contains(LIST.id().value()), text);
        assertEquals(level == OwnerNotice.ListHealth.Level.STOPPED, text.contains("clubpost list release"), text);
    }
}
