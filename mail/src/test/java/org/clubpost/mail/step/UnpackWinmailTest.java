package org.clubpost.mail.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.clubpost.mail.Mails;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.junit.jupiter.api.Test;

class UnpackWinmailTest {

    private static final int TITLE = 0x00018010;
    private static final int DATA = 0x0006800F;
    private static final int RENDERING = 0x00069002;
    private static final int BODY = 0x0002800C;

    /** Writes a TNEF stream as MS-OXTNEF section 2.1.1 has it: signature, key, attributes with a checksum each. */
    private static final class Stream {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Stream() {
            out.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 1).array());
        }

        Stream with(int level, int id, byte[] data) {
            int sum = 0;
            for (byte b : data) {
                sum += b & 0xff;
            }
            out.write(level);
            out.writeBytes(little(8).putInt(id).putInt(data.length).array());
            out.writeBytes(data);
            out.writeBytes(little(2).putShort((short) sum).array());
            return this;
        }

        Stream withFile(String name, byte[] content) {
            return with(2, RENDERING, new byte[14]).with(2, TITLE, (name + "\0").getBytes(StandardCharsets.US_ASCII))
                    .with(2, DATA, content);
        }

        String base64() {
            return Base64.getMimeEncoder().encodeToString(out.toByteArray());
        }

        private static ByteBuffer little(int length) {
            return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static String mixed(String tnef) {
        return Mails.lines("From: a@example.com", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "",
                "--b", "",
                "See attached.", "--b", "Content-Type: application/ms-tnef; name=winmail.dat",
                "Content-Transfer-Encoding: base64", "", tnef, "--b--");
    }

    private static List<Entity> parts(String mail) {
        Entity copy = MimeParser.parse(Octets.latin1(Mails.copy(mail)));
        return ((Body.Multipart) copy.body()).parts().stream().map(Body.Part::entity).toList();
    }

    private static byte[] content(Entity entity) {
        return TransferDecoder.decode(((Body.Leaf) entity.body()).octets(), entity.transferEncoding()).orElseThrow()
                .toByteArray();
    }

    @Test
    void itsFilesBecomeAttachments() {
        byte[] photo = new byte[100_000];
        new Random(3).nextBytes(photo);

        List<Entity> parts = parts(
                mixed(new Stream().withFile("photo.jpg", photo).withFile("..\\x\\notes.xyz", new byte[]{1})
                        .base64()));

        assertEquals(List.of("text/plain", "image/jpeg", "application/octet-stream"), parts.stream()
                .map(part -> part.contentType().type() + "/" + part.contentType().subtype()).toList());
        assertArrayEquals(photo, content(parts.get(1)));
        assertEquals("attachment; filename=photo.jpg",
                parts.get(1).header().value("Content-Disposition").orElseThrow());
        assertEquals("attachment; filename=notes.xyz",
                parts.get(2).header().value("Content-Disposition").orElseThrow());
    }

    @Test
    void oneThatStandsAloneBecomesAMultipartWithItsText() {
        String tnef = new Stream().with(1, BODY, "Hello from Outlook\0".getBytes(StandardCharsets.US_ASCII))
                .withFile("a.pdf", new byte[]{1, 2, 3}).base64();

        List<Entity> parts = parts(
                Mails.lines("From: a@example.com", "MIME-Version: 1.0", "Content-Type: application/ms-tnef",
                        "Content-Transfer-Encoding: base64", "", tnef));

        var text = new String(content(parts.get(0)), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("Hello from Outlook\r\n\r\n____"), text);
        assertArrayEquals(new byte[]{1, 2, 3}, content(parts.get(1)));
    }

    @Test
    void aMeetingRequestStays() {
        String tnef = new Stream()
                .with(1, 0x00078008, "IPM.Microsoft Schedule.MtgReq\0".getBytes(StandardCharsets.US_ASCII))
                .withFile("a.pdf", new byte[]{1}).base64();

        assertEquals("ms-tnef", parts(mixed(tnef)).get(1).contentType().subtype());
    }

    @Test
    void oneThatIsBrokenStays() {
        String broken = new Stream().withFile("a.pdf", new byte[1_000]).base64().substring(0, 200);

        List<Entity> parts = parts(mixed(broken));

        assertEquals("ms-tnef", parts.get(1).contentType().subtype());
        assertEquals(2, parts.size());
    }

    @Test
    void oneWithoutFilesStays() {
        assertEquals("ms-tnef", parts(mixed(new Stream().base64())).get(1).contentType().subtype());
    }
}
