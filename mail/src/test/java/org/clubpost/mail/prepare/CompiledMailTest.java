package org.clubpost.mail.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clubpost.core.store.MailContent;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.mime.TransferEncoding;
import org.clubpost.mail.text.SafeTransfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompiledMailTest {

    private static final String ALPHABET = "abc XYZ=.-_{}<>&\"'%?\u00e4\u00df\u0416\u20ac\uD83D\uDE00\t";

    private final Random random = new Random(11);

    private static Entity text(TransferEncoding encoding, List<Piece> pieces) {
        var header = new Header(List.of(HeaderLine.Field.of("Content-Type", "text/plain; charset=utf-8"),
                HeaderLine.Field.of("Content-Transfer-Encoding", encoding.token())));
        return new Entity(header, Octets.latin1("\r\n"), new Body.Edited(pieces));
    }

    private String randomText(int length) {
        var text = new StringBuilder();
        int[] characters = ALPHABET.codePoints().toArray();
        for (int i = random.nextInt(length + 1); i > 0; i--) {
            text.appendCodePoint(characters[random.nextInt(characters.length)]);
        }
        return text.toString();
    }

    private Piece.Fixed randomPiece() {
        var text = new StringBuilder(randomText(200));
        for (int lines = random.nextInt(4); lines > 0; lines--) {
            text.append("\r\n").append(randomText(120));
        }
        return new Piece.Fixed(Octets.of(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] decoded(byte[] copy) {
        Entity entity = MimeParser.parse(Octets.of(copy));
        Octets body = ((Body.Leaf) entity.body()).octets();
        return TransferDecoder.decode(body, entity.transferEncoding()).orElseThrow().toByteArray();
    }

    @ParameterizedTest
    @EnumSource(names = {"EIGHT_BIT", "QUOTED_PRINTABLE", "BASE64"})
    void aCopyDecodesToTheTextWithTheValuesWhateverTheyAre(TransferEncoding encoding) {
        for (int round = 0; round < 3_000; round++) {
            String name = randomText(100).replace('\t', ' ');
            String link = "https://x/" + randomText(40).replace('\t', ' ');
            List<Piece> pieces = new ArrayList<>();
            var expected = new ByteArrayOutputStream();
            for (int i = random.nextInt(6); i > 0; i--) {
                Piece.Fixed fixed = randomPiece();
                if (random.nextInt(4) > 0) {
                    pieces.add(fixed);
                    expected.writeBytes(fixed.octets().toByteArray());
                }
                boolean isName = random.nextBoolean();
                pieces.add(new Piece.Slot(isName ? MemberValue.MEMBER_NAME : MemberValue.UNSUBSCRIBE_URL,
                        Piece.Form.TEXT));
                expected.writeBytes((isName ? name : link).getBytes(StandardCharsets.UTF_8));
            }

            MailContent copy = CompiledMail.compile(text(encoding, pieces))
                    .render(value -> value == MemberValue.MEMBER_NAME ? name : link);

            assertArrayEquals(expected.toByteArray(), decoded(copy.toByteArray()));
            boolean encoded = encoding != TransferEncoding.EIGHT_BIT;
            SafeTransfer.Findings findings = SafeTransfer.inspect(Octets.of(copy.toByteArray()));
            assertTrue(!encoded || (findings.isSafe() && findings.longestLine() <= 76),
                    () -> new String(copy.toByteArray(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void valuesInAHeaderCannotLeaveIt() {
        var mail = new Entity(new Header(List.of(
                slotted("List-Unsubscribe", "<", MemberValue.ONE_CLICK_URL, Piece.Form.HEADER_URL, ">\r\n"),
                slotted("Subject", "", MemberValue.MEMBER_NAME, Piece.Form.HEADER_TEXT, "\r\n"))),
                Octets.latin1("\r\n"),
                new Body.Leaf(Octets.latin1("x\r\n")));

        byte[] copy = CompiledMail.compile(mail).render(value -> switch (value) {
            case ONE_CLICK_URL -> "https://x/>\r\nBcc: <e@x.org> \u00e4";
            case MEMBER_NAME -> "Eve\r\nBcc: e@x.org\u2028, \"\u00d6\" <e@x.org>";
            default -> "";
        }).toByteArray();

        Entity read = MimeParser.parse(Octets.of(copy));
        assertEquals(List.of("List-Unsubscribe", "Subject"),
                read.header().lines().stream().map(HeaderLine::name).toList());
        assertEquals("<https://x/%3E%20%20Bcc:%20%3Ce@x.org%3E%20%C3%A4>",
                read.header().value("List-Unsubscribe").orElseThrow());
        assertEquals("Eve  Bcc: e@x.org , \"\u00d6\" <e@x.org>",
                FieldText.decode(read.header().value("Subject").orElseThrow()));
    }

    private static HeaderLine slotted(String name, String before, MemberValue value, Piece.Form form, String after) {
        return new HeaderLine.SlottedField(name, List.of(new Piece.Fixed(Octets.latin1(name + ": " + before)),
                new Piece.Slot(value, form), new Piece.Fixed(Octets.latin1(after))));
    }

    @ParameterizedTest
    @EnumSource(names = {"EIGHT_BIT", "QUOTED_PRINTABLE", "BASE64"})
    void aStoredMailRendersTheSame(TransferEncoding encoding) throws IOException {
        var mail = CompiledMail.compile(text(encoding, List.of(randomPiece(),
                new Piece.Slot(MemberValue.MEMBER_NAME, Piece.Form.HTML), randomPiece(),
                new Piece.Slot(MemberValue.MANAGE_URL, Piece.Form.URL_PART), randomPiece())));

        MailContent stored = mail.stored();
        var written = new ByteArrayOutputStream();
        stored.writeTo(written);
        var loaded = CompiledMail.load(Octets.of(written.toByteArray()));

        assertEquals(stored.sizeBytes(), written.size());
        MailContent copy = loaded.render(value -> value.name());
        var streamed = new ByteArrayOutputStream();
        copy.writeTo(streamed);
        assertArrayEquals(mail.render(value -> value.name()).toByteArray(), copy.toByteArray());
        assertArrayEquals(copy.toByteArray(), streamed.toByteArray());
        assertEquals(copy.sizeBytes(), streamed.size());
    }

    @Test
    void whatIsNoStoredMailIsRefused() {
        byte[] stored = CompiledMail.compile(text(TransferEncoding.BASE64, List.of(randomPiece()))).stored()
                .toByteArray();

        for (int length = 0; length < stored.length; length++) {
            var cut = Octets.of(stored).slice(0, length);
            assertThrows(IllegalArgumentException.class, () -> CompiledMail.load(cut));
        }
        byte[] newer = stored.clone();
        newer[3]++;
        assertThrows(IllegalArgumentException.class, () -> CompiledMail.load(Octets.of(newer)));
    }

    @Test
    void aValueThatIsFarTooLongIsCut() {
        var mail = CompiledMail.compile(text(TransferEncoding.SEVEN_BIT,
                List.of(new Piece.Slot(MemberValue.MEMBER_NAME, Piece.Form.TEXT))));

        assertEquals("x".repeat(SlotValues.LONGEST),
                new String(decoded(mail.render(_ -> "x".repeat(5_000)).toByteArray()),
                        StandardCharsets.US_ASCII));
    }
}
