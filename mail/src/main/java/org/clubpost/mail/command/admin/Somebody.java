package org.clubpost.mail.command.admin;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.mail.field.HeaderText;

/**
 * Somebody, as a line names them: {@code anna@example.org Anna Meyer: asked at the meeting}, or {@code Anna Meyer
 * <anna@example.org>}. Mail programs put angle brackets, {@code mailto:} and the address once more around what looks
 * like an address.
 *
 * @param address their address
 * @param name their name, or none
 * @param reason what stands behind a colon or "because"; empty when nothing does
 */
record Somebody(EmailAddress address, PersonName name, String reason) {

    private static final Pattern ADDRESS = Pattern.compile("[<\\[(]?(?:mailto:)?([^\\s<>,;:\"()\\[\\]]{1,64}@"
            + "[^\\s<>,;:\"()\\[\\]]{1,255})[>\\])]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern REASON = Pattern.compile("\\s*(?:(?<!mailto):|\\bbecause\\b)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AROUND = Pattern.compile("^[\\s,;\"“”„'.-]+|[\\s,;\"“”„'.-]+$");
    private static final int MOST_OF_REASON = 300;

    /** Reads somebody with or without a name and a reason. Empty when the text does not name exactly one address. */
    static Optional<Somebody> read(String text) {
        var first = ADDRESS.matcher(text);
        if (!first.find()) {
            return Optional.empty();
        }
        var reason = REASON.matcher(text);
        var hasReason = reason.find(first.end());
        var head = hasReason ? text.substring(0, reason.start()) : text;
        var behind = hasReason ? HeaderText.cut(text.substring(reason.end()).strip(), MOST_OF_REASON) : "";
        var addresses = ADDRESS.matcher(head).results().map(found -> found.group(1).replaceAll("[.!?']+$", ""))
                .map(EmailAddress::parse).distinct().toList();
        var rest = AROUND.matcher(ADDRESS.matcher(head).replaceAll(" ")).replaceAll("");
        return addresses.size() == 1
                ? addresses.getFirst().flatMap(address -> PersonName.parse(rest.replaceAll("\\s+", " "))
                        .map(name -> new Somebody(address, name, behind)))
                : Optional.empty();
    }

    /** Reads an address with which nothing else stands. */
    static Optional<EmailAddress> alone(String text) {
        return read(text).filter(somebody -> !somebody.name().isGiven() && somebody.reason().isEmpty())
                .map(Somebody::address);
    }
}
