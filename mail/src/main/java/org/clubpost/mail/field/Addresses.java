package org.clubpost.mail.field;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.mail.mime.FieldLimits;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;

/**
 * Reads the addresses of a header field (RFC 5322 section 3.4), including those in groups. Anything that cannot be read
 * is left out.
 */
public final class Addresses {

    private Addresses() {}

    /**
     * The addresses of all fields of that name, as Angus Mail finds them and as {@link AddressField} does; of a field that
     * cannot be read, the one that it clearly holds.
     */
    public static List<EmailAddress> in(Header header, String name) {
        var found = new ArrayList<EmailAddress>();
        for (var field : readable(header, name)) {
            var read = all(field).map(InternetAddress::getAddress).map(EmailAddress::parse).flatMap(Optional::stream)
                    .toList();
            found.addAll(read.isEmpty() ? LoneAddress.in(field.value()).stream().toList() : read);
        }
        var known = new HashSet<>(found);
        for (var field : readable(header, name)) {
            AddressField.parse(field.value()).entries().stream().flatMap(entry -> entry.addresses().stream())
                    .filter(known::add).forEach(found::add);
        }
        return found;
    }

    /** How many mailboxes the fields of that name hold, whether or not they can be written to. */
    public static long count(Header header, String name) {
        return readable(header, name).stream().flatMap(Addresses::all).count();
    }

    /** Whether the fields of that name together are longer than is read, so that not all who are in them are known. */
    public static boolean areTooLong(Header header, String name) {
        return readable(header, name).size() < header.all(name).size();
    }

    /** The first fields of that name, as many as together are not too long: a mail has one (RFC 5322 section 3.6). */
    private static List<HeaderLine.Field> readable(Header header, String name) {
        var readable = new ArrayList<HeaderLine.Field>();
        var left = FieldLimits.ADDRESSES;
        for (var field : header.all(name)) {
            left -= field.value().length();
            if (left < 0) {
                return readable;
            }
            readable.add(field);
        }
        return readable;
    }

    private static Stream<InternetAddress> all(HeaderLine.Field field) {
        try {
            return Stream.of(AddressLists.parse(field.value(), false)).flatMap(Addresses::members);
        } catch (AddressException unreadable) {
            return Stream.of();
        }
    }

    private static Stream<InternetAddress> members(InternetAddress address) {
        try {
            return address.isGroup()
                    ? Optional.ofNullable(address.getGroup(false)).stream().flatMap(Stream::of)
                    : Stream.of(address);
        } catch (AddressException unreadable) {
            return Stream.of();
        }
    }
}
