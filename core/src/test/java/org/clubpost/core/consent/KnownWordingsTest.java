package org.clubpost.core.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KnownWordingsTest implements WordingsContract {

    private final List<Wording> stored = new ArrayList<>();
    private final Wordings testee = new KnownWordings(new Wordings() {

        private final HashMap<String, String> kept = new HashMap<>();

        @Override
        public void keep(Wording wording) {
            stored.add(wording);
            kept.put(wording.digest(), wording.words());
        }

        @Override
        public Optional<String> find(String digest) {
            return Optional.ofNullable(kept.get(digest));
        }
    });

    @Override
    public Wordings testee() {
        return testee;
    }

    @Test
    void sameWordsAreStoredOnce() {
        testee.keep(Wording.of("one"));
        testee.keep(Wording.of("other"));
        testee.keep(Wording.of("one"));

        assertEquals(List.of(Wording.of("one"), Wording.of("other")), stored);
    }

    /** More than can be remembered are stored all the same, perhaps more than once. */
    @Test
    void noneIsLostOfMany() {
        for (var i = 0; i < 10_002; i++) {
            testee.keep(Wording.of("number " + i));
        }
        testee.keep(Wording.of("number 10001"));
        testee.keep(Wording.of("number 0"));

        assertEquals(10_003, stored.size());
        assertEquals(Optional.of("number 10001"), testee.find(Wording.of("number 10001").digest()));
    }

    @Test
    void digestIsTheSha256OfTheWords() {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Wording.of("abc").digest());
    }
}
