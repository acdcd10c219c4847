package org.clubpost.mail.step;

import static org.clubpost.mail.step.WinmailStream.CONTENT_ID;
import static org.clubpost.mail.step.WinmailStream.HTML;
import static org.clubpost.mail.step.WinmailStream.OF_ATTACHMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A winmail.dat beside texts that say the same as the letter in it, or nearly. */
class WinmailBesideTextTest {

    private static final String LETTER = "The plan of the summer is <b>attached</b> here.";
    private static final String PICTURE = "<img src=\"cid:pic1@x\">";
    private static final String PLAIN = "Content-Type: text/plain\r\n\r\nThe plan of the summer is attached here.\r\n";

    private static String page(String html) {
        return "Content-Type: text/html\r\n\r\n<p>" + html + "</p>\r\n";
    }

    private static String of(String subtype, String... parts) {
        return "Content-Type: multipart/" + subtype + "; boundary=" + subtype + "\r\n\r\n" + List.of(parts).stream()
                .map(part -> "--" + subtype + "\r\n" + part + "\r\n").collect(Collectors.joining())
                + "--" + subtype + "--\r\n";
    }

    private static WinmailStream letter(String html) {
        return new WinmailStream().withProperties(1, WinmailStream.OF_MESSAGE, HTML,
                html.getBytes(StandardCharsets.UTF_8));
    }

    private static WinmailStream withPicture() {
        return letter("<p>" + LETTER + PICTURE + "</p>").withFile("pic.png", new byte[]{7})
                .withProperties(2, OF_ATTACHMENT, CONTENT_ID, "pic1@x\0".getBytes(StandardCharsets.UTF_16LE));
    }

    /** The shape of what goes out. */
    private static String made(WinmailStream winmail, String... before) {
        var parts = new ArrayList<>(List.of(before));
        parts.add("Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + winmail.base64());
        return shape(MimeParser.parse(Octets.latin1(Mails.copy("From: a@example.com\r\nMIME-Version: 1.0\r\n"
                + of("mixed", parts.toArray(String[]::new))))));
    }

    private static String shape(Entity entity) {
        var type = entity.contentType().subtype();
        return entity.body() instanceof Body.Multipart multipart
                ? type + multipart.parts().stream().map(part -> shape(part.entity()))
                        .collect(Collectors.joining(",", "{", "}"))
                : entity.disposition().filter("attachment"::equals).isPresent() ? type + "!" : type;
    }

    @Test
    void picturesOfALetterThatIsSaidAlreadyAreFiles() {
        assertEquals("mixed{alternative{plain,html},png!}",
                made(withPicture(), of("alternative", PLAIN, page(LETTER))));
        assertEquals("mixed{html,png!}", made(withPicture(), page(LETTER)));
    }

    @Test
    void picturesAreInThePageThatRefersToThem() {
        assertEquals("mixed{related{html,png}}", made(withPicture(), page(LETTER + PICTURE)));
        assertEquals("mixed{alternative{plain,related{html,png}}}",
                made(withPicture(), of("alternative", PLAIN, page(LETTER + PICTURE))));
        assertEquals("mixed{alternative{plain,related{html,gif,png}}}", made(withPicture(), of("alternative", PLAIN,
                of("related", page(LETTER + PICTURE), "Content-Type: image/gif\r\nContent-ID: <b@x>\r\n\r\nx"))));
    }

    @Test
    void pictureThatIsThereAlreadyIsNotThereTwice() {
        var there = "Content-Type: image/png\r\nContent-ID: <pic1@x>\r\nContent-Transfer-Encoding: base64\r\n\r\n";

        assertEquals("mixed{related{html,png}}",
                made(withPicture(), of("related", page(LETTER + PICTURE), there + "Bw==")));
        assertEquals("mixed{related{html,png,png}}",
                made(withPicture(), of("related", page(LETTER + PICTURE), there + "CA==")));
    }

    @Test
    void pictureStaysInTheLetterBesideAPlainText() {
        assertEquals("mixed{alternative{plain,related{html,png}}}", made(withPicture(), PLAIN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "Checked by the gateway of books | ok | mixed{plain,html}",
                    "ok! | ok | mixed{alternative{plain,html}}",
                    "The hall is open on Monday at ten. Checked. | The hall is open on Monday at ten. "
                            + "| mixed{plain,html}",
                    "Not true: The hall is open on Monday at ten, they say | The hall is open on Monday at ten. "
                            + "| mixed{plain,html}"
            })
    void textThatSaysMoreThanTheLetterDoesNotTakeItsPlace(String text, String letter, String shape) {
        assertEquals(shape, made(letter("<p>" + letter + "</p>"), "Content-Type: text/plain\r\n\r\n" + text + "\r\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "The hall is open on Monday at ten. Checked by the gateway. | mixed{html}",
                    "From outside! The hall is open on Monday at ten. | mixed{html}",
                    "They say: the hall is open on Monday at ten, but no. | mixed{html,html}",
            })
    void pageToWhichAGatewayAddedSaysTheSame(String page, String shape) {
        assertEquals(shape, made(letter("<p>The hall is open on Monday at ten.</p>"), page(page)));
    }
}
