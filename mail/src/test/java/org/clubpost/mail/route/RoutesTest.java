package org.clubpost.mail.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.SampleLists;
import org.clubpost.mail.incoming.SampleIncoming;
import org.clubpost.mail.rule.SmallWorld;
import org.clubpost.mail.rule.Verdict;
import org.clubpost.mail.verdict.SampleMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    private static final MailingList LIST = SampleLists.aList();

    private final Routes routes = Routes.of(new SmallWorld(Set.of("member@club.example"), false));

    private Routed routed(String name) {
        return routes.route(SampleIncoming.of(name, LIST));
    }

    /**
     * The rule or route that decided, and what, in short: {@code loop discard}; for a mail that goes out, {@code
     * relay}.
     */
    private static String inShort(Routed routed) {
        return (routed.decider() + " " + switch (routed.handling()) {
            case Handling.Judged(Verdict.Relay _) -> "relay";
            case Handling.Judged(Verdict.Hold _) -> "hold";
            case Handling.Judged(Verdict.Reject _) -> "reject";
            case Handling.Judged(Verdict.Discard _) -> "discard";
            case Handling.Judged(Verdict.AskAuthor _) -> "ask";
            case Handling.Forward _ -> "forward";
            case Handling.Obey _ -> "obey";
            case Handling.CommandsUnproven _ -> "tell-owners";
            case Handling.Leave _ -> "leave";
            case Handling.LeaveAs _ -> "leave-as";
            case Handling.OfferToLeave _ -> "offer-to-leave";
            case Handling.Reported _ -> "discard";
            case Handling.ReportForOperator _ -> "forward";
            case Handling.Serve _ -> "serve";
        }).strip();
    }

    @ParameterizedTest
    @CsvSource({"post-of-an-owner, relay", "leave-with-token, leave-by-token leave",
            "leave-without-token, leave-by-author leave-as",
            "leave-forged, leave-by-author offer-to-leave", "to-the-bounces-address, bounces-address discard",
            "to-the-owners, owners-address forward", "to-the-admin-address, admin-address obey",
            "to-join, join serve", "to-confirm, confirm-by-reply serve",
            "to-help, help serve", "to-the-postmaster, domain-address forward", "own-copy-comes-back, loop discard",
            "own-list-id-in-capitals, loop discard",
            "own-mark-of-another-program, loop discard", "of-another-list, perhaps-automatic hold",
            "many-hops, too-many-hops discard",
            "some-hops, relay", "from-the-list-itself, from-ours discard",
            "from-another-of-our-lists, from-ours discard",
            "bounce-with-null-sender, bounce discard", "bounce-as-multipart-report, bounce discard",
            "bounce-of-qmail, bounce discard",
            "read-receipt, bounce discard", "vacation-by-rfc-3834, automatic discard",
            "vacation-by-exchange, perhaps-automatic hold",
            "vacation-of-outlook-without-marks, perhaps-automatic hold",
            "vacation-of-outlook-in-german, perhaps-automatic hold",
            "vacation-with-precedence, perhaps-automatic hold", "vacation-of-cpanel, automatic discard",
            "auto-submitted-no, relay",
            "precedence-first-class, relay", "virus, virus discard", "spam-of-a-proven-author, spam hold",
            "spam-of-nobody, spam discard", "gray, relay", "command-unsubscribe, command hold",
            "command-in-german, command hold",
            "command-in-the-body, command hold", "command-leave, command hold", "leave-as-a-real-subject, relay",
            "unsubscribe-as-a-topic, relay", "stranger, may-post hold", "owner-forged, may-post ask",
            "owner-in-the-display-name, may-post hold", "stranger-forged, may-post hold", "no-from, may-post hold",
            "two-from, may-post hold", "several-authors, may-post hold", "forged-block-below, may-post ask",
            "chain-letter, too-many-recipients hold", "group-of-many, too-many-recipients hold",
            "ten-recipients, relay",
            "by-bcc, relay", "named-in-cc, relay", "program-attached, refused-file reject",
            "program-with-an-rfc-2231-name, refused-file reject",
            "program-with-an-encoded-word-name, refused-file reject",
            "program-named-in-the-content-type, refused-file reject", "program-with-a-dot-behind, refused-file reject",
            "program-in-a-forwarded-mail, refused-file reject", "archive-attached, relay",
            "program-in-a-winmail, refused-file reject", "archive-in-a-winmail, relay", "harmless-attached, relay",
            "too-large, relay", "banned-address, may-post hold", "banned-by-envelope, relay"})
    void eachMailIsJudgedByTheRuleThatItIsFor(String name, String expected) {
        assertEquals(expected, inShort(routed(name)));
    }

    @Test
    void everyMailInTheFolderIsJudged() {
        var deciders = SampleIncoming.names().stream().map(name -> routed(name).decider()).collect(Collectors.toSet());
        var missing = Stream.concat(routes.kinds().stream(), routes.rules(Routes.POST).stream())
                .collect(Collectors.toCollection(HashSet::new));
        missing.removeAll(deciders);

        assertEquals(
                Set.of(Routes.POST, "of-another-list", "calendar-answer", "banned", "too-large", "audience-unknown",
                        "list-not-named",
                        "personal-link", "send-at", "repeated", "same-words"),
                missing,
                "a post is decided by its rules, some of which are tested with other settings");
    }

    @Test
    void theTokenIsRead() {
        assertEquals(new Handling.Leave("AQFtAAAAAAAAAAAAAAAAAAAAAABuZXdzAAAAAAAAAAAAAAAAAAAA"),
                routed("leave-with-token").handling());
    }

    @Test
    void nothingStandsBeforeALeaveTokenAndTheAddressForBounces() {
        assertEquals(List.of(), routes.rules("leave-by-token"));
        assertEquals(List.of(), routes.rules("bounces-address"));
        assertEquals(List.of("loop", "too-many-hops", "from-ours"), routes.rules("bounce"));
        assertEquals(routes.rules("bounce"), routes.rules("domain-address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"join", "leave-by-author", "confirm-by-reply", "help", "owners-address", "command"})
    void whatPeopleAskForIsGuardedLikeAPost(String kind) {
        assertEquals(routes.rules(Routes.POST).subList(0, 9), routes.rules(kind));
    }

    private static SampleMail leaving() {
        return SampleMail.from("member@club.example").to("news-leave@lists.example.org");
    }

    @Test
    void whatIsNotFromAPersonEndsNoMembership() {
        assertEquals("leave-by-author leave-as", decided(leaving()));
        assertEquals("automatic discard", decided(leaving().with("Auto-Submitted", "auto-replied")));
        assertEquals("loop discard", decided(leaving().with("X-Loop", "news@lists.example.org")));
        assertEquals("bounce discard", decided(leaving().envelope("")));
        assertEquals("loop discard", decided(leaving().envelope("").with("X-Loop", "news@lists.example.org")));
        assertEquals("bounces-address discard", decided(leaving().to("news-bounces@lists.example.org")
                .with("X-Loop", "news@lists.example.org")));
    }

    @ParameterizedTest
    @CsvSource({"post-of-an-owner, post", "stranger, post", "virus, post", "leave-with-token, leave-by-token",
            "leave-forged, leave-by-author", "to-the-bounces-address, bounces-address", "to-the-owners, owners-address",
            "bounce-of-qmail, bounce", "command-in-german, command"})
    void theKindIsSaid(String name, String kind) {
        assertEquals(kind, routed(name).kind());
    }

    private String decided(SampleMail mail) {
        return inShort(routes.route(SampleIncoming.of(mail, LIST)));
    }
}
