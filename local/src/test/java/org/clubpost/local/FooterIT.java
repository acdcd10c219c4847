package org.clubpost.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.delivery.InMemorySentIds;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.PublicLinks;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SigningKeys;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.prepare.ListPreparation;
import org.junit.jupiter.api.Test;

/**
 * Whatever a page does with its colours, its links and its blocks: the link to leave stands at the end, can be seen,
 * and has the contrast that WCAG 2.2 asks for in its criterion 1.4.3. It is measured in the pixels of a browser.
 */
class FooterIT {

    private static final double LEAST_CONTRAST = 4.5;
    private static final String LINK = "https://lists.example.org/u/leave";

    /** Pages, each with what it says last as THE END. */
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        styled("no style", "");
        styled("white links", "a{color:#ffffff !important}");
        styled("everything white", "*{color:#fff!important;background:#fff!important}");
        styled("everything black", "*{color:#000!important;background:#000!important}");
        styled("dark page", "body{background:#111;color:#ddd}a{color:#8ab4f8}");
        styled("dark links on a dark page", "body{background:#000!important}a{color:#111!important}");
        styled("a dark style for dark mode", "@media (prefers-color-scheme:dark){"
                + "*{background:#000!important;color:#333!important}a{color:#222!important}}");
        styled("no links", "a{display:none!important}");
        styled("no blocks", "div{display:none!important}body>div:last-child{height:0!important}");
        styled("no size", "body,div,p,a{font-size:0!important;line-height:0!important;max-height:0!important;"
                + "overflow:hidden!important}");
        styled("far away", "div,a{position:absolute!important;left:-9999px!important;text-indent:-9999px!important;"
                + "transform:scale(0)!important;clip-path:inset(50%)!important}");
        styled("see through", "div,a{opacity:0!important;visibility:hidden!important;filter:opacity(0)!important;"
                + "-webkit-text-fill-color:transparent!important;mix-blend-mode:difference}");
        styled("moving", "@keyframes k{from{opacity:0}to{opacity:0}}div,a{animation:k 1s infinite!important;"
                + "transition:all 99s!important}");
        styled("floating", "p{float:left;width:100%;height:300px}");
        styled("white by inheritance", "html,body{color:white;background:white;font-size:0;visibility:hidden;"
                + "text-indent:-999px;letter-spacing:-9px}p{visibility:visible;font-size:16px;text-indent:0}");
        PAGES.put("colour scheme in meta", "<html><head><meta name=color-scheme content='dark light'></head>"
                + "<body><p>THE END</p></body></html>");
        PAGES.put("colours in attributes", "<body bgcolor=#000000 text=#333333 link=#000000 vlink=#000000>"
                + "<font color=white size=1><p>THE END</body>");
        PAGES.put("text after the page", "<html><body><p>Hello</p></body></html>\r\n<p>THE END</p>");
        PAGES.put("two pages", "<html><body>Hello</body></html><html><body><p>THE END</body></html>");
        PAGES.put("no page at all", "Hello <b>you<p>THE END");
        PAGES.put("open table", "<body><table><tr><td><p>THE END</p><tr></body></html>");
        PAGES.put("open quotation", "<body><blockquote><pre>old<p>THE END</body>");
        PAGES.put("open hidden block", "<p>THE END</p><div style='display:none'><span><a href=x>hidden</body></html>");
        PAGES.put("open comment", "<body><p>THE END</p><!-- hidden </body></html>");
        PAGES.put("open style", "<body><p>THE END</p><style>p{color:black} </body></html>");
        PAGES.put("open select", "<body><p>THE END</p><select><option>one</body></html>");
        PAGES.put("open text field", "<body><p>THE END</p><textarea>one</body></html>");
        PAGES.put("open tag", "<body><p>THE END</p><a href='x</body></html>");
        PAGES.put("only for Outlook", "<body><p>THE END</p><!--[if mso]><table><tr><td></body><![endif]--></body>");
    }

    private static void styled(String name, String style) {
        PAGES.put(name, "<html><head><style>" + style + "</style></head><body><p>THE END</p></body></html>");
    }

    private static String copy(String page) {
        var keys = new SigningKeys(1, Map.of(1, new SecretKeySpec(new byte[32], "HmacSHA256")));
        var links = new PublicLinks(URI.create("https://lists.example.org"), new MembershipTokens(keys));
        var list = MailingList.create(new ListId("news"), "lists.example.org", "Chess Club",
                List.of(EmailAddress.of("owner@example.org")));
        var mail = Octets.latin1("From: a@example.com\r\nContent-Type: text/html\r\n\r\n" + page + "\r\n");
        var copy = MimeParser.parse(Octets.of(new ListPreparation(links, new InMemorySentIds()).prepare(list, mail)
                .render(_ -> LINK).toByteArray()));
        if (!(copy.body() instanceof Body.Leaf(Octets body))) {
            throw new IllegalStateException("not a text: " + copy.contentType());
        }
        var html = TransferDecoder.decode(body, copy.transferEncoding()).orElseThrow();
        return new String(html.toByteArray(), ISO_8859_1);
    }

    private static List<String> complaints(Page letter, String mode) throws IOException {
        var found = new ArrayList<String>();
        for (var page : PAGES.entrySet()) {
            letter.setContent(copy(page.getValue()));
            Chromium.picture(letter, "footer-" + mode + "-" + page.getKey().replace(' ', '-'));
            complaint(letter).ifPresent(what -> found.add(page.getKey() + ": " + what));
        }
        return found;
    }

    private static Optional<String> complaint(Page letter) throws IOException {
        // One to leave, and one to the settings.
        var links = letter.locator("a[href='" + LINK + "']");
        if (links.count() != 2) {
            return Optional.of("there are " + links.count() + " links");
        }
        var first = complaint(letter, links.first());
        return first.isPresent() ? first : complaint(letter, links.last());
    }

    private static Optional<String> complaint(Page letter, Locator link) throws IOException {
        if (!link.isVisible()) {
            return Optional.of("the link is not shown");
        }
        BoundingBox box = link.boundingBox();
        var end = letter.getByText("THE END").boundingBox();
        if (box.y < end.y + end.height || box.height < 12) {
            return Optional.of("the link is not at the end, or is too small");
        }
        var image = ImageIO.read(new ByteArrayInputStream(letter.screenshot(new Page.ScreenshotOptions().setFullPage(
                true).setClip(box.x, box.y, box.width, box.height))));
        var contrast = contrast(image);
        return contrast < LEAST_CONTRAST
                ? Optional.of("a contrast of " + contrast)
                : Optional.empty();
    }

    /** Of the lightest pixel and the darkest (WCAG 2.2, "contrast ratio"). */
    private static double contrast(BufferedImage image) {
        var lightest = 0.0;
        var darkest = 1.0;
        for (var x = 0; x < image.getWidth(); x++) {
            for (var y = 0; y < image.getHeight(); y++) {
                var luminance = luminance(new Color(image.getRGB(x, y)));
                lightest = Math.max(lightest, luminance);
                darkest = Math.min(darkest, luminance);
            }
        }
        return (lightest + 0.05) / (darkest + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Test
    void theLinkIsReadableOnEveryPageLightAndDark() throws IOException {
        try (var chromium = Chromium.open()) {
            assertEquals(List.of(), complaints(chromium.letter(ColorScheme.LIGHT), "light"));
            assertEquals(List.of(), complaints(chromium.letter(ColorScheme.DARK), "dark"));
        }
    }

    @Test
    void theLinkIsReadableWhereTheBrowserDarkensEveryPage() throws IOException {
        try (var chromium = Chromium.open("--force-dark-mode", "--blink-settings=forceDarkModeEnabled=true")) {
            assertEquals(List.of(), complaints(chromium.letter(ColorScheme.DARK), "forced"));
        }
    }
}
