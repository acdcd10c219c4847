package org.clubpost.local.mailbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * What a listing shows of a mail in the mailbox.
 *
 * @param id its number, from 1, in the order in which mails came; never used again
 * @param at when it came
 * @param sender the envelope sender
 * @param recipient the envelope recipient
 * @param title what its header says
 * @param octets its size
 */
public record SentMail(long id, Instant at, String sender, String recipient, Title title, int octets) {

    /**
     * What the header of a mail says, decoded, each on one line, cut to {@value #MAX_LENGTH} characters.
     *
     * @param from the From field
     * @param to the To field
     * @param subject the Subject field
     */
    public record Title(String from, String to, String subject) {

        private static final int MAX_LENGTH = 300;

        /** Cuts and cleans the texts. */
        public Title {
            from = line(from);
            to = line(to);
            subject = line(subject);
        }

        private static String line(String text) {
            var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
            return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH);
        }
    }

    /** Everything but the number and the size, as it stands before the mail in the mailbox's file. */
    byte[] head() {
        var head = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(head)) {
            out.writeLong(at.toEpochMilli());
            for (var text : new String[]{sender, recipient, title.from(), title.to(), title.subject()}) {
                out.writeUTF(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return head.toByteArray();
    }

    /** Reads {@link #head()}. */
    static SentMail of(long id, byte[] head, int octets) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(head))) {
            return new SentMail(id, Instant.ofEpochMilli(in.readLong()), in.readUTF(), in.readUTF(),
                    new Title(in.readUTF(), in.readUTF(), in.readUTF()), octets);
        }
    }
}
