package org.clubpost.mail.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnTextTest {

    private static Optional<String> own(String mail) {
        return OwnText.lines(MimeParser.parse(Octets.latin1(mail.replace("\n", "\r\n"))))
                .map(lines -> lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("|")));
    }

    private static String ofPlain(String text) {
        return own("Content-Type: text/plain; charset=utf-8\n\n" + text).orElse("no text");
    }

    private static String ofHtml(String html) {
        return own("Content-Type: text/html; charset=utf-8\n\n" + html).orElse("no text");
    }

    /** What stands below a word of one's own: nobody's words but those of others. */
    static Stream<String> below() {
        return Stream.of("On Friday Bob wrote:\n> see you\n", "> see you\n> there\n",
                "On Mon, 2 Mar 2026 at 10:00, Bob Builder <bob@example.org> wrote:\n\n> see you\n",
                "On Mon, 2 Mar 2026 at 10:00, Bob Builder via Chess Club News\n<chess@lists.example.org> wrote:\n> see you\n",
                "On Mon, 2 Mar 2026 at 10:00, Bob <bob@example.org> wrote:\n\nsee you\n",
                "Am 02.03.2026 um 10:00 schrieb Bob:\n> bis dann\n",
                "Am Mo., 2. M\u00c3\u00a4rz 2026 um 10:00 Uhr schrieb Bob <\nbob@example.org>:\n\n> bis dann\n",
                "Le lun. 2 mars 2026 \u00c3\u00a0 10:00, Bob <bob@example.org> a \u00c3\u00a9crit :\n> oui\n",
                "El lun, 2 mar 2026 a las 10:00, Bob (<bob@example.org>) escribi\u00c3\u00b3:\n> si\n",
                "Il giorno lun 2 mar 2026 alle ore 10:00 Bob <bob@example.org> ha\nscritto:\n> si\n",
                "Op ma 2 mrt 2026 om 10:00 schreef Bob <bob@example.org>:\n> ja\n",
                "Em seg., 2 de mar. de 2026 \u00c3\u00a0s 10:00, Bob <bob@example.org> escreveu:\n> sim\n",
                "pon., 2 mar 2026 o 10:00 Bob <bob@example.org> napisa\u00c5\u0082(a):\n> tak\n",
                "Den m\u00c3\u00a5n 2 mars 2026 kl 10:00 skrev Bob <bob@example.org>:\n> ja\n",
                "-----Original Message-----\nFrom: Bob\nSent: Monday\nsee you\n",
                "-----Urspr\u00c3\u00bcngliche Nachricht-----\nVon: Bob\nbis dann\n",
                "________________________________\nFrom: Bob <bob@example.org>\nSent: Monday\nTo: chess\nsee you\n",
                "From: Bob <bob@example.org>\nSent: Monday, 2 March 2026\nTo: chess\nSubject: Party\n\nsee you\n",
                "Von: Bob <bob@example.org>\nGesendet: Montag\nAn: chess\nBetreff: Fest\n\nbis dann\n",
                "De : Bob <bob@example.org>\nEnvoy\u00c3\u00a9 : lundi\n\u00c3\u0080 : chess\nObjet : F\u00c3\u00aate\n\noui\n",
                "*From:* Bob <bob@example.org>\n*Sent:* Monday\n*To:* chess\n\nsee you\n",
                "-- \nAnna Author\nChess Club\n", "--\nAnna\n", "Sent from my iPhone\n", "Von meinem iPhone gesendet\n",
                "Gesendet von Outlook f\u00c3\u00bcr Android\n", "Get Outlook for iOS<https://aka.ms/o0ukef>\n",
                "Obter o Outlook para Android\n",
                "Envoy\u00c3\u00a9 de mon iPhone\n", "Enviado desde mi iPhone\n", "Inviato da iPhone\n",
                "Verstuurd vanaf mijn iPhone\n", "Enviado do meu iPhone\n",
                "Wys\u00c5\u0082ane z iPhone\u00e2\u0080\u0099a\n",
                "Skickat fr\u00c3\u00a5n min iPhone\n", "Sendt fra min iPhone\n", "Sent from Mail for Windows\n",
                "Sent with Proton Mail secure email.\n", "Sent from my Galaxy\n\nOn Monday Bob wrote:\n> x\n",
                "Diese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.\n");
    }

    @ParameterizedTest
    @MethodSource("below")
    void whatStandsBelowIsNotTheWritersOwn(String below) {
        assertEquals("unsubscribe", ofPlain("unsubscribe\n\n" + below));
        assertEquals("", ofPlain(below));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bob wrote: we meet at nine", "From: the hall to the station", "As Bob wrote:|we meet at nine",
                    "To: all players", "See you|-|Anna", "I sent it from my desk", "He wrote to me: come!"})
    void whatLooksLikeAQuoteAndIsNone(String text) {
        assertEquals(text, ofPlain(text.replace("|", "\n")));
    }

    @Test
    void whatStandsBelowAQuoteIsTheWritersOwn() {
        assertEquals("one|two", ofPlain("one\n\nOn Friday Bob wrote:\n> see you\n\ntwo\n"));
        assertEquals("one|two", ofHtml("<p>one</p>On Friday Bob wrote:<blockquote>see <p>you</p></blockquote><p>two"));
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("unsubscribe", "<html><head><style>p { color: red }</style><title>x</title></head><body>"
                        + "<p class=MsoNormal>unsubscribe<o:p></o:p></p></body></html>"),
                Arguments.of("unsubscribe", "<div dir=\"ltr\">unsubscribe</div><br><div class=\"gmail_quote\">"
                        + "<div class=\"gmail_attr\">On Mon Bob wrote:<br></div><blockquote>see you</blockquote></div>"),
                Arguments.of("unsubscribe",
                        "unsubscribe<hr><div id=\"divRplyFwdMsg\"><b>From:</b> Bob<br>see you</div>"),
                Arguments.of("unsubscribe",
                        "<p>unsubscribe</p><div style='border-top:solid 1pt'><p><b>From:</b> Bob<br>"
                                + "<b>Sent:</b> Monday<br><b>To:</b> chess<br><b>Subject:</b> Party</p></div><p>see you</p>"),
                Arguments.of("please remove me", "<p>please&nbsp;remove <b>m</b>e</p>"),
                Arguments.of("Bitte abmelden", "<p>Bitte abmelden</p><p class=\"gmail_signature\">Anna</p>"),
                Arguments.of("d\u00e9sinscription", "<p>d&eacute;sinscription</p><!-- <p>no</p> -->"),
                Arguments.of("d\u00e9sinscription", "<p>d&#233;sinscription</p><script>if (1 < 2) {}</script>"),
                Arguments.of("a & b < c", "a &amp; b &lt; c"), Arguments.of("a & b", "a & b"),
                Arguments.of("a&#x;", "a&#x;<p"), Arguments.of("&verylongname;", "&verylongname;"),
                Arguments.of("", "<style>never ends"), Arguments.of("", "<!-- never ends"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePageSays(String expected, String html) {
        assertEquals(expected, ofHtml(html).replace("\u00a0", " ").strip().equals(expected)
                ? expected
                : java.text.Normalizer.normalize(ofHtml(html).strip(), java.text.Normalizer.Form.NFC));
    }

    private static String multipart(String subtype, String... parts) {
        return "Content-Type: multipart/" + subtype + "; boundary=b\n\n"
                + Stream.of(parts).map(part -> "--b\n" + part + "\n").collect(Collectors.joining()) + "--b--\n";
    }

    @Test
    void theAlternativeThatSaysSomethingCounts() {
        assertEquals(Optional.of("one"), own(multipart("alternative", "\none", "Content-Type: text/html\n\n<p>two")));
        assertEquals(Optional.of("two"), own(multipart("alternative", "\n\n", "Content-Type: text/html\n\n<p>two")));
    }

    @Test
    void everyShownTextCountsAndNoFile() {
        assertEquals(Optional.of("one|two"), own(multipart("mixed", "\none", "Content-Type: image/png\n\nx", "\ntwo",
                "Content-Disposition: attachment\n\nthree")));
        assertEquals(Optional.of("one"),
                own(multipart("signed", "\none", "Content-Type: application/pgp-signature\n\nx")));
        assertEquals(Optional.of("one"), own(multipart("related", "\none", "\ntwo")));
    }

    @Test
    void whatCannotBeReadIsNoText() {
        assertEquals(Optional.empty(), own("Content-Type: application/pdf\n\nx"));
        assertEquals(Optional.empty(), own(multipart("encrypted", "\nVersion: 1", "\nx")));
        assertEquals(Optional.empty(), own("Content-Transfer-Encoding: base64\n\n!!!"));
        assertEquals(Optional.of(""), own("Content-Type: text/plain\n\n"));
    }

    @Test
    void noMailTakesLong() {
        assertTimeout(Duration.ofSeconds(10), () -> {
            for (var text : List.of("a wrote:\n\n".repeat(9_000), "&".repeat(90_000), "<".repeat(90_000),
                    "<style>".repeat(12_000), "<p>".repeat(30_000), "\n".repeat(90_000), "On 1\n".repeat(18_000),
                    "From:\n".repeat(15_000), "From:\nSent:\n".repeat(7_000), "<blockquote>".repeat(8_000))) {
                ofPlain(text);
                ofHtml(text);
                own(multipart("mixed",
                        Stream.generate(() -> "\n" + "x".repeat(100)).limit(500).toArray(String[]::new)));
            }
        });
    }
}
