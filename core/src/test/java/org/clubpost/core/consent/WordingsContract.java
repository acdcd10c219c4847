package org.clubpost.core.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.clubpost.core.list.SampleLists;
import org.junit.jupiter.api.Test;

/** What every {@link Wordings} must do. */
public interface WordingsContract {

    /** The wordings under test. */
    Wordings testee();

    @Test
    default void wordsAreFoundByTheirDigestAsTheyWere() {
        var wording = Wording.of("Ich möchte die Mails von „" + SampleLists.freshListId() + "“.\n🦉");
        assertEquals(Optional.empty(), testee().find(wording.digest()));

        testee().keep(wording);
        testee().keep(wording);

        assertEquals(Optional.of(wording.words()), testee().find(wording.digest()));
    }
}
