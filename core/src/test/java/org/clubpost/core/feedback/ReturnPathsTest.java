package org.clubpost.core.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListAddress;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.ReturnPath;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.suppression.Trace;
import org.clubpost.core.suppression.Trace.Purpose;
import org.junit.jupiter.api.Test;

final class ReturnPathsTest {

    private static final String DOMAIN = "lists.example.org";

    private final Club club = new Club();
    private final ReturnPaths paths = new ReturnPaths(club.lists, club.subscribers, SampleLinks.TOKENS.bounces());

    private static Trace.Marked mailTo(String list, String member) {
        return new Trace.Marked(new ListId(list), Optional.empty(), Club.key(member), Purpose.NOTICE);
    }

    private static ReturnPath path(EmailAddress address) {
        return ReturnPath.read(address).orElseThrow();
    }

    @Test
    void addressSaysWhichMailToWhomItWas() {
        club.join(club.news, Club.ANNA);
        club.join(club.news, "bob@mail.example");
        var mail = mailTo("news", Club.ANNA);
        var address = paths.of(mail, DOMAIN);

        assertEquals(Optional.of(mail), paths.trace(path(address)));
        assertEquals(Optional.of(new ListId("news")), paths.list(address));
        assertEquals(Optional.of(mail),
                paths.trace(path(EmailAddress.of(address.localPart().toUpperCase(Locale.ROOT) + "@" + DOMAIN))));
        assertEquals(Optional.of(new ListAddress(new ListId("chess"), ListRole.BOUNCES)),
                ListAddress.read(address, club.chess), "any list takes it");
        assertEquals(Optional.empty(), ListAddress.read(paths.of(mail, "example.net"), club.chess));
        assertEquals(Optional.empty(),
                ListAddress.find(address, DOMAIN, new InMemoryLists(SampleLists.aList("bounces"))));
    }

    @Test
    void mailForSomebodyForgottenIsStillTakenAndMeansNobody() {
        var address = paths.of(mailTo("news", Club.ANNA), DOMAIN);

        assertEquals(Optional.empty(), paths.trace(path(address)));
        assertEquals(Optional.of(new ListId("news")), paths.list(address));
    }

    @Test
    void nothingIsTakenForAListThatIsGoneOrAnAddressThatWasNotMadeHere() {
        assertEquals(Optional.empty(), paths.list(paths.of(mailTo("gone", Club.ANNA), DOMAIN)));
        assertEquals(Optional.empty(), paths.list(new ReturnPath("0".repeat(48)).at(DOMAIN)));
        assertEquals(Optional.empty(), paths.trace(new ReturnPath("0".repeat(48))));
        assertEquals(Optional.empty(), paths.list(EmailAddress.of("news-bounces@" + DOMAIN)));
        assertEquals(Optional.empty(), ReturnPath.read(EmailAddress.of("bounces-0@" + DOMAIN)));
    }
}
