package org.clubpost.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.note.Note;
import org.clubpost.core.post.SamplePosts;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteLettersTest {

    private static final NoteLetters LETTERS = new NoteLetters();

    private static MailingList list(String language) {
        var list = SampleLists.aListWithEverySetting(new ListId("news"));
        return list.with(list.profile().withLanguage(Locale.forLanguageTag(language)));
    }

    @Test
    void wordsAreTheListsAndPlain() {
        var post = new Note.NewPost(SamplePosts.aPost(new ListId("news")).id(), true);

        assertEquals("A new post is out on Schachverein Königsspringer ♞.", LETTERS.of(list("en"), post).text());
        assertEquals("Auf Schachverein Königsspringer ♞ ist ein neuer Beitrag erschienen.",
                LETTERS.of(list("de-CH"), post).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void subjectIsWhatSnsTakesAndNobodyIsNamed(String language) {
        var reader = SampleSubscribers.aKey("0a");
        var words = LETTERS.of(list(language), new Note.Welcome(reader));

        assertTrue(words.subject().matches("[A-Za-z][ -~]{0,99}"), words.subject());
        assertFalse(words.toString().contains(reader.hex()));
        assertTrue(words.text().length() < 250, "a text message or two");
    }
}
