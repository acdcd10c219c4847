package org.clubpost.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.clubpost.core.text.Catalogue;
import org.clubpost.core.text.Languages;
import org.junit.jupiter.api.Test;

/** Somebody who runs three lists sees in the inbox which of them a mail is about. */
class SubjectsTest {

    @Test
    void everySubjectNamesTheList() {
        for (var language : Languages.ALL) {
            var texts = Catalogue.of(language);

            assertEquals(List.of(), texts.names().stream()
                    .filter(name -> name.startsWith("mail.") && name.endsWith(".subject"))
                    .filter(name -> !texts.written(name).orElseThrow().contains("{list}")).sorted().toList());
        }
    }
}
