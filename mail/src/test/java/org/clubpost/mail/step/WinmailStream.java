package org.clubpost.mail.step;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes a TNEF stream as MS-OXTNEF section 2.1.1 has it: signature, key, attributes with a checksum each. */
final class WinmailStream {

    static final int TITLE = 0x00018010;
    static final int DATA = 0x0006800F;
    static final int RENDERING = 0x00069002;
    static final int BODY = 0x0002800C;
    static final int OF_MESSAGE = 0x00069003;
    static final int OF_ATTACHMENT = 0x00069005;
    static final int HTML = 0x10130102;
    static final int RTF = 0x10090102;
    static final int METHOD = 0x37050003;
    static final int MAIL = 0x3701000D;
    static final int WIDE_NAME = 0x3707001F;
    static final int CONTENT_ID = 0x3712001F;
    static final byte[] IS_MAIL = {7, 3, 2, 0, 0, 0, 0, 0, (byte) 0xC0, 0, 0, 0, 0, 0, 0, 0x46};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    WinmailStream() {
        out.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 1).array());
    }

    WinmailStream with(int level, int id, byte[] data) {
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

    WinmailStream withFile(String name, byte[] content) {
        return with(2, RENDERING, new byte[14]).with(2, TITLE, (name + "\0").getBytes(StandardCharsets.US_ASCII))
                .with(2, DATA, content);
    }

    /** Properties (MS-OXTNEF section 2.1.3.4), as tag and value by turns; a value is octets or a number. */
    WinmailStream withProperties(int level, int id, Object... properties) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(little(4).putInt(properties.length / 2).array());
        for (int i = 0; i < properties.length; i += 2) {
            int tag = (int) properties[i];
            all.writeBytes(little(4).putInt(tag).array());
            if (properties[i + 1] instanceof byte[] octets) {
                all.writeBytes(little(8).putInt(1).putInt(octets.length).array());
                all.writeBytes(octets);
                all.writeBytes(new byte[(4 - octets.length % 4) % 4]);
            } else {
                all.writeBytes(little(4).putInt((int) properties[i + 1]).array());
            }
        }
        return with(level, id, all.toByteArray());
    }

    WinmailStream withLetter(int tag, byte[] letter) {
        return withProperties(1, OF_MESSAGE, tag, letter);
    }

    WinmailStream withMail(WinmailStream mail) {
        var object = new ByteArrayOutputStream();
        object.writeBytes(IS_MAIL);
        object.writeBytes(mail.out.toByteArray());
        return withFile("Untitled", "This attachment is a MAPI 1.0 embedded message".getBytes(
                StandardCharsets.US_ASCII)).withProperties(2, OF_ATTACHMENT, METHOD, 5, MAIL, object.toByteArray());
    }

    String base64() {
        return Base64.getMimeEncoder().encodeToString(out.toByteArray());
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
