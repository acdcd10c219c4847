package org.clubpost.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.Admission;
import org.clubpost.core.list.Dispatch;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.PostingPolicy;
import org.clubpost.core.list.QuietHours;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.ModerationToken.Action;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostState;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.local.smtp.Trust;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every form that there is, filled in with the keyboard alone on a phone's width, with scripts and without. A row for a
 * form: how it is reached, what is typed, and what the page must say then.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FormJourneysIT {

    private static final ListId NEWS = new ListId("news");
    private static final ListId CHESS = new ListId("chess");
    private static final ListId GO = new ListId("go");
    private static final ListId SLOW = new ListId("slow");
    private static final String OWNER = "owner@example.org";
    private Chromium chromium;
    private TestClubpost clubpost;
    /** One that believes nobody. */
    private TestClubpost unproven;
    /** They press buttons with different keys. */
    private Keyboard withScripts;
    private Keyboard withoutScripts;
    private int people;

    /** How a form is reached: its path, for a person with that address. */
    @FunctionalInterface
    interface Way {

        String path(String address);
    }

    /** What the person with that address does. */
    @FunctionalInterface
    interface Story {

        void play(Keyboard keys, String address);
    }

    record Form(String name, Way way, Story story, String then) {}

    @BeforeAll
    void start(@TempDir Path data, @TempDir Path other) throws StartFailure {
        chromium = Chromium.open();
        var settings = TestClubpost.settings(other);
        unproven = TestClubpost.start(new LocalSettings(other, settings.doors(), settings.domain(), settings.outlet(),
                Trust.NONE, settings.window()));
        clubpost = TestClubpost.start(data);
        var site = clubpost.running().pages();
        withScripts = new Keyboard(chromium.page(360, true), site, "Enter");
        withoutScripts = new Keyboard(chromium.page(360, false), site, "Space");
        for (var id : List.of(CHESS, GO, SLOW)) {
            var list = MailingList.create(id, TestClubpost.DOMAIN, "The " + id + " list",
                    List.of(EmailAddress.of(OWNER)));
            assertTrue(clubpost.database().lists().create(list));
        }
        change(clubpost, GO, list -> list.with(list.signUp().with(Admission.APPROVAL)));
        change(unproven, NEWS, list -> list.with(list.posting().withPolicy(PostingPolicy.MEMBERS)));
        change(clubpost, SLOW, list -> list.with(
                new Dispatch(Duration.ofMinutes(10), QuietHours.NONE, Dispatch.Report.POSTER, true)));
        member(SLOW, "witness@club.example");
    }

    private static void change(TestClubpost clubpost, ListId id, UnaryOperator<MailingList> change) {
        var list = clubpost.database().lists().find(id).orElseThrow();
        assertTrue(clubpost.database().lists().replace(list, change.apply(list)));
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        for (var each : Stream.of(clubpost, unproven).filter(Objects::nonNull).toList()) {
            each.close();
        }
    }

    Stream<Arguments> everyForm() {
        return Stream.of(subscribing(), confirming(), leaving(), settings(), address(), deciding(), owners())
                .flatMap(each -> each)
                .flatMap(form -> Stream.of(Arguments.of(form.name(), true, form),
                        Arguments.of(form.name(), false, form)));
    }

    private Stream<Form> subscribing() {
        return Stream.of(
                new Form("sign-up, with a slip, one more mail and a wrong address", _ -> "/subscribe?list=news",
                        (keys, who) -> keys.type("Your e-mail address", who.replace("club.example", "gmial.com"))
                                .type("Your name", "Ann").press("Sign up").sees("Is the address right?")
                                .press("It should be").sees(who.replace("club.example", "gmail.com"))
                                .press("Send one more mail").sees("We have noted that you want one more mail.")
                                .press("Wrong address?").type("Your e-mail address", who).press("Sign up").sees(who),
                        "Check your inbox"),
                new Form("front page", _ -> "/",
                        (keys, who) -> keys.tick("News").tick("The chess list").type("Your e-mail address", who)
                                .unfold("Your name").type("Your name", "Ann").press("Sign up").sees(who),
                        "Check your inbox"));
    }

    private Stream<Form> confirming() {
        return Stream.of(
                new Form("confirm", who -> asked("news", who, "/confirm"),
                        (keys, _) -> keys.press("Yes, add me"), "Welcome!"),
                new Form("confirm several", who -> asked("news,chess", who, "/confirm"),
                        (keys, _) -> keys.press("Yes, add me"), "Welcome!"),
                new Form("withdraw", who -> asked("news", who, "/withdraw"),
                        (keys, _) -> keys.press("Yes, remove it"), "The request is removed"),
                new Form("expired link", this::expired,
                        (keys, _) -> keys.sees("This link has run out").press("Send me a new link"),
                        "Check your inbox"));
    }

    private Stream<Form> leaving() {
        return Stream.of(
                new Form("leave, and say why", who -> "/unsubscribe?token=" + member(LinkPurpose.LEAVE_PAGE, who),
                        (keys, _) -> keys.press("Yes, take me off the list").sees("You have left the list")
                                .press("Too many mails"),
                        "Thank you"),
                new Form("pause instead", who -> "/unsubscribe?token=" + member(LinkPurpose.LEAVE_PAGE, who),
                        (keys, _) -> keys.follow("Pause instead").type("No mails until", inAMonth()).press("Save")
                                .sees("Saved."),
                        "Your settings"),
                new Form("come back", this::left, (keys, _) -> keys.press("Yes, bring me back"),
                        "You are back on the list"),
                new Form("leave without an old mail", who -> {
                    member(NEWS, who);
                    return "/leave";
                }, (keys, who) -> {
                    keys.type("Your e-mail address", who).press("Send me the links").sees("Look into your mailbox")
                            .open(linkIn(who, "Your links for", "/u"))
                            .press("Yes, take me off the list");
                }, "You have left the list"));
    }

    private Stream<Form> settings() {
        return Stream.of(
                new Form("settings", who -> "/manage?token=" + member(LinkPurpose.MANAGE_PAGE, who),
                        (keys, _) -> keys.tick("I want the copy").press("Save").sees("Saved."), "Your settings"),
                new Form("fresh link", who -> "/manage?token=" + member(LinkPurpose.MANAGE_PAGE, who),
                        (keys, who) -> keys.press("Send me a link").sees("Look into your mailbox")
                                .open(linkIn(who, "Your settings for", "/manage")).type("Your name", "Ann Other")
                                .press("Save").sees("Saved."),
                        "Your settings"),
                new Form("download of everything", who -> "/manage?token=" + fresh(who), (keys, _) -> {
                    keys.follow("See and download");
                    assertTrue(keys.download("Download it as a file").endsWith(".json"));
                }, "What is stored about you"),
                new Form("erase", who -> "/manage?token=" + fresh(who),
                        (keys, _) -> keys.follow("Erase me").press("Yes, erase everything"), "You have been erased"));
    }

    private Stream<Form> address() {
        return Stream.of(new Form("another address, and back", who -> "/manage?token=" + fresh(who), (keys, who) -> {
            var other = "new-" + who;
            keys.type("New e-mail address", other).press("Change the address").sees("Look into the new mailbox")
                    .open(linkIn(other, "Confirm your new address", "/address")).press("Yes, use this address")
                    .sees("Your address is changed").open(linkIn(who, "was changed", "/address"))
                    .press("Yes, undo it");
        }, "The change is undone"));
    }

    private Stream<Form> deciding() {
        return Stream.of(
                new Form("owner sends", who -> decide(who, Action.SEND),
                        (keys, _) -> keys.press("Yes, send it"), "It is on its way"),
                new Form("owner refuses", who -> decide(who, Action.REFUSE),
                        (keys, _) -> keys.type("What should the author know?", "Wrong list.").press("Refuse it"),
                        "It will not be sent"),
                new Form("author confirms", who -> unproven(who, true),
                        (keys, _) -> keys.press("Yes, I wrote this"), "It is on its way"),
                new Form("author disowns", who -> unproven(who, false),
                        (keys, _) -> keys.press("I did not write this"), "It will not be sent"),
                new Form("author takes back", who -> {
                    post(clubpost, OWNER, SLOW, "Hasty of " + who);
                    return linkIn(OWNER, "Hasty of " + who, "/moderate");
                }, (keys, _) -> keys.press("Yes, take it back"), "It is taken back"),
                new Form("applicant is let in", who -> applied(who, true),
                        (keys, _) -> keys.press("Yes, let them in"), "They are in"),
                new Form("applicant is refused", who -> applied(who, false),
                        (keys, _) -> keys.press("Yes, refuse"), "They are refused"));
    }

    private Stream<Form> owners() {
        return Stream.of(
                new Form("mailbox", who -> {
                    asked("news", who, "/confirm");
                    return clubpost.running().link("/mailbox").orElseThrow().toString();
                }, (keys, who) -> keys.type("To whom", who).press("Look")
                        .follow(keys.page().locator(".mails a").first()).sees(who).follow("Text")
                        .unfold("Technical details"), "Please confirm: News"),
                new Form("posts", who -> {
                    decide(who, Action.SEND);
                    return clubpost.running().link("/posts").orElseThrow().toString();
                }, (keys, _) -> keys.follow("Look again").unfold("More about it"), "Posts"));
    }

    @ParameterizedTest(name = "{0}, scripts: {1}")
    @MethodSource("everyForm")
    void keyboardAloneIsEnough(String name, boolean scripts, Form form) {
        var who = "person" + people++ + "@club.example";
        var keys = scripts ? withScripts : withoutScripts;
        var page = keys.page();

        form.story().play(keys.open(form.way().path(who)), who);

        assertThat(page.locator("h1")).hasText(form.then());
        assertEquals(360, ((Number) page.evaluate("() => document.documentElement.scrollWidth")).intValue());
    }

    /** As a field for a day in English takes it. */
    private static String inAMonth() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(30).format(DateTimeFormatter.ofPattern("MMddyyyy"));
    }

    // Ways to the forms

    /** The link in the mail that answers a sign-up. */
    private String asked(String lists, String who, String page) {
        clubpost.post("/subscribe", Map.of(lists.contains(",") ? "lists" : "list", lists, "email", who));
        return linkIn(who, "Please confirm", page);
    }

    private String expired(String who) {
        var link = asked("news", who, "/confirm");
        var subscribers = clubpost.database().subscribers();
        var stored = subscribers.find(NEWS, id(clubpost, who)).orElseThrow();
        if (!(stored.subscriber() instanceof Subscriber.Pending pending)) {
            throw new AssertionError(stored);
        }
        assertTrue(subscribers.replace(stored, new Subscriber.Pending(NEWS, pending.person(), pending.links(),
                pending.form(), pending.wording(), pending.requested(), Instant.now().minusSeconds(1), pending.past(),
                pending.earlier(), pending.mail())));
        return link;
    }

    private static SubscriberId id(TestClubpost clubpost, String address) {
        return new SubscriberIds(clubpost.data().secrets().installation()).of(EmailAddress.of(address));
    }

    private String linkIn(String to, String subject, String page) {
        return TestClubpost.link(clubpost.mailTo(to, subject), page);
    }

    private Subscriber.Confirmed member(ListId list, String address) {
        return member(clubpost, list, address);
    }

    private static Subscriber.Confirmed member(TestClubpost clubpost, ListId list, String address) {
        var member = SampleSubscribers.aMember(list, SampleSubscribers.aPerson(id(clubpost, address), address));
        assertTrue(clubpost.database().subscribers().create(member));
        return member;
    }

    private String token(LinkPurpose purpose, Subscriber of, Optional<Instant> time) {
        return new MembershipTokens(clubpost.data().secrets().signing())
                .sign(new MembershipLink(purpose, of.list(), of.id(), time));
    }

    private String member(LinkPurpose purpose, String address) {
        return token(purpose, member(NEWS, address), Optional.empty());
    }

    /** Of a member of two lists. */
    private String fresh(String address) {
        member(CHESS, address);
        return token(LinkPurpose.FRESH_SETTINGS, member(NEWS, address),
                Optional.of(Instant.now().plus(Duration.ofHours(1))));
    }

    private String left(String address) {
        var member = member(NEWS, address);
        var left = Subscriber.Left.of(member, Instant.now().truncatedTo(ChronoUnit.MILLIS), LeaveWay.PAGE);
        var subscribers = clubpost.database().subscribers();
        assertTrue(subscribers.replace(subscribers.find(NEWS, member.id()).orElseThrow(), left));
        return "/unsubscribe?token=" + token(LinkPurpose.COME_BACK, left, Optional.of(left.at()));
    }

    private String applied(String address, boolean letsIn) {
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var member = member(GO, address);
        var origin = new Origin(at, "192.0.2.7", "");
        var applied = new Subscriber.Applied(GO, member.person(),
                new Consent.DoubleOptIn("/subscribe", "0".repeat(64), origin, origin, SampleSubscribers.aDigest('a')),
                new Subscriber.Pending.Past.Stranger());
        var subscribers = clubpost.database().subscribers();
        assertTrue(subscribers.replace(subscribers.find(GO, member.id()).orElseThrow(), applied));
        var links = new PublicLinks(clubpost.running().pages(),
                new MembershipTokens(clubpost.data().secrets().signing()));
        var owner = EmailAddress.of(OWNER);
        return (letsIn ? links.letIn(GO, applied.id(), at, owner) : links.refuse(GO, applied.id(), at, owner))
                .toString();
    }

    private static void post(TestClubpost clubpost, String from, ListId list, String subject) {
        var to = list + "@" + TestClubpost.DOMAIN;
        assertEquals("250", clubpost.send(from, to, "From: " + from + "\r\nTo: " + to + "\r\nSubject: " + subject
                + "\r\n\r\nHello all!\r\n").substring(0, 3));
    }

    /** The link in the mail to a member where nothing proves that they wrote a post. */
    private String unproven(String who, boolean isTheirs) {
        member(unproven, NEWS, who);
        post(unproven, who, NEWS, "Unproven of " + who);
        var mail = unproven.mailTo(who, "Did you write to News?").replace("=\r\n", "").replace("=3D", "=");
        var first = TestClubpost.link(mail, "/moderate");
        var link = isTheirs ? first : TestClubpost.link(mail.replace(first, ""), "/moderate");
        return unproven.running().pages().resolve(link).toString();
    }

    /** Once the owners were told, the post gets one link in place of theirs. */
    private String decide(String who, Action action) {
        var subject = "Held of " + who;
        post(clubpost, who, NEWS, subject);
        TestClubpost.waitUntil("the owners are told of " + subject, () -> held(clubpost, subject).isPresent());
        var post = held(clubpost, subject).orElseThrow();
        var token = ModerationToken.create(post.id(), action, new SecureRandom());
        assertTrue(clubpost.database().posts().replace(post, post.with(new PostState.Held(
                Reason.of(Reason.Cause.MAY_NOT_POST), PostState.Held.Decider.OWNERS, List.of(token.digest()), true,
                Instant.now().plus(Duration.ofDays(1))))));
        return "/moderate?token=" + token.text();
    }

    private static Optional<Post> held(TestClubpost clubpost, String subject) {
        try (var posts = clubpost.database().posts().of(NEWS)) {
            return posts.filter(post -> post.headline().subject().equals(subject)
                    && post.state() instanceof PostState.Held held && held.told()).findFirst();
        }
    }
}
