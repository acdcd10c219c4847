package org.clubpost.core.admin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.store.MailKey;
import org.junit.jupiter.api.Test;

class HandInTest {

    private static final String DRAFT = "0123456789abcdef0123456789abcdef";
    private final Office office = new Office();
    private final List<MailKey> stored = new ArrayList<>();
    private final List<EmailAddress> authors = new ArrayList<>();
    private final HandIn handIn = new HandIn((key, _) -> stored.add(key));

    private MailContent mail(EmailAddress author) {
        authors.add(author);
        return MailContent.of("mail".getBytes(US_ASCII));
    }

    @Test
    void draftIsOneMailOfWhoeverIsSignedIn() {
        assertEquals(HandIn.Outcome.HANDED_IN, handIn.handIn(Office.OWNER, office.list, DRAFT, this::mail));
        handIn.handIn(Office.OWNER, office.list, DRAFT, this::mail);

        assertEquals(2, stored.size());
        assertEquals(stored.getFirst(), stored.getLast(), "the same key, so one post");
        assertTrue(stored.getFirst().value().startsWith("inbound/" + office.list.id() + "/written-"));
        assertEquals(EmailAddress.of("owner@club.example"), authors.getFirst());
    }

    @Test
    void nobodyWritesOverTheDraftOfSomebodyElse() {
        var moderator = EmailAddress.of("moderator@club.example");
        var list = office.list.with(office.list.people().withModerators(List.of(moderator)));
        handIn.handIn(Office.OWNER, list, DRAFT, this::mail);
        handIn.handIn(new Actor.Owner(moderator), list, DRAFT, this::mail);

        assertEquals(2, Set.copyOf(stored).size());
    }

    @Test
    void whoHasNoAddressOrNoRoleWritesNothing() {
        for (var actor : List.of(Office.OPERATOR, Office.STRANGER)) {
            assertEquals(HandIn.Outcome.NOBODY, handIn.handIn(actor, office.list, DRAFT, this::mail));
        }
        assertTrue(stored.isEmpty());
    }

    @Test
    void nameOfADraftCannotBeAnything() {
        for (var name : List.of("", "x", "../" + DRAFT, DRAFT.toUpperCase(Locale.ROOT), DRAFT + "0")) {
            assertEquals(HandIn.Outcome.NO_DRAFT, handIn.handIn(Office.OWNER, office.list, name, this::mail), name);
        }
        assertTrue(stored.isEmpty());
    }

    @Test
    void operatorAloneWritesForSomebodyWithARole() {
        var owner = EmailAddress.of("owner@club.example");
        for (var actor : List.of(Office.OWNER, Office.STRANGER)) {
            assertEquals(HandIn.Outcome.NOBODY, handIn.handInFor(actor, office.list, owner, DRAFT, this::mail));
        }
        assertEquals(HandIn.Outcome.NOBODY, handIn.handInFor(Office.OPERATOR, office.list,
                EmailAddress.of("eve@else.example"), DRAFT, this::mail));
        assertTrue(stored.isEmpty());

        assertEquals(HandIn.Outcome.HANDED_IN,
                handIn.handInFor(Office.OPERATOR, office.list, owner, DRAFT, this::mail));
        handIn.handIn(Office.OWNER, office.list, DRAFT, this::mail);

        assertEquals(List.of(owner, owner), authors);
        assertEquals(1, Set.copyOf(stored).size(), "it is the owner's draft");
    }

    @Test
    void draftThatIsTriedIsNoMailOfTheList() {
        assertEquals(Optional.empty(), MailKey.draft(office.list.id(), DRAFT).inboundList());
    }
}
