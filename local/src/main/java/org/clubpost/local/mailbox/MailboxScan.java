package org.clubpost.local.mailbox;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the mails in the mailbox's file, without reading them, apart from the last few. A damaged record is passed over
 * and logged; what comes after it is found. What was being written when the process was killed is no mail.
 */
final class MailboxScan {

    private static final System.Logger LOG = System.getLogger(MailboxScan.class.getName());
    /** What each record began with before records had numbers. */
    private static final int EARLIER_MAGIC = 0x43504D42;
    private static final int PIECE = 1 << 16;
    /** As much is read for one record; few have a longer head. */
    private static final int USUAL_BEFORE = 1 << 10;
    /** That much of the end is read. A power cut can only spoil what was not forced yet. */
    private static final long SUSPECT = 8 << 20;

    private final FileChannel file;
    private final long size;
    private final List<MailboxRecord> records = new ArrayList<>();
    private long end;

    private MailboxScan(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /** What is in that file. */
    static MailboxScan of(FileChannel file) throws IOException {
        var scan = new MailboxScan(file);
        if (scan.size >= Integer.BYTES && scan.upTo(0, Integer.BYTES).getInt() == EARLIER_MAGIC) {
            throw new IOException("the mailbox is that of an earlier version; move it away");
        }
        scan.findAll();
        scan.checkLast();
        return scan;
    }

    /** The records, in their order. */
    List<MailboxRecord> records() {
        return records;
    }

    /** Where the last record ends. Nothing after it is worth keeping. */
    long end() {
        return end;
    }

    private void findAll() throws IOException {
        while (end < size) {
            var record = recordAt(end);
            if (record.isEmpty()) {
                var next = nextRecord(end + 1);
                if (next.isEmpty()) {
                    LOG.log(WARNING, "mailbox outcome=end-cut-off octets={0}", Long.toString(size - end));
                    return;
                }
                LOG.log(ERROR, "mailbox outcome=damaged-part-passed-over octets={0}",
                        Long.toString(next.getAsLong() - end));
                end = next.getAsLong();
            } else if (record.get().end() > size) {
                LOG.log(WARNING, "mailbox outcome=end-cut-off octets={0}", Long.toString(size - end));
                return;
            } else {
                records.add(record.get());
                end = record.get().end();
            }
        }
    }

    /** From the last one back, as far as a power cut may have left heads without their mails. */
    private void checkLast() throws IOException {
        var suspectFrom = end - SUSPECT;
        var isLast = true;
        for (var i = records.size() - 1; i >= 0 && (isLast || records.get(i).offset() > suspectFrom); i--) {
            var record = records.get(i);
            if (record.isWhole(octets(file, record.offset(), record.mail().octets()))) {
                isLast = false;
                continue;
            }
            LOG.log(ERROR, "mailbox outcome=damaged-mail-passed-over mail={0}", Long.toString(record.mail().id()));
            records.remove(i);
            if (isLast) {
                end = i == 0 ? 0 : records.get(i - 1).end();
            }
        }
    }

    private Optional<MailboxRecord> recordAt(long place) throws IOException {
        var usual = MailboxRecord.parse(upTo(place, USUAL_BEFORE), place);
        return usual.isPresent() ? usual : MailboxRecord.parse(upTo(place, MailboxRecord.MOST_BEFORE), place);
    }

    /** The next place where a whole head stands. */
    private OptionalLong nextRecord(long from) throws IOException {
        for (var at = from; at < size; at += PIECE) {
            var piece = upTo(at, PIECE + Integer.BYTES - 1);
            for (var i = 0; i + Integer.BYTES <= piece.limit(); i++) {
                if (piece.getInt(i) == MailboxRecord.MAGIC && recordAt(at + i).isPresent()) {
                    return OptionalLong.of(at + i);
                }
            }
        }
        return OptionalLong.empty();
    }

    private ByteBuffer upTo(long place, int most) throws IOException {
        return ByteBuffer.wrap(octets(file, place, (int) Math.min(most, size - place)));
    }

    /** Those octets of a file. */
    static byte[] octets(FileChannel file, long place, int length) throws IOException {
        var octets = ByteBuffer.allocate(length);
        while (octets.hasRemaining()) {
            if (file.read(octets, place + octets.position()) < 0) {
                throw new EOFException("the mailbox is shorter than its records say");
            }
        }
        return octets.array();
    }
}
