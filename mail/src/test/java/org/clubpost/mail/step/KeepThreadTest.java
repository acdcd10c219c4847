package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepThreadTest {

    private static Entity kept(String... header) {
        return new KeepThread().apply(MimeParser.parse(Octets.latin1(Mails.lines(header) + "\r\n")), Mails.context());
    }

    /** What SES does to a copy: another Message-ID, all else as it was. */
    private static String references(Entity mail) {
        return mail.header().value("References").orElse("none");
    }

    private static Entity keptWithItsId(String... header) {
        var context = new PostContext(Mails.list(), Mails.context().links(), Map.of(), PostContext.Arrival.SAMPLE,
                new PostContext.Passage(Set.of(), true));
        return new KeepThread().apply(MimeParser.parse(Octets.latin1(Mails.lines(header) + "\r\n")), context);
    }

    @Test
    void aCopyThatKeepsItsIdDoesNotReferToItself() {
        assertEquals("none", references(keptWithItsId("Message-ID: <post@example.com>")));
        assertEquals("<a@b>", references(keptWithItsId("Message-ID: <post@example.com>",
                "References: <a@b> <post@example.com>", "In-Reply-To: <a@b>")));
        assertEquals("none", keptWithItsId("Message-ID: <post@example.com>", "In-Reply-To: <post@example.com>")
                .header().value("In-Reply-To").orElse("none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Your message of Monday", "<>", "<bro ken>"})
    void aFieldWithoutIdsGoes(String value) {
        Entity mail = keptWithItsId("Message-ID: <post@example.com>", "In-Reply-To: " + value,
                "References: " + value);

        assertEquals("none", mail.header().value("In-Reply-To").orElse("none"));
        assertEquals("none", references(mail));
        assertEquals("none", kept("Message-ID: <post@example.com>", "In-Reply-To: " + value).header()
                .value("In-Reply-To").orElse("none"));
    }

    @Test
    void aPostRefersToItself() {
        assertEquals("<post@example.com>", references(kept("Message-ID: <post@example.com>")));
    }

    @Test
    void aConversationOfTwoRepliesStaysOneThread() {
        Entity post = kept("Message-ID: <post@author>");

        // Ben answers his copy, to which SES gave the id 1; mail programs append it to References.
        Entity reply = kept("Message-ID: <reply@ben>", "In-Reply-To: <1@eu-west-1.amazonses.com>",
                "References: " + references(post) + " <1@eu-west-1.amazonses.com>");
        // Cleo answers her copy of Ben's reply, to which SES gave the id 2.
        Entity answer = kept("Message-ID: <answer@cleo>", "In-Reply-To: <2@email.amazonses.com>",
                "References: " + references(reply) + "\r\n <2@email.amazonses.com>");

        assertEquals("<post@author> <reply@ben>", references(reply));
        assertEquals("<post@author>", reply.header().value("In-Reply-To").orElseThrow());
        assertEquals("<post@author> <reply@ben> <answer@cleo>", references(answer));
        assertEquals("<reply@ben>", answer.header().value("In-Reply-To").orElseThrow());
    }

    @Test
    void aReplyThatNamesNothingButACopyKeepsIt() {
        Entity mail = kept("Message-ID: <reply@ben>", "In-Reply-To: <1@eu-west-1.amazonses.com>");

        assertEquals("<1@eu-west-1.amazonses.com> <reply@ben>", references(mail));
        assertEquals("<1@eu-west-1.amazonses.com>", mail.header().value("In-Reply-To").orElseThrow());
    }

    @Test
    void aMailWithoutAnyIdIsLeftAlone() {
        assertEquals("none", references(kept("Subject: x")));
    }

    @Test
    void whatIsNoIdIsLeftOut() {
        assertEquals("<a@b> <c@d>", references(kept("References: junk <a@b> <bro ken> x@y", "Message-ID: <c@d>")));
    }

    @Test
    void aLongThreadKeepsItsRootAndItsEnd() {
        List<String> ids = IntStream.range(0, 200).mapToObj(i -> "<" + i + "@x>").toList();

        String references = references(kept("References: " + String.join("\r\n ", ids), "Message-ID: <own@x>"));

        assertTrue(references.startsWith("<0@x> <172@x> "), references);
        assertTrue(references.endsWith("<199@x> <own@x>"), references);
    }
}
