package org.clubpost.core.address;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The mailbox that an address leads to, as far as one can tell from outside. It is for counting what somebody gets, and
 * never for saying who somebody is: two people may share one by mistake, and nobody must lose a membership over that.
 *
 * <p>A tag behind {@code +} (RFC 5233, "subaddress") is left out everywhere. What only some providers ignore is left
 * out for their domains: dots, other separators, tags behind {@code -}, and the name in front of their domain. Domains
 * of one provider that lead to the same mailbox count as one.
 *
 * @param text the local part and the domain that are left, in lower case
 */
public record Mailbox(String text) {

    private static final String YANDEX = "yandex.ru";
    /** Domains that are other names of another one. */
    private static final Map<String, String> SAME = Map.ofEntries(Map.entry("googlemail.com", "gmail.com"),
            Map.entry("protonmail.com", "proton.me"), Map.entry("pm.me", "proton.me"),
            Map.entry("protonmail.ch", "proton.me"), Map.entry("me.com", "icloud.com"),
            Map.entry("mac.com", "icloud.com"), Map.entry("ya.ru", YANDEX), Map.entry("yandex.com", YANDEX),
            Map.entry("yandex.by", YANDEX), Map.entry("yandex.kz", YANDEX), Map.entry("yandex.ua", YANDEX),
            Map.entry("yandex.com.tr", YANDEX), Map.entry("narod.ru", YANDEX));
    /** Which characters of a local part mean nothing at a domain. */
    private static final Map<String, String> IGNORED = Map.of("gmail.com", ".", "proton.me", "._-", YANDEX,
            ".-");
    /** Where a tag stands behind a hyphen; and at yahoo in every country. */
    private static final Set<String> HYPHEN_TAGS = Set.of("ymail.com", "rocketmail.com");
    private static final String YAHOO = "yahoo.";
    /** Where {@code anything@anna.fastmail.com} is {@code anna@fastmail.com}. */
    private static final Set<String> NAME_IN_FRONT = Set.of("fastmail.com", "fastmail.fm");

    /** The mailbox behind that address. */
    public static Mailbox of(EmailAddress address) {
        var domain = SAME.getOrDefault(address.domain(), address.domain());
        var local = untagged(address.localPart().toLowerCase(Locale.ROOT), '+');
        var behindName = domain.substring(domain.indexOf('.') + 1);
        if (NAME_IN_FRONT.contains(behindName)) {
            return new Mailbox(domain.substring(0, domain.indexOf('.')) + "@" + behindName);
        }
        if (HYPHEN_TAGS.contains(domain) || domain.startsWith(YAHOO)) {
            local = untagged(local, '-');
        }
        return new Mailbox(without(local, IGNORED.getOrDefault(domain, "")) + "@" + domain);
    }

    private static String untagged(String local, char separator) {
        var tag = local.indexOf(separator);
        return tag > 0 ? local.substring(0, tag) : local;
    }

    /** Nothing but ignored characters is itself. */
    private static String without(String local, String ignored) {
        var left = new StringBuilder();
        local.chars().filter(each -> ignored.indexOf(each) < 0).forEach(each -> left.append((char) each));
        return left.isEmpty() ? local : left.toString();
    }

    /** Says that this is a mailbox, but not which one. */
    @Override
    public String toString() {
        return "Mailbox[hidden]";
    }
}
