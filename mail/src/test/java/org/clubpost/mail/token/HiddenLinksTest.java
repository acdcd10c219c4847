package org.clubpost.mail.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.link.LinkPurpose;
import org.clubpost.core.link.MembershipLink;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.post.ModerationToken;
import org.clubpost.core.post.PostId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.store.MailKey;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that somebody hides on purpose, each in a form from which a lenient reader gets it back. */
class HiddenLinksTest {

    private static final PublicLinks LINKS = Mails.context().links();
    private static final PersonalLinks PERSONAL = new PersonalLinks(LINKS);
    private static final SubscriberId BEN = new SubscriberId("0123456789abcdef0123456789abcdef");
    private static final String SIGNED = LINKS.tokens()
            .sign(new MembershipLink(LinkPurpose.ONE_CLICK, new ListId("news"), BEN, Optional.empty()));
    private static final String SHORT = LINKS.tokens().shorts()
            .sign(new MembershipLink(LinkPurpose.LEAVE_PAGE, new ListId("news"), BEN));
    private static final String UNSIGNED = ModerationToken.create(
            PostId.of(java.time.Instant.parse("2026-03-01T10:00:00Z"), MailKey.inbound(new ListId("news"), "x")),
            ModerationToken.Action.SEND, new SplittableRandom(1)).text();
    private static final String BASE = "https://lists.example.org/unsubscribe?token=";
    private static final String HEAD = "From: a@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\n";

    /** A way to hide a token. */
    private interface Form {

        String mail(String token);
    }

    /**
     * @param mail makes the mail
     * @param reader finds the token in it, as somebody's mail program would
     */
    private record Case(Form mail, UnaryOperator<String> reader) {}

    private static final Map<String, Case> CASES = new LinkedHashMap<>();

    private static void hidden(String name, UnaryOperator<String> reader, Form form) {
        CASES.put(name, new Case(form, reader));
    }

    private static String part(String type, String encoding, String body) {
        return HEAD + "Content-Type: " + type + "\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n" + body
                + "\r\n";
    }

    private static String attached(String head, String body) {
        return HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nLook.\r\n--b\r\n" + head
                + "\r\n\r\n" + body + "\r\n--b--\r\n";
    }

    private static String each(String token, UnaryOperator<String> change) {
        return token.chars().mapToObj(c -> change.apply(Character.toString(c))).collect(Collectors.joining());
    }

    private static String hex(String text, String before) {
        return each(text, c -> before + "%02X".formatted((int) c.charAt(0)));
    }

    private static String halves(String token, String between) {
        int half = Math.min(25, token.length() / 2);
        return token.substring(0, half) + between + token.substring(half);
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    private static String withForeign(String text) {
        return base64(text.getBytes(UTF_8)).replaceAll(".{20}", "$0!");
    }

    private static String inSegments(String text) {
        return Pattern.compile("(?s).{1,25}").matcher(text).results()
                .map(piece -> base64(piece.group().getBytes(UTF_8))).collect(Collectors.joining("\r\n"));
    }

    private static String utf7(String text) {
        return "+" + base64(text.getBytes(UTF_16BE)).replace("=", "") + "-";
    }

    private static String replaced(String text, String pattern, java.util.function.Function<MatchResult, String> by) {
        return Pattern.compile(pattern).matcher(text).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                by.apply(found)));
    }

    private static String body(String mail) {
        String inner = mail.contains("Look.") ? mail.substring(mail.indexOf("Look.") + 5) : mail;
        return inner.substring(inner.indexOf("\r\n\r\n") + 4);
    }

    private static String readBase64(String text) {
        return Stream.of(text.replaceAll("--b--", "").replaceAll("[^A-Za-z0-9+/=]", "").split("=+"))
                .map(run -> run.length() % 4 == 1 ? run.substring(0, run.length() - 1) : run)
                .map(run -> new String(Base64.getDecoder().decode(run), ISO_8859_1)).collect(Collectors.joining());
    }

    private static String readHex(String text) {
        return replaced(text.replaceAll("=\r\n", ""), "=([0-9A-F]{2})",
                found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }

    private static String seen(String text) {
        return text.replaceAll("[\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{34F}\\x{3164}\\x{180B}\\x{0}]", "");
    }

    private static String inCharset(String text, String charset) {
        return seen(new String(text.getBytes(ISO_8859_1), Charset.forName(charset)));
    }

    private static String readUtf7(String text) {
        return seen(replaced(text, "\\+([A-Za-z0-9+/]+)-?",
                run -> new String(Base64.getDecoder().decode(run.group(1)), UTF_16BE)));
    }

    private static String readWords(String mail) {
        return replaced(replaced(mail, "=\\?[^?]*\\?Q\\?([^?]*)\\?=", word -> readHex(word.group(1))),
                "=\\?[^?]*\\?B\\?([^?]*)\\?=", word -> readBase64(word.group(1)));
    }

    private static String readHtml(String text) {
        var page = Jsoup.parse(inCharset(body(text), "UTF-8"));
        var links = page.getAllElements().stream().flatMap(one -> one.attributes().asList().stream())
                .map(one -> one.getValue().replaceAll("[\\t\\r\\n]", "")).collect(Collectors.joining(" "));
        page.select("style, script").remove();
        return seen(page.wholeText() + " " + replaced(links, "%([0-9A-F]{2})", found -> URLDecoder.decode(found.group(),
                UTF_8)));
    }

    private static void html(String name, Form inside) {
        hidden("HTML: " + name, HiddenLinksTest::readHtml,
                t -> part("text/html; charset=utf-8", "8bit", "<html><body><p>" + inside.mail(t) + "</p></body>"));
    }

    private static String utf8(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    static {
        UnaryOperator<String> base64 = mail -> readBase64(body(mail));
        hidden("foreign characters in base64", base64,
                t -> part("text/plain", "base64", withForeign("Leave: " + BASE + t + " now")));
        hidden("segments of base64", base64,
                t -> part("text/plain", "base64", inSegments("Leave: " + BASE + t + " now")));
        hidden("foreign characters in an attached mail", mail -> readBase64(body(mail)),
                t -> attached("Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64",
                        withForeign(HEAD + "\r\nLeave: " + BASE + t + " now\r\n")));
        hidden("foreign characters in a field", HiddenLinksTest::readWords,
                t -> HEAD + "Comments: =?utf-8?B?" + withForeign("see " + t + " now") + "?=\r\n\r\nx\r\n");
        for (var encoding : List.of("\"quoted-printable\"", "(c) quoted-printable", "quoted-printable;",
                "quotedprintable",
                "7bit\r\nContent-Transfer-Encoding: quoted-printable")) {
            hidden("hex: " + encoding, HiddenLinksTest::readHex,
                    t -> attached("Content-Type: text/plain; name=a.txt\r\nContent-Transfer-Encoding: " + encoding,
                            hex("See " + BASE + t + " now", "=")));
        }
        for (var type : List.of("message/partial; number=1; total=1; id=a", "message/http", "message/x-foo",
                "message/external-body; access-type=x", "application/octet-stream")) {
            hidden("hex in " + type, HiddenLinksTest::readHex, t -> attached("Content-Type: " + type,
                    part("text/plain", "quoted-printable", hex("See " + BASE + t + " now", "="))));
            hidden("base64 in " + type, mail -> readBase64(body(body(mail))), t -> attached("Content-Type: " + type,
                    part("text/plain", "base64", withForeign("See " + BASE + t + " now"))));
        }
        for (int depth : new int[]{9, 10, 11, 30}) {
            String nest = (HEAD + "Content-Type: message/rfc822\r\n\r\n").repeat(depth);
            hidden("hex in " + depth + " mails", HiddenLinksTest::readHex,
                    t -> nest + part("text/plain", "quoted-printable", hex("See " + BASE + t + " now", "=")));
            hidden("base64 in " + depth + " mails",
                    mail -> readBase64(mail.substring(mail.indexOf(": base64") + 8)),
                    t -> nest + part("text/plain", "base64", withForeign("See " + BASE + t + " now")));
        }
        for (int c : new int[]{0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x2061, 0x2064,
                0x2066, 0x206A, 0x206F, 0xFE00, 0xFE0F, 0xFEFF, 0x3164, 0xE0020}) {
            String invisible = Character.toString(c);
            String name = "U+%04X in ".formatted(c);
            hidden(name + "UTF-8", mail -> inCharset(mail, "UTF-8"),
                    t -> part("text/plain; charset=utf-8", "8bit", utf8("see " + halves(t, invisible) + " ok")));
            hidden(name + "UTF-7", HiddenLinksTest::readUtf7,
                    t -> part("text/plain; charset=utf-7", "7bit", "see " + halves(t, utf7(invisible)) + " ok"));
            // Tag characters need two units of UTF-16, which UTF-32 has not.
            for (var charset : c > 0xFFFF
                    ? List.of("UTF-16LE", "UTF-16BE", "UTF-16")
                    : List.of("UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32")) {
                hidden(name + charset, mail -> inCharset(readBase64(body(mail)), charset),
                        t -> part("text/plain; charset=" + charset, "base64",
                                base64(("see " + halves(t, invisible) + " ok").getBytes(Charset.forName(charset)))));
            }
        }
        html("a tabulator in a link", t -> "<a href=\"" + BASE + halves(t, "\t") + "\">x</a>");
        for (var reference : List.of("&#9;", "&Tab;", "&#10;", "&NewLine;", "&#xd;")) {
            html(reference + " in a link", t -> "<a href=\"" + BASE + halves(t, reference) + "\">x</a>");
        }
        html("zeros", t -> each(t, c -> "&#%020d;".formatted((int) c.charAt(0))));
        html("zeros in hex", t -> each(t, c -> "&#X%09x;".formatted((int) c.charAt(0))));
        html("a percent sign by number", t -> "<a href=\"" + BASE + hex(t, "&#37;") + "\">x</a>");
        html("a percent sign by name", t -> "<a href=\"" + BASE + hex(t, "&percnt;") + "\">x</a>");
        html("all of a percent sign by number", t -> "<a href=\"" + BASE
                + each(hex(t, "%"), c -> "&#" + (int) c.charAt(0) + ";") + "\">x</a>");
        for (var name : List.of("&shy", "&shy;", "&ZeroWidthSpace;", "&NegativeThinSpace;", "&NegativeThickSpace;",
                "&NegativeVeryThinSpace;", "&NegativeMediumSpace;", "&NoBreak;", "&it;", "&InvisibleTimes;", "&ic;",
                "&af;", "&lrm;", "&rlm;", "&zwj;", "&zwnj;", "&#8291;", "&#x206a;")) {
            html(name, t -> halves(t, name));
        }
        for (var between : List.of("<span title=\"a>b\">", "<span title = 'a>b'>", "<!-- a > b -->", "<!-- <b> -->",
                "<!-- a > b --!>", "<!-->", "<!-- " + "x".repeat(5_000) + " -->",
                "<span style=\"" + "x:y;".repeat(2_000) + "\">", "<style>b > c {d: e}</style>",
                "<script>a > b</script>", "<STYLE type='a>b'>b</c></STYLE >", "<b\0>", "\0")) {
            html(between.substring(0, Math.min(20, between.length())), t -> halves(t, between));
        }
        hidden("UTF-7: a run", HiddenLinksTest::readUtf7,
                t -> part("text/plain; charset=utf-7", "7bit", "see " + utf7(BASE + t) + " ok"));
        hidden("UTF-7: three letters a run", HiddenLinksTest::readUtf7,
                t -> part("text/plain; charset=utf-7", "7bit", "see " + replaced(t, ".{1,3}",
                        run -> utf7(run.group())) + " ok"));
        hidden("UTF-7: a run without an end", HiddenLinksTest::readUtf7,
                t -> part("text/plain; charset=utf-7", "7bit", "see " + utf7(BASE + t).replaceAll("-$", "") + ". ok"));
        for (var charset : List.of("x-unknown", "unknown-8bit", "utf-8*en")) {
            for (var field : List.of("Subject", "Comments", "X-Foo", "Content-Description")) {
                hidden(field + " in " + charset + ", Q", HiddenLinksTest::readWords,
                        t -> "From: a@example.com\r\n" + field + ": =?" + charset + "?Q?" + hex(t, "=")
                                + "?=\r\n\r\nx\r\n");
                hidden(field + " in " + charset + ", B", HiddenLinksTest::readWords,
                        t -> "From: a@example.com\r\n" + field + ": =?" + charset + "?B?"
                                + base64(t.getBytes(UTF_8)) + "?=\r\n\r\nx\r\n");
            }
            hidden("a name in " + charset, HiddenLinksTest::readWords,
                    t -> "From: =?" + charset + "?Q?" + hex(t, "=") + "?= <a@example.com>\r\n\r\nx\r\n");
            hidden("a file's name in " + charset, HiddenLinksTest::readWords,
                    t -> attached("Content-Type: text/plain\r\nContent-Disposition: attachment; filename=\"=?" + charset
                            + "?Q?" + hex(t, "=") + "?=\"", "x"));
        }
        hidden("a long field", HiddenLinksTest::readWords, t -> "From: a@example.com\r\nComments: =?utf-8?Q?"
                + hex(t, "=") + "?=" + "\r\n abcdefgh abcdefgh".repeat(4_000) + "\r\n\r\nx\r\n");
        hidden("a field's name", mail -> mail, t -> "From: a@example.com\r\nX-" + t + ": yes\r\n\r\nx\r\n");
        hidden("a field's whole name", mail -> mail, t -> t + ": hi\r\nFrom: a@example.com\r\n\r\nx\r\n");
    }

    static Stream<String> cases() {
        return CASES.keySet().stream();
    }

    private static Case named(String name) {
        return java.util.Objects.requireNonNull(CASES.get(name));
    }

    private static Entity parsed(String mail) {
        return MimeParser.parse(Octets.latin1(mail));
    }

    private static String written(Entity mail) {
        return MimeWriter.toOctets(mail).latin1();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lenientReaderFindsNoToken(String name) {
        var hidden = named(name);
        for (var token : List.of(SIGNED, SHORT, UNSIGNED)) {
            String mail = hidden.mail().mail(token);
            assertTrue(hidden.reader().apply(mail).contains(token), () -> "the mail holds it: " + mail);
            var cleaned = PERSONAL.cleaned(parsed(mail));

            if (PERSONAL.left(parsed(mail)).isEmpty()) {
                String text = written(cleaned);
                assertFalse(hidden.reader().apply(text).contains(token), text);
            }
            assertEquals(cleaned, PERSONAL.cleaned(cleaned), "nothing is left to take out");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sameWithoutATokenIsTheSameOctets(String name) {
        for (var token : List.of(SIGNED, SHORT)) {
            var mail = parsed(named(name).mail().mail("Z" + token.substring(1)));

            assertSame(mail, PERSONAL.cleaned(mail));
            assertTrue(PERSONAL.left(mail).isEmpty());
        }
    }

    @Test
    void signedPartWithLooseBase64IsTold() {
        for (var body : List.of(withForeign("Leave: " + BASE + SIGNED), inSegments("Leave: " + BASE + SIGNED))) {
            var mail = parsed(HEAD + "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; "
                    + "boundary=s\r\n\r\n--s\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                    + body + "\r\n--s\r\nContent-Type: application/pgp-signature\r\n\r\nx\r\n--s--\r\n");

            assertEquals(mail, PERSONAL.cleaned(mail));
            assertEquals(new PersonalLinks.Left.Signed(), PERSONAL.left(mail).orElseThrow());
        }
    }

    @Test
    void fileWithZerosThatAReaderShowsIsTold() {
        var mail = parsed(attached("Content-Type: application/octet-stream; name=a.html\r\n"
                + "Content-Transfer-Encoding: base64",
                base64(("\0\1<p>" + halves(SIGNED, "<wbr>") + " \0").getBytes(UTF_8))));

        assertEquals(new PersonalLinks.Left.InFile("a.html"), PERSONAL.left(mail).orElseThrow());
    }

    /** As programs that look into links write them: Safe Links, Proofpoint's two forms, redirectors, Markdown. */
    @Test
    void shortLinkIsFoundHoweverItIsWritten() {
        var link = "https://lists.example.org/u?" + SHORT;
        for (var text : List.of(link, "<" + link + ">", "(" + link + ").", "*" + link + "*", link + "=",
                link + "&lang=de",
                "https://eur.safe.example/?url=https%3A%2F%2Flists.example.org%2Fu%3F" + SHORT + "&data=05",
                "https://safe.example/v3/__" + link + "__;!!x", "https://r.example/?u=" + hex(link, "%"),
                "https://safe.example/v2/url?u=https-3A__lists.example.org_u-3F"
                        + RewrittenLinksTest.defended(SHORT) + "&d=x",
                "see " + SHORT + " there", "/u?" + halves(SHORT, "\r\n> "), "/u?" + halves(SHORT, "=\r\n"))) {
            var cleaned = written(PERSONAL.cleaned(parsed(part("text/plain", "8bit", text))));

            assertFalse(cleaned.replaceAll("=?\r\n>? ?", "").contains(SHORT), cleaned);
            assertTrue(cleaned.contains("removed"), cleaned);
        }
    }

    @Test
    void fieldWithATokenForANameIsGone() {
        assertEquals("From: a@example.com\r\n\r\nx\r\n",
                written(PERSONAL.cleaned(parsed("From: a@example.com\r\nX-" + SIGNED + ": yes\r\n\r\nx\r\n"))));
    }

    /** Wherever tokens stand in a mail, it goes through, and none of them goes with it. */
    @Test
    void tokensAnywhereNeitherStayNorStopAMail() {
        var random = new SplittableRandom(7);
        var mails = List.of(
                HEAD + "To: news@lists.example.org\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHi +A-\r\n",
                part("text/html", "quoted-printable", "<p class=3D\"a>b\">Hi &shy; <!-- x --> =C3=BC</p>"),
                part("text/plain", "base64", base64("Hello and some more of it".getBytes(UTF_8))),
                attached("Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename=\"a b.eml\"",
                        part("text/plain", "7bit", "Hi")));
        for (int i = 0; i < 4_000; i++) {
            var mail = new StringBuilder(mails.get(i % mails.size()));
            for (int k = random.nextInt(1, 4); k > 0; k--) {
                mail.insert(random.nextInt(mail.length() + 1),
                        (random.nextBoolean() ? "" : " ") + SIGNED + (random.nextBoolean() ? "" : "\r\n"));
            }
            Entity parsed = parsed(mail.toString());

            String cleaned = written(PERSONAL.cleaned(parsed));

            // Without its delimiters nobody finds the parts, so a field with a boundary that is a token stays.
            String others = cleaned.replaceAll("Content-Type: multipart(?:[^\n]|\n[ \t])*|--[^\n]*", "");
            assertFalse(PERSONAL.left(parsed).isEmpty() && others.contains(SIGNED), () -> mail + "=> " + others);
            Mails.copy(mail.toString());
        }
    }
}
