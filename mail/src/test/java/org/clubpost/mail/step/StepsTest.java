package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;

class StepsTest {

    @Test
    void eachStepThatActedIsNamed() {
        Entity mail = MimeParser.parse(Octets.latin1(Mails.lines("MIME-Version: 1.0", "DKIM-Signature: x",
                "From: a@example.com", "To: news@lists.example.org", "Subject: [news] Hi",
                "Message-ID: <1@example.com>", "Date: Fri, 6 Mar 2026 08:30:00 +0000", "Content-Type: application/pdf",
                "", "%PDF")));
        List<String> acted = new ArrayList<>();

        List<Entity> before = new ArrayList<>(List.of(mail));
        Entity done = Steps.apply(mail, Mails.context(), (step, after) -> {
            if (!after.equals(before.getLast())) {
                acted.add(step);
            }
            before.add(after);
        });

        assertEquals(List.of("drop-foreign-fields", "direct-replies", "munge-from", "keep-thread", "add-footer",
                "add-list-fields"), acted);
        assertEquals(Steps.apply(mail, Mails.context()), done);
    }

    @Test
    void doneAgainTheOutcomeIsNotTaggedOrTrackedTwice() {
        String once = Mails
                .copy(Mails.lines("From: Anna <a@example.com>", "Subject: Hi", "Message-ID: <1@x>", "", "Hello"));

        String twice = Mails.copy(once);

        assertEquals(1, once.split("\\[news]", -1).length - 1);
        assertEquals(1, twice.split("\\[news]", -1).length - 1);
        assertEquals(1, twice.split("List-Id:", -1).length - 1);
        assertFalse(twice.contains("<1@x>\r\n <1@x>"));
    }
}
