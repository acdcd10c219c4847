package org.clubpost.mail.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.clubpost.mail.mime.LineEnds;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.api.Test;

class MailViewTest {

    private static MailView view(String mail) {
        return MailView.of(MimeParser.parse(LineEnds.onTheWire(Octets.of(mail.getBytes(UTF_8)))));
    }

    private static final String NEWSLETTER = """
            Subject: =?utf-8?q?Sommerfest_=E2=98=80?=
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: multipart/related; boundary=r

            --r
            Content-Type: text/html; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            <link rel=3Dpreconnect href=3Dhttps://evil.example><META http-equiv=3Drefresh content=3D"0;url=3D/x">
            <p>Gr=FC=DFe</p><img src=3D"cid:sun@x"><img src=3D"CID:gone">
            --r
            Content-Type: image/png; name=sun.png
            Content-ID: <sun@x>
            Content-Transfer-Encoding: base64

            aGVsbG8=
            --r--
            --m
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*=UTF-8''Flyer%20%E2%80%93%202.pdf
            Content-Transfer-Encoding: base64

            d29ybGQ=
            --m--
            """;

    @Test
    void mailIsTakenApart() {
        var view = view(NEWSLETTER);

        assertEquals("Sommerfest ☀", view.field("Subject"));
        assertEquals("Grüße", view.text());
        assertEquals(List.of("sun.png", "Flyer – 2.pdf"), view.files().stream().map(MailView.File::name).toList());
        assertArrayEquals("world".getBytes(UTF_8), view.file(1).orElseThrow());
        assertTrue(view.file(2).isEmpty() && view.file(-1).isEmpty());
    }

    @Test
    void pageLooksNobodyUpAndHasItsOwnPictures() {
        var page = view(NEWSLETTER).page().orElseThrow();

        assertTrue(page.contains("<p>Grüße</p>"), page);
        assertTrue(page.contains("<x-link rel=preconnect") && page.contains("<x-META http-equiv"), page);
        assertTrue(page.contains("<img src=\"data:image/png;base64,aGVsbG8=\">"), page);
        assertTrue(page.contains("<img src=\"cid:\">"), page);
    }

    @Test
    void pictureThatIsQuotedWithoutEndCostsBoundedWork() {
        var many = "Content-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/html\n\n"
                + "<img src='cid:a'>".repeat(40_000) + "\n--r\nContent-Type: image/png\nContent-ID: <a>\n\n"
                + "x".repeat(100_000) + "\n--r--\n";

        var page = view(many).page().orElseThrow();

        assertTrue(page.length() < 6_000_000, "" + page.length());
    }

    @Test
    void plainMailHasNoPage() {
        var view = view("Content-Type: text/plain\n\nHello\n");

        assertEquals("Hello", view.text());
        assertFalse(view.hasPage());
        assertEquals(List.of(), view.files());
    }

    @Test
    void moreThanEnoughPartsAreLeftOut() {
        var bomb = "Content-Type: multipart/mixed; boundary=m\n\n"
                + "--m\nContent-Type: application/pdf\n\nx\n".repeat(5_000) + "--m--\n";

        assertTrue(view(bomb).files().size() <= MailView.MOST_PARTS);
    }
}
