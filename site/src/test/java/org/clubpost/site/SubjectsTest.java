package org.clubpost.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.clubpost.core.text.Catalogue;
import org.clubpost.core.text.Languages;
import org.junit.jupiter.api.Test;

/** Somebody who runs three lists sees in the inbox which of them a mail is about. */
class SubjectsTest {

    /** They are about who may make lists. */
    private static final Set<String> OF_NO_LIST = Set.of("mail.maker-came.subject", "mail.maker-went.subject",
            "mail.for-operator.subject", "mail.for-operator-unseen.subject");

    @Test
    void everySubjectNamesTheList() {
        for (var language : Languages.ALL) {
            var texts = Catalogue.of(language);

            assertEquals(List.of(), texts.names().stream()
                    .filter(name -> name.startsWith("mail.") && name.endsWith(".subject"))
                    .filter(name -> !OF_NO_LIST.contains(name))
                    .filter(name -> !texts.written(name).orElseThrow().contains("{list}")).sorted().toList());
        }
    }
}
