package org.clubpost.core.consent;

import java.util.Optional;

/**
 * The words that people were shown before they agreed, each once, for good: as long as there is a record of consent, its
 * words can be told. There are few: for each list and language, one for each time that they were changed. Every method
 * may throw {@link org.clubpost.core.UnavailableException} and is safe to repeat.
 */
public interface Wordings {

    /** For whoever shows no words of their own. */
    Wordings NONE = new Wordings() {

        @Override
        public void keep(Wording wording) {
            // Nobody asks for it.
        }

        @Override
        public Optional<String> find(String digest) {
            return Optional.empty();
        }
    };

    /** Keeps these words. */
    void keep(Wording wording);

    /** The words with that SHA-256; empty when they were never kept. */
    Optional<String> find(String digest);
}
