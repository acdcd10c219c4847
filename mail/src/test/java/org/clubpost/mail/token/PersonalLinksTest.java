package org.clubpost.mail.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.link.ConfirmationToken;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.OwnerTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.prepare.MemberValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalLinksTest {

    private static final PublicLinks LINKS = Mails.context().links();
    private static final MailingList LIST = Mails.list();
    private static final SubscriberId BEN = new SubscriberId("0123456789abcdef0123456789abcdef");
    private static final PersonalLinks PERSONAL = new PersonalLinks(LINKS);
    private static final String BASE = "https://lists.example.org/unsubscribe?token=";

    /** A way in which a link gets into a mail. */
    private interface Form {

        /** The mail. */
        String mail(String token);
    }

    private static final Map<String, Form> FORMS = new LinkedHashMap<>();

    private static void form(String name, Form form) {
        FORMS.put(name, form);
    }

    private static String lines(String... lines) {
        return Mails.lines(lines);
    }

    private static String text(String type, String body) {
        return "From: a@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: " + type + "\r\n\r\n" + body
                + "\r\n";
    }

    private static String encoded(String type, byte[] body) {
        return lines("From: a@example.com", "Content-Type: " + type, "Content-Transfer-Encoding: base64", "",
                Base64.getMimeEncoder().encodeToString(body));
    }

    private static String attached(String head, String body) {
        return lines("From: a@example.com", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "", "--b",
                "", "Look.", "--b", head, "", body, "--b--");
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String all(String token, UnaryOperator<String> change) {
        return token.chars().mapToObj(c -> change.apply(Character.toString(c))).collect(Collectors.joining());
    }

    private static String url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String halves(String token, String between) {
        int half = Math.min(25, token.length() / 2);
        return token.substring(0, half) + between + token.substring(half);
    }

    private static String copyOfOurs(String token) {
        return lines("From: list@lists.example.org", "Subject: Hello",
                "List-Unsubscribe: <" + BASE + token + ">,", " <mailto:news-leave@lists.example.org?subject=leave%20"
                        + token + ">",
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click", "X-Seen: " + token, "", "Hi.", "", "-- ",
                "Leave: " + BASE + token);
    }

    static {
        form("plain", t -> text("text/plain", "Leave: " + BASE + t));
        form("the token alone", t -> text("text/plain", t));
        form("signs around it", t -> text("text/plain", "_" + BASE + t + "_ __" + BASE + t + "__ -" + t + "-"));
        form("flowed", t -> text("text/plain; format=flowed", "> " + halves(BASE + t, " \r\n> ")));
        form("flowed in the token", t -> text("text/plain; format=flowed", "> " + BASE + halves(t, " \r\n> ")));
        form("delsp", t -> text("text/plain; format=flowed; delsp=yes", BASE + halves(t, " \r\n")));
        form("hard wrap", t -> text("text/plain", "see " + BASE + halves(t, "\r\n") + "\r\nThanks"));
        form("hard wrap in quotes", t -> text("text/plain", ">> " + BASE + halves(t, "\r\n>> ")));
        form("wrapped before and after", t -> text("text/plain", "token=\r\n> " + t + "\r\n> and so on"));
        form("wrapped twice", t -> text("text/plain", "> " + halves(t.substring(0, t.length() * 2 / 3), "\r\n> ")
                + "\r\n> " + t.substring(t.length() * 2 / 3)));
        form("a character a line", t -> text("text/plain", all(t, c -> c + "\r\n")));
        form("decimal references", t -> text("text/html", "<p>" + all(t, c -> "&#" + (int) c.charAt(0) + ";")));
        form("hexadecimal references",
                t -> text("text/html", "<p>" + all(t, c -> "&#x" + Integer.toHexString(c.charAt(0)) + ";")));
        form("amp", t -> text("text/html", "<a href=\"https://x.example/?a=1&amp;token=" + t + "&amp;b=2\">x</a>"));
        form("wbr", t -> text("text/html", "<p>" + halves(t, "<wbr>") + "</p>"));
        form("tags", t -> text("text/html", "<p>" + all(t, c -> "<b>" + c + "</b>") + "</p>"));
        form("a span", t -> text("text/html", "<p>" + halves(t, "<span style=\"color: red\">") + "</span></p>"));
        form("a tag and a line end", t -> text("text/html", "<p>" + halves(t, "<br>\r\n") + "</p>"));
        form("in a tag", t -> text("text/html", "<a title='x'\r\nhref='" + BASE + t + "'>leave</a>"));
        form("a tag in plain text", t -> text("text/plain", "Leave <" + BASE + t + ">"));
        form("shy", t -> text("text/html", "<p>" + halves(t, "&shy;")));
        form("a soft hyphen", t -> text("text/plain; charset=iso-8859-1", halves(t, "\u00ad")));
        form("no width", t -> text("text/plain; charset=utf-8", halves(t, "\u00e2\u0080\u008b")));
        form("percent", t -> text("text/plain", "https://r.example/?u=" + percent(BASE + t) + "&x=1"));
        form("percent twice", t -> text("text/plain", "https://r.example/?u=" + percent(percent(BASE + t)) + "&x=1"));
        form("percent thrice",
                t -> text("text/plain", "https://r.example/?u=" + percent(percent(percent(BASE + t))) + "&x=1"));
        form("every character percent-encoded", t -> text("text/plain",
                "https://r.example/?u=" + all(t, c -> "%" + Integer.toHexString(c.charAt(0)))));
        form("every one twice", t -> text("text/plain",
                "https://r.example/?u=" + all(t, c -> "%25" + Integer.toHexString(c.charAt(0)))));
        form("markdown", t -> text("text/markdown", t.replace("_", "\\_").replace("-", "\\-")));
        form("a tracker", t -> text("text/plain", "https://t.example/c/" + url(BASE + t) + "/more?x=1"));
        form("a tracker with padding", t -> text("text/html", "<a href='https://t.example/c?q="
                + percent(Base64.getEncoder().encodeToString((BASE + t).getBytes(UTF_8))) + "'>"));
        form("a tracker with JSON",
                t -> text("text/html",
                        "<a href='https://t.example/" + url("{\"a\":1,\"u\":\"" + BASE.replace("/", "\\/")
                                + t + "\"}") + "'>"));
        form("a tracker in a tracker",
                t -> text("text/html", "<a href='https://t.example/" + url("https://u.example/?u=" + url(BASE + t))
                        + "'>"));
        form("a tracker over lines", t -> text("text/plain", "https://t.example/c/" + halves(url(BASE + t), "\r\n")));
        form("a tracker in the middle of a path",
                t -> text("text/plain", "https://t.example/aa/bbb/c/" + url(BASE + t) + "/x"));
        form("quoted-printable", t -> lines("From: a@example.com", "Content-Transfer-Encoding: quoted-printable",
                "Content-Type: text/plain", "", BASE.replace("=", "=3D") + halves(t, "=\r\n")));
        form("base64", t -> encoded("text/plain", ("Leave: " + BASE + t).getBytes(UTF_8)));
        form("an unknown charset", t -> text("text/plain; charset=x-nobody-knows", "\u00ff " + BASE + t));
        form("a wrong charset", t -> text("text/plain; charset=utf-16", "\u00ff\u00fe " + BASE + t));
        form("UTF-16", t -> encoded("text/plain; charset=utf-16", (BASE + t).getBytes(UTF_16)));
        form("UTF-16LE", t -> encoded("text/plain; charset=utf-16le", (BASE + t).getBytes(UTF_16LE)));
        form("UTF-16BE", t -> encoded("text/csv; charset=utf-16be", (BASE + t + "\u4e2d").getBytes(UTF_16BE)));
        form("UTF-16LE at an odd place", t -> encoded("text/csv", ("x" + new String((BASE + t).getBytes(UTF_16LE),
                ISO_8859_1)).getBytes(ISO_8859_1)));
        form("UTF-32", t -> encoded("text/csv; charset=utf-32", (BASE + t).getBytes(Charset.forName("UTF-32"))));
        form("UTF-7", t -> text("text/plain; charset=utf-7",
                "Gr+APwA3w- " + BASE.replace("=", "+AD0-") + t.replace("_", "+AF8-")));
        form("broken base64", t -> lines("From: a@example.com", "Content-Type: text/plain",
                "Content-Transfer-Encoding: base64", "", Base64.getMimeEncoder().encodeToString((BASE + t)
                        .getBytes(UTF_8)),
                "--", "not base64!"));
        form("an unknown encoding", t -> lines("From: a@example.com", "Content-Type: text/plain",
                "Content-Transfer-Encoding: x-mine", "", BASE + t));
        form("text/enriched", t -> text("text/enriched", "<bold>" + BASE + t + "</bold>"));
        form("text/csv", t -> attached("Content-Type: text/csv", "a;b\r\n1;" + BASE + t));
        form("AMP", t -> lines("From: a@example.com", "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=b", "", "--b", "", "Hi", "--b",
                "Content-Type: text/x-amp-html", "", "<a href=\"" + BASE + t + "\">x</a>", "--b",
                "Content-Type: text/html", "", "<p>Hi", "--b--"));
        form("a calendar", t -> attached("Content-Type: text/calendar; method=REQUEST",
                "BEGIN:VCALENDAR\r\nDESCRIPTION:" + halves(BASE + t, "\r\n ") + "\r\nEND:VCALENDAR"));
        form("a calendar folded in the token", t -> attached("Content-Type: text/calendar",
                "BEGIN:VCALENDAR\r\nDESCRIPTION:" + BASE + halves(t, "\r\n ") + "\r\nEND:VCALENDAR"));
        form("a file", t -> attached("Content-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment",
                BASE + t));
        form("octets that are text", t -> attached("Content-Type: application/octet-stream; name=a.txt\r\n"
                + "Content-Transfer-Encoding: base64",
                Base64.getMimeEncoder().encodeToString((BASE + t)
                        .getBytes(UTF_8))));
        form("JSON", t -> attached("Content-Type: application/json", "{\"u\":\"https:\\/\\/x\\/?token\\u003d" + t
                + "\"}"));
        form("a nested mail", t -> attached("Content-Type: message/rfc822", copyOfOurs(t)));
        form("a nested mail in a nested mail",
                t -> attached("Content-Type: message/rfc822",
                        attached("Content-Type: message/rfc822", copyOfOurs(t))));
        form("a nested mail in base64", t -> attached(
                "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64",
                Base64.getMimeEncoder().encodeToString(copyOfOurs(t).getBytes(UTF_8))));
        form("a nested mail with a text in base64", t -> attached("Content-Type: message/rfc822",
                encoded("text/plain", (BASE + t).getBytes(UTF_8))));
        form("a mail as a file", t -> attached("Content-Type: application/octet-stream; name=\"=?utf-8?Q?a.eml?=\"\r\n"
                + "Content-Transfer-Encoding: base64",
                Base64.getMimeEncoder().encodeToString(encoded("text/plain", (BASE + t).getBytes(UTF_8))
                        .getBytes(UTF_8))));
        form("a mail as text", t -> attached("Content-Type: text/plain",
                encoded("text/plain", ("Hello\r\n" + BASE + t).getBytes(UTF_8))));
        form("a digest", t -> lines("From: a@example.com", "MIME-Version: 1.0",
                "Content-Type: multipart/digest; boundary=b", "", "--b", "Content-Type: message/rfc822", "",
                copyOfOurs(t), "--b--"));
        form("headers", t -> attached("Content-Type: text/rfc822-headers", copyOfOurs(t)));
        form("a delivery status", t -> attached("Content-Type: message/delivery-status", "Reporting-MTA: dns; x\r\n"
                + "\r\nDiagnostic-Code: smtp; 550 " + BASE + t));
        form("the subject", t -> lines("From: a@example.com", "Subject: Fwd: " + BASE + t, "", "x"));
        form("the subject, folded", t -> lines("From: a@example.com", "Subject: Fwd: " + BASE + halves(t, "\r\n "), "",
                "x"));
        form("the subject, encoded", t -> lines("From: a@example.com",
                "Subject: =?utf-8?B?" + Base64.getEncoder().encodeToString(("\u00dc " + t.substring(0, t.length() / 2))
                        .getBytes(UTF_8))
                        + "?=\r\n =?utf-8?B?"
                        + Base64.getEncoder().encodeToString((t.substring(t.length() / 2) + " !").getBytes(UTF_8))
                        + "?=",
                "", "x"));
        form("the subject, in Q", t -> lines("From: a@example.com",
                "Subject: =?utf-8?Q?=C3=9C_" + t.replace("_", "=5F") + "?=", "", "x"));
        form("another field", t -> lines("From: a@example.com", "Comments: " + BASE + t, "X-Y: " + percent(BASE + t),
                "", "x"));
        form("a name", t -> lines("From: a@example.com", "To: \"" + t + "\" <news@lists.example.org>", "", "x"));
        form("a file's name", t -> attached("Content-Type: text/plain; name=\"" + t + ".txt\"", "x"));
        form("a file's name in pieces", t -> attached("Content-Type: text/plain\r\nContent-Disposition: attachment; "
                + "filename*0=\"" + t.substring(0, t.length() / 2) + "\";\r\n filename*1=\""
                + t.substring(t.length() / 2) + "\"", "x"));
        form("the preamble", t -> lines("From: a@example.com", "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=b", "", BASE + t, "--b", "", "x", "--b--"));
        form("the epilogue", t -> lines("From: a@example.com", "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "x", "--b--", BASE + t));
        form("a broken multipart", t -> lines("From: a@example.com", "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=b", "", BASE + t));
    }

    static Stream<String> forms() {
        return FORMS.keySet().stream();
    }

    private static Form named(String name) {
        return java.util.Objects.requireNonNull(FORMS.get(name));
    }

    private static List<String> tokens() {
        var random = new SplittableRandom(1);
        var tokens = new ArrayList<String>();
        for (var purpose : LinkPurpose.values()) {
            for (var list : List.of("a", "news", "chess-club-of-a-very-small-town-by-sea")) {
                tokens.add(LINKS.tokens().sign(new MembershipLink(purpose, new ListId(list), BEN,
                        Optional.of(Instant.parse("2026-03-01T10:00:00Z")).filter(_ -> purpose.isTimed()))));
            }
        }
        var post = PostId.of(Instant.parse("2026-03-01T10:00:00Z"), MailKey.inbound(LIST.id(), "x"));
        for (var action : ModerationToken.Action.values()) {
            tokens.add(ModerationToken.create(post, action, random).text());
        }
        var owners = new OwnerTokens(LINKS.tokens());
        tokens.add(owners.signIn("abcdefghijklmnopqrstuv"));
        tokens.add(owners.invitation(new OwnerTokens.Named(LIST.id(), EntryId.of(Instant.EPOCH, "x"))));
        for (var purpose : List.of(LinkPurpose.LEAVE_PAGE, LinkPurpose.MANAGE_PAGE)) {
            tokens.add(LINKS.tokens().shorts().sign(new MembershipLink(purpose, LIST.id(), BEN)));
        }
        tokens.add(ConfirmationToken.create(LIST.id(), BEN, random).text());
        return tokens;
    }

    /** The first token of each kind: a test of every form with every token takes long. */
    private static List<String> someTokens() {
        var tokens = tokens();
        return List.of(tokens.get(1), tokens.get(5), tokens.get(16), tokens.get(18),
                tokens.get(tokens.size() - 2), tokens.getLast());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void noTokenGoesOut(String form) {
        for (var token : someTokens()) {
            String mail = named(form).mail(token);
            assertTrue(Leaks.has(mail, token), "the mail holds it");
            String copy = Mails.copy(mail);

            assertFalse(Leaks.has(copy, token), () -> form + ": " + copy);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void noTokenOfAnyKindStays(String form) {
        for (var token : tokens()) {
            Entity mail = MimeParser.parse(Octets.latin1(named(form).mail(token)));
            Entity cleaned = PERSONAL.cleaned(mail);

            String text = MimeWriter.toOctets(cleaned).latin1();
            assertFalse(mail.equals(cleaned), () -> form + ": " + text);
            assertEquals(cleaned, PERSONAL.cleaned(cleaned), "nothing is left to take out");
            assertTrue(PERSONAL.left(mail).isEmpty(), form);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void sameMailWithoutATokenIsTheSameOctets(String form) {
        for (var token : someTokens()) {
            // One character of a signature or of a version is another one, so it is no token.
            var foreign = (token.charAt(0) == 'A' ? "Z" : "A") + token.substring(1);
            Entity mail = MimeParser.parse(Octets.latin1(named(form).mail(foreign)));

            assertSame(mail, PERSONAL.cleaned(mail));
        }
    }

    @Test
    void everythingElseKeepsItsOctets() {
        var token = someTokens().getFirst();
        String body = "\u00e4 before\r\n> " + BASE + halves(token, " \r\n> ") + ", after \t\r\n\r\n.\r\n";

        var cleaned = PERSONAL.cleaned(MimeParser.parse(Octets.latin1(text("text/plain", body))));

        assertEquals(text("text/plain", body.replace(halves(token, " \r\n> "), "removed \r\n> ")),
                MimeWriter.toOctets(cleaned).latin1());
    }

    @Test
    void trackerKeepsAllButTheToken() {
        var token = someTokens().getFirst();
        String mail = text("text/plain", "https://t.example/c/" + url(BASE + token + "&x=1") + "?y");

        String cleaned = MimeWriter.toOctets(PERSONAL.cleaned(MimeParser.parse(Octets.latin1(mail)))).latin1();

        assertEquals(mail.length(), cleaned.length());
        String blob = cleaned.replaceAll("(?s).*/c/([^?]*)\\?y.*", "$1");
        String inside = new String(Base64.getUrlDecoder().decode(blob), UTF_8);
        assertTrue(inside.startsWith(BASE + "removedremoved"), inside);
        assertTrue(inside.endsWith("&x=1"), inside);
    }

    @Test
    void nestedMailOfOursLosesItsWayOut() {
        var token = someTokens().getFirst();

        String copy = Mails.copy(attached("Content-Type: message/rfc822", copyOfOurs(token)));

        String nested = copy.substring(copy.indexOf("From: list@"));
        assertFalse(nested.contains("List-Unsubscribe"), nested);
        assertTrue(nested.contains("Subject: Hello\r\nX-Seen: removed\r\n"), nested);
    }

    @Test
    void nestedMailOfAnotherListKeepsItsFields() {
        String mail = attached("Content-Type: message/rfc822", copyOfOurs("a-token-of-another-service"));

        assertTrue(Mails.copy(mail).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    }

    /** A copy as the product makes it, with the links of a real member. */
    private static String realCopy(String mail) {
        MemberValues ben = value -> switch (value) {
            case UNSUBSCRIBE_URL -> LINKS.leavePage(LIST.id(), BEN).toString();
            case ONE_CLICK_URL -> LINKS.oneClick(LIST.id(), BEN).toString();
            case UNSUBSCRIBE_MAILTO -> LINKS.leaveMail(LIST, BEN).toString();
            case MANAGE_URL -> LINKS.managePage(LIST.id(), BEN).toString();
            case MEMBER_NAME -> "Ben";
            case MEMBER_EMAIL -> "ben@example.com";
        };
        return new String(Mails.prepare(Octets.latin1(mail), Mails.context()).render(ben).toByteArray(), ISO_8859_1);
    }

    private static List<String> tokensOfBen() {
        return Stream.of(LINKS.leavePage(LIST.id(), BEN), LINKS.oneClick(LIST.id(), BEN),
                LINKS.leaveMail(LIST, BEN), LINKS.managePage(LIST.id(), BEN)).map(URI::toString)
                .map(link -> link.replaceAll(".*(?:=|%20|[?])", "")).toList();
    }

    static Stream<String> originals() {
        return Stream.of(
                text("text/plain; charset=utf-8", "Gr\u00c3\u00bc\u00c3\u009fe {{manage_url}} {{unsubscribe_url}}"),
                text("text/plain; format=flowed", "{{manage_url}}\r\n"),
                text("text/html", "<html><body><p>Hi <a href=\"{{manage_url}}\">x</a></p></body></html>"),
                encoded("text/html; charset=utf-8", "<html><body><p>Hi {{manage_url}}</p></body></html>"
                        .getBytes(UTF_8)),
                lines("From: a@example.com", "MIME-Version: 1.0", "Content-Type: multipart/alternative; boundary=c", "",
                        "--c", "", "Hi {{manage_url}}", "--c", "Content-Type: text/html",
                        "Content-Transfer-Encoding: quoted-printable", "", "<p>Hi =C3=BC {{manage_url}}</p>", "--c--"));
    }

    @ParameterizedTest
    @MethodSource("originals")
    void copyThatIsForwardedInAnyWayHasNoTokenLeft(String original) {
        String copy = realCopy(original);
        tokensOfBen().forEach(token -> assertTrue(Leaks.has(copy, token), copy));
        var octets = copy.getBytes(ISO_8859_1);
        String base64 = Base64.getMimeEncoder().encodeToString(octets);
        List<String> ways = List.of(
                attached("Content-Type: message/rfc822", copy),
                attached("Content-Type: application/octet-stream; name=copy.eml\r\n"
                        + "Content-Transfer-Encoding: base64", base64),
                attached("Content-Type: text/plain; name=copy.txt\r\nContent-Transfer-Encoding: base64", base64),
                attached("Content-Type: text/plain; charset=x-unknown", copy),
                attached("Content-Type: text/plain",
                        copy.lines().map(line -> "> " + line).collect(Collectors.joining("\r\n"))),
                attached("Content-Type: text/plain", copy.replaceAll("([^\\r\\n]{60})", "$1\r\n")),
                attached("Content-Type: application/octet-stream; name=copy.mbox",
                        "From a@example.com Thu Jan  1 00:00:00 2026\r\n" + copy));
        for (String way : ways) {
            String forwarded = Mails.copy(way);
            tokensOfBen().forEach(token -> assertFalse(Leaks.has(forwarded, token), forwarded));
        }
    }

    private static String signed(String inner) {
        return lines("From: a@example.com", "MIME-Version: 1.0",
                "Content-Type: multipart/signed; micalg=pgp-sha256; protocol=\"application/pgp-signature\"; boundary=s",
                "", "--s", inner, "--s", "Content-Type: application/pgp-signature", "", "x", "--s--");
    }

    private static String pkcs7(String content) {
        return encoded("application/pkcs7-mime; smime-type=signed-data",
                ("0\u0080\u0006\u0009" + content).getBytes(ISO_8859_1));
    }

    static Stream<String> signedMails() {
        var token = someTokens().getFirst();
        return Stream.of(signed(lines("Content-Type: text/plain", "", "> " + BASE + token)),
                signed(lines("Content-Type: text/plain", "Content-Transfer-Encoding: base64", "",
                        Base64.getMimeEncoder().encodeToString((BASE + token).getBytes(UTF_8)))),
                signed(lines("Content-Type: text/plain; name=" + token, "", "x")),
                signed(lines("Content-Type: message/rfc822", "", copyOfOurs(token))),
                text("text/plain", "Hi\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\n> " + BASE + token
                        + "\r\n-----BEGIN PGP SIGNATURE-----\r\nx\r\n-----END PGP SIGNATURE-----\r\n"),
                attached("Content-Type: message/rfc822", signed(lines("", BASE + token))),
                pkcs7("Content-Type: text/plain\r\n\r\n" + BASE + token + "\r\n"),
                pkcs7("Content-Type: text/plain\r\n\r\n" + BASE + halves(token, "\u0004\u0082\u0003\u00e8") + "\r\n"),
                pkcs7("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + Base64.getMimeEncoder().encodeToString((BASE + token).getBytes(UTF_8)) + "\r\n"));
    }

    @ParameterizedTest
    @MethodSource("signedMails")
    void whatIsSignedIsLeftAndTold(String mail) {
        Entity entity = MimeParser.parse(Octets.latin1(mail));

        assertEquals(entity, PERSONAL.cleaned(entity));
        assertEquals(new PersonalLinks.Left.Signed(), PERSONAL.left(entity).orElseThrow());
    }

    @Test
    void signedMailInsideAListMailLosesOnlyWhatIsOutside() {
        var token = someTokens().getFirst();
        String inner = signed(lines("Content-Type: text/plain", "", "Hi"));
        String nested = "List-Unsubscribe: <" + BASE + token + ">\r\n" + inner;

        Entity mail = MimeParser.parse(Octets.latin1(attached("Content-Type: message/rfc822", nested)));

        assertTrue(PERSONAL.left(mail).isEmpty());
        assertEquals(attached("Content-Type: message/rfc822", inner),
                MimeWriter.toOctets(PERSONAL.cleaned(mail)).latin1());
    }

    @Test
    void fileThatWouldBreakIsLeftAndNamed() {
        var token = someTokens().getFirst();
        for (String content : List.of("%PDF-1.4\n/URI (" + BASE + token + ")", "PK\u0003\u0004\0" + BASE + token,
                "\u00d0\u00cf\0\u0001" + new String((BASE + token).getBytes(UTF_16LE), ISO_8859_1))) {
            Entity mail = MimeParser.parse(Octets.latin1(attached(
                    "Content-Type: application/pdf; name=\"=?utf-8?Q?M=C3=A4rz.pdf?=\"\r\n"
                            + "Content-Transfer-Encoding: base64",
                    Base64.getMimeEncoder().encodeToString(content.getBytes(ISO_8859_1)))));

            assertEquals(mail, PERSONAL.cleaned(mail));
            assertEquals(new PersonalLinks.Left.InFile("M\u00e4rz.pdf"), PERSONAL.left(mail).orElseThrow());
        }
    }

    @Test
    void textsOfListingsShowNoToken() {
        for (var token : tokens()) {
            assertEquals("leave removed", PERSONAL.cleaned("leave " + token));
            assertEquals("Fwd: \u00fc " + BASE + "removed \u2026", PERSONAL.cleaned("Fwd: \u00fc " + BASE + token
                    + " \u2026"));
        }
    }
}
