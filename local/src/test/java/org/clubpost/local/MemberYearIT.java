package org.clubpost.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Membership;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A member's year: everything that somebody may do between the first form and the last trace, in one story. */
final class MemberYearIT {

    private static final ListId NEWS = new ListId("news");
    private static final ListId CHESS = new ListId("chess");
    private static final ListId CHOIR = new ListId("choir");
    private static final String ANN = "ann@club.example";
    private static final String ANNA = "anna@new.example";

    @TempDir
    private Path data = Path.of("");
    private TestClubpost clubpost;

    @BeforeEach
    void start() throws StartFailure {
        clubpost = TestClubpost.start(data);
        for (var id : List.of(CHESS, CHOIR)) {
            var list = MailingList.create(id, TestClubpost.DOMAIN, id.value(),
                    List.of(EmailAddress.of("owner@example.org")));
            assertTrue(clubpost.database().lists().create(
                    list.with(list.posting().withPolicy(PostingPolicy.MEMBERS))));
        }
    }

    @AfterEach
    void stop() {
        clubpost.close();
    }

    private Subscriber of(ListId list, String address) {
        return clubpost.database().subscribers().find(list, ids().of(EmailAddress.of(address))).orElseThrow()
                .subscriber();
    }

    private SubscriberIds ids() {
        return new SubscriberIds(clubpost.data().secrets().installation());
    }

    private void post(ListId list, String from, String subject, String text) {
        assertEquals("250", clubpost.send(from, list + "@" + TestClubpost.DOMAIN, "From: " + from + "\r\nTo: " + list
                + "@" + TestClubpost.DOMAIN + "\r\nSubject: " + subject + "\r\n\r\n" + text + "\r\n").substring(0, 3));
    }

    private static String text(String mail) {
        try {
            var read = new MimeMessage(Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
            return read.getContent() instanceof String whole
                    ? whole
                    : (String) ((jakarta.mail.Multipart) read.getContent()).getBodyPart(0).getContent();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String linkTo(String address, String subject, String page) {
        return TestClubpost.link(text(clubpost.mailTo(address, subject)), page);
    }

    private String press(String link, Map<String, String> fields) {
        var page = link.substring(0, link.indexOf('?'));
        var all = new java.util.HashMap<>(fields);
        all.put("token", TestClubpost.token(link));
        var answer = clubpost.post(page, all);
        assertEquals(200, answer.statusCode(), answer::body);
        return answer.body();
    }

    /** The page behind the short link has a button, which goes to the page of long links. */
    private String leave(String link) {
        assertEquals(200, clubpost.get(link).statusCode());
        return press("/unsubscribe?token=" + TestClubpost.token(link), Map.of("button", "yes"));
    }

    private String freshSettings(String address) {
        assertEquals(200, clubpost.post("/leave", Map.of("email", address)).statusCode());
        return linkTo(address, "Your links for", "/manage");
    }

    @Test
    void everythingThatAMemberMayDoInAYear() {
        // She ticks three lists on the front page, and confirms once.
        assertEquals(200, clubpost.post("/subscribe",
                Map.of("lists", "news,chess,choir", "email", ANN, "name", "Ann")).statusCode());
        press(linkTo(ANN, "Please confirm", "/confirm"), Map.of());
        for (var list : List.of(NEWS, CHESS, CHOIR)) {
            assertInstanceOf(Subscriber.Confirmed.class, of(list, ANN));
        }

        // She pauses the chess list, and gets nothing from it.
        post(NEWS, "owner@example.org", "Spring", "It is spring.");
        var settings = freshSettings(ANN);
        var chess = ((Subscriber.Confirmed) of(CHESS, ANN)).settings();
        assertEquals(Optional.empty(), chess.pausedUntil());
        press(settings, Map.of("name", "Ann", "language", "en", "own-posts", "copy", "copy", "yes", "pause-until",
                LocalDate.now(ZoneOffset.UTC).plusDays(30).toString()));
        press(settings, Map.of("name", "Ann", "language", "en", "own-posts", "copy", "copy", "yes", "pause-until", ""));
        clubpost.mailTo(ANN, "[news] Spring");

        // She has another address now, on all lists. Old links still work.
        var oldLeave = TestClubpost.link(text(clubpost.mailTo(ANN, "[news] Spring")), "/u");
        press(settings, Map.of("change-address", "yes", "new-address", ANNA, "everywhere", "yes"));
        press(linkTo(ANNA, "Confirm your new address", "/address"), Map.of("button", "yes"));
        for (var list : List.of(NEWS, CHESS, CHOIR)) {
            assertInstanceOf(Subscriber.Moved.class, of(list, ANN));
            assertInstanceOf(Subscriber.Confirmed.class, of(list, ANNA));
        }
        clubpost.mailTo(ANN, "was changed");
        post(NEWS, "owner@example.org", "Summer", "It is summer.");
        var summer = clubpost.mailTo(ANNA, "[news] Summer");
        assertEquals(200, clubpost.get(oldLeave).statusCode());

        // She quotes the footer in a mail to the choir. Nobody finds her link in it.
        var own = TestClubpost.link(text(summer), "/u");
        post(CHOIR, ANNA, "Quoted", "Look:\r\n" + text(summer).lines().map(line -> "> " + line)
                .reduce((one, other) -> one + "\r\n" + other).orElseThrow());
        var quoted = text(clubpost.mailTo(ANNA, "[choir] Quoted"));
        assertFalse(quoted.contains(own.substring(own.indexOf('?') + 1)), quoted);

        // She forwards a mail, and its reader presses leave. The goodbye mail brings her back.
        leave(own);
        assertInstanceOf(Subscriber.Left.class, of(NEWS, ANNA));
        press(linkTo(ANNA, "You have left News", "/unsubscribe"), Map.of("button", "yes"));
        assertInstanceOf(Subscriber.Confirmed.class, of(NEWS, ANNA));

        // She leaves the choir, and says why.
        var choir = TestClubpost.link(quoted.substring(quoted.lastIndexOf("____")), "/u");
        var left = leave(choir);
        var why = java.util.regex.Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(left);
        assertTrue(why.find(), left);
        assertEquals(200, clubpost.post("/unsubscribe",
                Map.of("token", why.group(1), "reason", LeaveReason.TOO_MANY.word())).statusCode());
        var gone = assertInstanceOf(Subscriber.Left.class, of(CHOIR, ANNA));
        assertEquals(Optional.of(LeaveReason.TOO_MANY), gone.reason());
        assertEquals(LeaveWay.PAGE, gone.way());

        // She has everything erased. Nothing is left but keys.
        var fresh = freshSettings(ANNA);
        var erase = "/erase?token=" + TestClubpost.token(fresh);
        assertEquals(200, clubpost.get(erase).statusCode());
        press(erase, Map.of("erase", "yes"));
        TestClubpost.waitUntil("she is forgotten", () -> List.of(NEWS, CHESS, CHOIR).stream()
                .allMatch(list -> of(list, ANNA) instanceof Subscriber.Forgotten forgotten
                        && forgotten.way() == ForgetWay.PERSON));

        // Somebody imports an old table. She stays away; her own sign-up works.
        var list = clubpost.database().lists().find(CHESS).orElseThrow();
        var acts = new KeepMembers(clubpost.database().subscribers(), ids(), clubpost.database().actLog(),
                InstantSource.system());
        for (var address : List.of(ANNA, ANN)) {
            var answer = acts.add(new Actor.Operator(), list,
                    new Newcomer(EmailAddress.of(address), PersonName.NONE), "an old table of " + Instant.EPOCH);
            assertEquals(new Answer.Allowed<>(new Membership.Tally(0, 0, 1)), answer, address);
        }
        clubpost.post("/subscribe", Map.of("list", "chess", "email", ANNA));
        press(linkTo(ANNA, "Please confirm: chess", "/confirm"), Map.of());
        assertInstanceOf(Subscriber.Confirmed.class, of(CHESS, ANNA));
    }
}
