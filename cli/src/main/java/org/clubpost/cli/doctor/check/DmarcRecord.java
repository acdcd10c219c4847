package org.clubpost.cli.doctor.check;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A DMARC policy record (RFC 9989 section 4.7). Tags that are unknown or gone, such as {@code pct}, say nothing.
 *
 * @param domain the domain that it is about, without {@code _dmarc}
 * @param tags its tags, in lower case
 */
record DmarcRecord(String domain, Map<String, String> tags) {

    private static final Pattern VERSION = Pattern.compile("v[ \\t]*=[ \\t]*DMARC1[ \\t]*(;.*|$)");
    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");

    /** Copies the map. */
    DmarcRecord {
        tags = Map.copyOf(tags);
    }

    /** Reads a TXT record; empty when it is none of DMARC's. */
    static Optional<DmarcRecord> parse(String domain, String text) {
        if (!VERSION.matcher(text).matches()) {
            return Optional.empty();
        }
        var tags = new LinkedHashMap<String, String>();
        for (var tag : text.split(";", -1)) {
            var equals = tag.indexOf('=');
            if (equals > 0) {
                tags.putIfAbsent(tag.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        tag.substring(equals + 1).strip().toLowerCase(Locale.ROOT));
            }
        }
        return Optional.of(new DmarcRecord(domain, tags));
    }

    /** Whether the domain is an organization's, whatever stands above it. */
    boolean isOfAnOrganization() {
        return "n".equals(tags.get("psd"));
    }

    /** Whether the domain is a public suffix, below which each domain is an organization's. */
    boolean isOfAPublicSuffix() {
        return "y".equals(tags.get("psd"));
    }

    /** Whether it is only tried out: what it asks for is to be lessened by one step. */
    boolean isATest() {
        return "y".equals(tags.get("t"));
    }

    /** Whether it has a policy. One without is treated as one with {@code p=none}. */
    boolean hasAPolicy() {
        return tags.containsKey("p");
    }

    /** A policy that is none, as {@code p=rejct}. */
    Optional<String> mistake() {
        return Stream.of("p", "sp", "np").filter(tag -> tags.containsKey(tag) && !POLICIES.contains(tags.get(tag)))
                .map(tag -> tag + "=" + tags.get(tag)).findFirst();
    }

    /** What receivers are asked to do with mails of the domain itself that pretend, before {@link #isATest}. */
    String policy() {
        return tags.getOrDefault("p", "none");
    }

    /** The same for a domain below it that exists. */
    String policyBelow() {
        return tags.getOrDefault("sp", policy());
    }
}
