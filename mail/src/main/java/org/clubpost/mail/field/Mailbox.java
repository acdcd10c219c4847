package org.clubpost.mail.field;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clubpost.angus.Angus;
import org.clubpost.core.address.EmailAddress;

/**
 * Somebody in a From, Reply-To, To or Cc field (RFC 5322 section 3.4).
 *
 * @param name the display name, decoded; empty if there is none
 * @param address the address
 */
public record Mailbox(String name, EmailAddress address) {

    private static final int LONGEST_NAME = 200;

    static {
        Angus.lenient();
    }

    /**
     * The mailboxes of a field body in order, including the members of groups. An address that no mail could be sent to
     * is left out. A body that makes no sense gives an empty list.
     */
    public static List<Mailbox> parse(String bytes) {
        List<Mailbox> found = new ArrayList<>();
        try {
            for (InternetAddress entry : AddressLists.parse(FieldText.characters(bytes), false)) {
                if (entry.isGroup()) {
                    for (InternetAddress member : Optional.ofNullable(entry.getGroup(false))
                            .orElse(new InternetAddress[0])) {
                        of(member).ifPresent(found::add);
                    }
                } else {
                    of(entry).ifPresent(found::add);
                }
            }
        } catch (AddressException | RuntimeException e) {
            return List.copyOf(found);
        }
        return List.copyOf(found);
    }

    private static Optional<Mailbox> of(InternetAddress entry) {
        String name = Optional.ofNullable(entry.getPersonal()).orElse("");
        return EmailAddress.parse(Optional.ofNullable(entry.getAddress()).orElse(""))
                .map(address -> new Mailbox(FieldText.oneLine(name).strip(), address));
    }

    /**
     * Whether a field body holds addresses and groups that keep to the grammar, and a mail could be sent to each of
     * them.
     */
    public static boolean isStrict(String bytes) {
        if (bytes.contains("\"=?")) {
            // Many programs write and read an encoded word inside a quoted string, though RFC 2047 section 5 (3)
            // forbids it.
            return false;
        }
        try {
            InternetAddress[] entries = AddressLists.parse(bytes, true);
            for (InternetAddress entry : entries) {
                if (!entry.isGroup() && EmailAddress.parse(entry.getAddress()).isEmpty()) {
                    return false;
                }
            }
            return entries.length > 0;
        } catch (AddressException | RuntimeException e) {
            return false;
        }
    }

    /**
     * The mailbox as it stands in a field: the name as a phrase, which is quoted or encoded where it must be, and the
     * address.
     */
    public String written() {
        if (name.isEmpty()) {
            return address.ascii();
        }
        try {
            return new InternetAddress(address.ascii(), shortened(FieldText.oneLine(name)),
                    StandardCharsets.UTF_8.name()).toString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    /**
     * The name cut to fit on one line with the address (RFC 5321 section 4.5.3.1.6), because a quoted name is not
     * folded.
     */
    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)).strip() + "\u2026";
    }

    /** A field body of several mailboxes, one to a line. */
    public static String written(List<Mailbox> mailboxes) {
        return mailboxes.stream().map(Mailbox::written).collect(Collectors.joining(",\r\n "));
    }
}
