package org.clubpost.local.mailbox;

import static java.lang.System.Logger.Level.ERROR;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.local.files.DurableFiles;
import org.clubpost.local.files.OwnerOnly;
import org.clubpost.local.files.SharedForce;

/**
 * The mails that were sent, in one file that only grows ({@link MailboxRecord}). What a listing shows of them is also in
 * memory. Safe for use by many threads.
 *
 * <p>A record that was being written when the process was killed lies at the end. It is cut off at the next start;
 * nobody was told that this mail had been accepted. A damaged record costs no other one.
 */
public final class MailboxFile implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MailboxFile.class.getName());

    private final FileChannel file;
    private final SharedForce force;
    private final List<MailboxRecord> records;
    private long end;

    private MailboxFile(FileChannel file, MailboxScan found) {
        this.file = file;
        this.force = new SharedForce(() -> file.force(false));
        this.records = found.records();
        this.end = found.end();
    }

    /** Opens the mailbox, or creates it. */
    public static MailboxFile open(Path path) throws IOException {
        var folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
        var files = DurableFiles.in(folder);
        files.makeFolder(folder);
        files.mark(path);
        OwnerOnly.close(path);
        files.forceFolder(folder);
        var file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            var found = MailboxScan.of(file);
            file.truncate(found.end());
            return new MailboxFile(file, found);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Adds a mail and returns its number. It survives a kill of the process from then on. */
    public synchronized long append(SentMail mail, byte[] octets) throws IOException {
        var id = records.isEmpty() ? 1 : records.getLast().mail().id() + 1;
        var numbered = new SentMail(id, mail.at(), mail.sender(), mail.recipient(), mail.title(), octets.length);
        var record = MailboxRecord.octets(numbered, octets);
        try {
            for (var at = end; record.hasRemaining();) {
                at += file.write(record, at);
            }
        } catch (IOException e) {
            file.truncate(end);
            throw e;
        }
        records.add(MailboxRecord.parse(record.flip(), end).orElseThrow());
        end = records.getLast().end();
        return id;
    }

    /**
     * Returns when all mails that were added before the call are on the disk, and survive a power cut. Threads that
     * want that at the same time share one force.
     */
    public void force() throws IOException {
        force.force();
    }

    /**
     * The newest mails.
     *
     * @param recipient only mails to this address; when it is not a whole address, mails whose recipient contains it;
     *         empty for all
     * @param before only mails with a lower number
     * @param limit the most to return
     */
    public synchronized List<SentMail> newest(String recipient, long before, int limit) {
        var address = EmailAddress.parse(recipient).map(EmailAddress::compared);
        var part = recipient.strip().toLowerCase(Locale.ROOT);
        var found = new ArrayList<SentMail>();
        for (var i = firstFrom(before) - 1; i >= 0 && found.size() < limit; i--) {
            var mail = records.get(i).mail();
            var to = mail.recipient().toLowerCase(Locale.ROOT);
            if (address.map(to::equals).orElseGet(() -> to.contains(part))) {
                found.add(mail);
            }
        }
        return found;
    }

    /** The mail of that number. */
    public Optional<SentMail> find(long id) {
        return record(id).map(MailboxRecord::mail);
    }

    /** The octets of the mail of that number, as they are now; if they were damaged, the log says so. */
    public Optional<byte[]> read(long id) throws IOException {
        var record = record(id);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        var octets = MailboxScan.octets(file, record.get().offset(), record.get().mail().octets());
        if (!record.get().isWhole(octets)) {
            LOG.log(ERROR, "mailbox outcome=damaged-mail mail={0}", Long.toString(id));
        }
        return Optional.of(octets);
    }

    private synchronized Optional<MailboxRecord> record(long id) {
        var i = firstFrom(id);
        return i < records.size() && records.get(i).mail().id() == id ? Optional.of(records.get(i)) : Optional.empty();
    }

    /** Where the first record is that has this number or a higher one. Numbers are missing where records were damaged. */
    private int firstFrom(long id) {
        var low = 0;
        for (var high = records.size(); low < high;) {
            var middle = (low + high) >>> 1;
            if (records.get(middle).mail().id() < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many mails there are. */
    public synchronized int size() {
        return records.size();
    }

    @Override
    public synchronized void close() throws IOException {
        file.force(true);
        file.close();
    }
}
