package org.clubpost.local.mailbox;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.clubpost.core.address.EmailAddress;

/**
 * The mails that were sent, in one file that only grows. What a listing shows of them is also in memory. Safe for use
 * by many threads.
 *
 * <p><b>Shape of the file.</b> One record for each mail: {@code CPMB}, the length of the head, the length of the mail,
 * a checksum (CRC-32C) over head and mail, each four octets, big-endian; then the head and the mail. A record that was
 * being written when the process was killed lies at the end. It is cut off at the next start; nobody was told that this
 * mail had been accepted.
 */
public final class MailboxFile implements AutoCloseable {

    private static final int MAGIC = 0x43504D42;
    private static final int PREFIX = 16;
    private static final int MAX_HEAD = 1 << 16;

    private final FileChannel file;
    private final List<Place> places = new ArrayList<>();
    private long end;

    /** A mail, and where it begins in the file. */
    private record Place(SentMail mail, long offset) {}

    private MailboxFile(FileChannel file) {
        this.file = file;
    }

    /** Opens the mailbox, or creates it. */
    public static MailboxFile open(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var mailbox = new MailboxFile(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE));
        mailbox.readAll();
        return mailbox;
    }

    private void readAll() throws IOException {
        var size = file.size();
        while (end + PREFIX <= size) {
            var prefix = read(end, PREFIX);
            var magic = prefix.getInt();
            var headLength = prefix.getInt();
            var octets = prefix.getInt();
            var next = end + PREFIX + headLength + octets;
            if (magic != MAGIC || headLength < 0 || headLength > MAX_HEAD || octets < 0 || next > size) {
                break;
            }
            if (next == size && !isWhole(prefix.getInt(), end + PREFIX, headLength + octets)) {
                break;
            }
            var head = octets(end + PREFIX, headLength);
            places.add(new Place(SentMail.of(places.size() + 1L, head, octets), end + PREFIX + headLength));
            end = next;
        }
        file.truncate(end);
    }

    private boolean isWhole(int checksum, long offset, int length) throws IOException {
        return checksum == checksum(read(offset, length));
    }

    /** Adds a mail and returns its number. */
    public long append(SentMail mail, byte[] octets) throws IOException {
        var head = mail.head();
        var record = ByteBuffer.allocate(PREFIX + head.length + octets.length).putInt(MAGIC).putInt(head.length)
                .putInt(octets.length).putInt(0).put(head).put(octets);
        record.putInt(PREFIX - Integer.BYTES, checksum(record.duplicate().flip().position(PREFIX))).flip();
        synchronized (this) {
            try {
                for (var at = end; record.hasRemaining();) {
                    at += file.write(record, at);
                }
            } catch (IOException e) {
                file.truncate(end);
                throw e;
            }
            var id = places.size() + 1L;
            places.add(new Place(
                    new SentMail(id, mail.at(), mail.sender(), mail.recipient(), mail.title(), octets.length),
                    end + PREFIX + head.length));
            end += record.capacity();
            return id;
        }
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
        for (var i = (int) Math.min(before - 1, places.size()) - 1; i >= 0 && found.size() < limit; i--) {
            var mail = places.get(i).mail();
            var to = mail.recipient().toLowerCase(Locale.ROOT);
            if (address.map(to::equals).orElseGet(() -> to.contains(part))) {
                found.add(mail);
            }
        }
        return found;
    }

    /** The mail of that number. */
    public Optional<SentMail> find(long id) {
        return place(id).map(Place::mail);
    }

    /** The octets of the mail of that number. */
    public Optional<byte[]> read(long id) throws IOException {
        var place = place(id);
        return place.isEmpty()
                ? Optional.empty()
                : Optional.of(octets(place.get().offset(), place.get().mail().octets()));
    }

    private synchronized Optional<Place> place(long id) {
        return id < 1 || id > places.size() ? Optional.empty() : Optional.of(places.get((int) id - 1));
    }

    /** How many mails there are. */
    public synchronized int size() {
        return places.size();
    }

    private byte[] octets(long offset, int length) throws IOException {
        var octets = new byte[length];
        read(offset, length).get(octets);
        return octets;
    }

    private ByteBuffer read(long offset, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("the mailbox is shorter than its records say");
            }
        }
        return bytes.flip();
    }

    private static int checksum(ByteBuffer octets) {
        var checksum = new CRC32C();
        checksum.update(octets);
        return (int) checksum.getValue();
    }

    @Override
    public synchronized void close() throws IOException {
        file.force(true);
        file.close();
    }
}
