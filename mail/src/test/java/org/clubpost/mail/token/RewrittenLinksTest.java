package org.clubpost.mail.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
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
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that hold hyphens and underscores in every place, as gateways and quoting mail programs change them. */
final class RewrittenLinksTest {

    private static final PublicLinks LINKS = Mails.context().links();
    private static final ListId NEWS = new ListId("news");
    private static final List<String> SHORT = tokens(LinkPurpose.LEAVE_PAGE, 300);
    private static final List<String> LONG = tokens(LinkPurpose.ONE_CLICK, 60);

    private static List<String> tokens(LinkPurpose purpose, int count) {
        var random = new SplittableRandom(3);
        return Stream.generate(() -> new SubscriberId("%016x%016x".formatted(random.nextLong(), random.nextLong())))
                .limit(count).map(id -> new MembershipLink(purpose, NEWS, id, Optional.empty()))
                .map(link -> purpose == LinkPurpose.LEAVE_PAGE
                        ? LINKS.tokens().shorts().sign(link)
                        : LINKS.tokens().sign(link))
                .toList();
    }

    private static String moderation(int seed) {
        return ModerationToken.create(PostId.of(Instant.EPOCH.plusSeconds(seed), MailKey.inbound(NEWS, "x" + seed)),
                ModerationToken.Action.SEND, new SplittableRandom(seed)).text();
    }

    private static String urlDefense(String url) {
        return "https://urldefense.proofpoint.com/v2/url?u=" + defended(url) + "&d=DwMFaQ&c=x-Y_z&e=";
    }

    static String defended(String url) {
        return url.chars().mapToObj(c -> Character.isLetterOrDigit(c) || c == '.'
                ? Character.toString(c)
                : c == '/' ? "_" : "-%02X".formatted(c)).collect(Collectors.joining());
    }

    private static String percent(String url) {
        return url.chars().mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : "%%%02X".formatted(c))
                .collect(Collectors.joining());
    }

    private static List<String> urls() {
        var urls = new ArrayList<String>();
        SHORT.forEach(token -> urls.add("http://localhost:29381/u?" + token));
        LONG.forEach(token -> urls.add("https://lists.example.org/unsubscribe?token=" + token));
        for (int i = 0; i < 60; i++) {
            urls.add("https://lists.example.org/moderate?token=" + moderation(i));
        }
        return urls;
    }

    private static String token(String url) {
        return url.substring(url.indexOf('?') + 1).replace("token=", "");
    }

    private static String cleaned(String text) {
        var octets = Octets.of(text.getBytes(UTF_8));
        return new String(new TokenRemover(LINKS).cleaned(octets).toByteArray(), UTF_8);
    }

    private static void assertGone(UnaryOperator<String> written) {
        for (var url : urls()) {
            var text = "Hello there\r\n> see " + written.apply(url) + " for it\r\n> --\r\nAnna\r\n";
            var cleaned = cleaned(text);
            assertTrue(cleaned.contains("removed"), text);
            assertFalse(Leaks.has(cleaned, token(url)), cleaned);
            assertTrue(cleaned.startsWith("Hello there\r\n> see ") && cleaned.endsWith("Anna\r\n"), cleaned);
        }
    }

    @Test
    void tokensHaveTheirSignsEverywhere() {
        for (int i = 3; i < 24; i++) {
            int at = i;
            assertTrue(SHORT.stream().anyMatch(token -> token.charAt(at) == '-' || token.charAt(at) == '_')
                    || at < 7, () -> "none at " + at);
        }
    }

    @Test
    void urlDefenseHidesNoToken() {
        assertGone(RewrittenLinksTest::urlDefense);
        assertGone(url -> urlDefense(urlDefense(url)));
        assertGone(
                url -> urlDefense("https://eur01.safelinks.protection.outlook.com/?url=" + percent(url) + "&data=x"));
        assertGone(url -> percent(urlDefense(url)));
        assertGone(url -> "<a href=\"" + urlDefense(url).replace("&", "&amp;") + "\">" + urlDefense(url) + "</a>");
        assertGone(url -> urlDefense(url).replaceAll("(.{70})", "$1\r\n> "));
        assertGone(url -> urlDefense(url).replaceAll("(.{61})", "$1=\r\n"));
    }

    @Test
    void thirdFormOfUrlDefenseHidesNoToken() {
        for (var form : List.of("https://urldefense.com/v3/__%s__;!!x-Y_z!abc$",
                "https://urldefense.com/v3/__%s__;Iw!!x!a$")) {
            assertGone(form::formatted);
            assertGone(url -> form.formatted(url.replace('?', '*').replaceFirst(":", "*")));
            assertGone(url -> form.formatted(url.replace("?", "**A")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://eur01.safelinks.protection.outlook.com/?url=%s&data=05%%7C",
                    "https://linkprotect.cudasvc.com/url?a=%s&c=E,1,x-Y_z,&typo=1",
                    "https://protect2.fireeye.com/v1/url?k=x&u=%s",
                    "https://url.uk.m.mimecastprotect.com/s/x?u=%s&domain=x"})
    void percentEncodingHidesNoToken(String form) {
        assertGone(url -> form.formatted(percent(url)));
        assertGone(url -> form.formatted(percent(percent(url))));
        assertGone(url -> form.formatted(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"> ", "| ", "AB> ", "AB>> ", "Anna> ", " AB> ", "> AB> ", "# ", ": ", "* ", "% ", "; ",
                    "// ", ">", "#", "&gt; ", "AB&gt; ", "Anna B. wrote: "})
    void linesThatArePrefixedAlikeAreJoined(String mark) {
        for (var token : Stream.concat(SHORT.stream().limit(60), LONG.stream().limit(10)).toList()) {
            for (int at = 1; at < token.length(); at += 5) {
                for (var end : List.of("\r\n", "\n", "<br>\r\n", "</div><div>", " \r\n")) {
                    var text = "Hi\r\n" + mark + "Leave:" + end + mark + "http://localhost:29381/u?"
                            + token.substring(0, at) + end + mark + token.substring(at) + end + mark + "Bye" + end;
                    var cleaned = cleaned(text);
                    assertTrue(cleaned.contains("removed"), text);
                    assertFalse(cleaned.replace(end + mark, "").contains(token), cleaned);
                    assertTrue(cleaned.contains(mark + "Bye"), cleaned);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u2010", "\u2011", "\u2212", "\u2013", "&#8208;", "&#x2011;", "&minus;", "&hyphen;",
                    "\\u2011", "\\u{2011}", "\\u8209?", "\\u8209\\'2d", "+IBE-"})
    void dashesForHyphensHideNoToken(String dash) {
        for (var token : Stream.concat(SHORT.stream(), LONG.stream()).filter(each -> each.contains("-")).toList()) {
            var cleaned = cleaned("see /u?" + token.replace("-", dash) + " there");
            assertTrue(cleaned.contains("removed"), token);
        }
    }

    @Test
    void dashesInOtherCharsetsHideNoToken() {
        for (var token : SHORT.stream().filter(each -> each.contains("-")).toList()) {
            for (var charset : List.of("windows-1252", "UTF-16LE", "UTF-16BE")) {
                var octets = Octets.of(("see /u?" + token.replace('-', '\u2013') + " there")
                        .getBytes(Charset.forName(charset)));
                assertTrue(new TokenRemover(LINKS).finds(octets), charset);
            }
        }
    }

    @Test
    void richTextHidesNoToken() {
        for (var token : SHORT) {
            for (var form : List.of("\\u%d?", "\\u%d ?", "\\u%d\\'3f")) {
                var text = "{\\rtf1 see " + ("/u?" + token).chars().mapToObj(form::formatted)
                        .collect(Collectors.joining()) + " there}";
                assertEquals("{\\rtf1 see " + "/u?".chars().mapToObj(form::formatted).collect(Collectors.joining())
                        + "removed there}", cleaned(text));
            }
        }
    }

    @Test
    void tokensInBase64ThatWereRewrittenGoToo() {
        for (var token : SHORT) {
            var text = "http://t.example/" + Base64.getEncoder()
                    .encodeToString(urlDefense("http://localhost/u?" + token).getBytes(ISO_8859_1)) + " x";
            assertFalse(cleaned(text).equals(text));
        }
    }

    @Test
    void whatHasNoTokenStays() {
        for (var text : List.of(urlDefense("https://club.example/a-b_c?d=e-f"), "AB> one\r\nAB> two\r\n",
                "# a\n# b\n", "\\u104?\\u116?\\u116?\\u112?", "well \u2013 yes \u2011 no")) {
            assertEquals(text, cleaned(text));
        }
    }
}
