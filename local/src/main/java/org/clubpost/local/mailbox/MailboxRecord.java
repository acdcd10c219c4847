package org.clubpost.local.mailbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A mail in the mailbox's file.
 *
 * <p><b>Shape.</b> {@code CPM2}, the length of the head, the length of the mail (four octets each), the number of the
 * mail (eight), a checksum over these and the head, a checksum over the mail (four each); then the head and the mail.
 * Numbers are big-endian, checksums CRC-32C. So a record is known to be one without its mail being read.
 *
 * @param mail what a listing shows of it
 * @param offset where the mail begins in the file
 * @param checksum that of the mail
 */
record MailboxRecord(SentMail mail, long offset, int checksum) {

    static final int MAGIC = 0x43504D32;
    /** The longest that can stand before a mail. */
    static final int MOST_BEFORE = 1 << 14;
    private static final int PREFIX = 28;
    private static final int CHECKED_PREFIX = 20;

    /** The octets of a record. */
    static ByteBuffer octets(SentMail mail, byte[] octets) {
        var head = mail.head();
        if (PREFIX + head.length > MOST_BEFORE) {
            throw new IllegalArgumentException("an address of many kilobytes");
        }
        var record = ByteBuffer.allocate(PREFIX + head.length + octets.length).putInt(MAGIC).putInt(head.length)
                .putInt(octets.length).putLong(mail.id());
        var checksum = headChecksum(record.array(), head);
        return record.putInt(checksum).putInt(checksum(octets)).put(head).put(octets).flip();
    }

    /** Reads a record, as far as the mail; empty when there is none. The octets begin at that place in the file. */
    static Optional<MailboxRecord> parse(ByteBuffer octets, long place) {
        if (octets.remaining() < PREFIX || octets.getInt(octets.position()) != MAGIC) {
            return Optional.empty();
        }
        var prefix = new byte[CHECKED_PREFIX];
        octets.get(octets.position(), prefix);
        octets.position(octets.position() + Integer.BYTES);
        var headLength = octets.getInt();
        var length = octets.getInt();
        var id = octets.getLong();
        var headChecksum = octets.getInt();
        var checksum = octets.getInt();
        if (headLength < 0 || headLength > octets.remaining() || length < 0) {
            return Optional.empty();
        }
        var head = new byte[headLength];
        octets.get(head);
        return headChecksum == headChecksum(prefix, head)
                ? read(id, head, length)
                        .map(mail -> new MailboxRecord(mail, place + PREFIX + headLength, checksum))
                : Optional.empty();
    }

    private static Optional<SentMail> read(long id, byte[] head, int length) {
        try {
            return Optional.of(SentMail.of(id, head, length));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Where the next record begins. */
    long end() {
        return offset + mail.octets();
    }

    /** Whether these are the octets that the mail had when it was written. */
    boolean isWhole(byte[] octets) {
        return checksum == checksum(octets);
    }

    private static int headChecksum(byte[] prefix, byte[] head) {
        var checksum = new CRC32C();
        checksum.update(prefix, 0, CHECKED_PREFIX);
        checksum.update(head);
        return (int) checksum.getValue();
    }

    private static int checksum(byte[] octets) {
        var checksum = new CRC32C();
        checksum.update(octets);
        return (int) checksum.getValue();
    }
}
