package org.clubpost.mail.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.clubpost.core.address.EmailAddress;

/**
 * An Authentication-Results field (RFC 8601 section 2.2) in the form that SES writes.
 *
 * <p>Parts of the field are texts that the sender chose: the envelope sender, the name that its host greeted with, the
 * identity in a DKIM signature. So only the exact form that SES writes is believed. Somebody may have slipped text in
 * if a part is not understood, if a property has another shape, or if SPF or DMARC is said twice. Then the whole field
 * counts as {@link #NONE}.
 *
 * @param spf whether SPF passed for the envelope sender (RFC 7208)
 * @param dkim the domains of the DKIM identities that passed (RFC 6376 section 3.5, {@code i=}), in lower case
 * @param dmarc what DMARC said
 */
public record AuthenticationResults(boolean spf, Set<String> dkim, Dmarc dmarc) {

    /** Nothing is proven. */
    public static final AuthenticationResults NONE = new AuthenticationResults(false, Set.of(), new Dmarc.Undecided());

    private static final String AUTHSERV_ID = "amazonses.com";
    /** Possessive, because otherwise each property would take a part of the stack. */
    private static final Pattern SECTION = Pattern.compile("(spf|dkim|dmarc)\\s*=\\s*([a-z]+)((?:\\s+\\S+)*+)");
    private static final Pattern ENVELOPE = Pattern.compile("(?:envelope-from|helo|client-ip)=\\S*");
    private static final Map<String, Pattern> PROPERTIES = Map.of("client-ip", Pattern.compile("[0-9a-fA-F.:]+"),
            "header.i", Pattern.compile("[^@]*@[A-Za-z0-9.-]+"), "header.d", Pattern.compile("[A-Za-z0-9.-]+"),
            "header.s",
            Pattern.compile("[A-Za-z0-9._-]+"), "header.a", Pattern.compile("[a-z0-9-]+"), "header.b",
            Pattern.compile("[A-Za-z0-9+/=]+"), "header.from", Pattern.compile("[A-Za-z0-9.-]+"), "smtp.mailfrom",
            Pattern.compile("\\S+"), "policy.dmarc", Pattern.compile("[a-z]+"));

    /** Copies the set. */
    public AuthenticationResults {
        dkim = Set.copyOf(dkim);
    }

    /** Reads the field's body, unfolded. */
    static AuthenticationResults parse(String value) {
        var parts = new ArrayList<>(List.of(withoutComments(value).split(";", -1)));
        if (!parts.removeFirst().strip().toLowerCase(Locale.ROOT).equals(AUTHSERV_ID)) {
            return NONE;
        }
        var methods = new HashSet<String>();
        var spf = false;
        var dkim = new HashSet<String>();
        Dmarc dmarc = new Dmarc.Undecided();
        for (var part : parts) {
            var text = part.strip();
            var section = SECTION.matcher(text);
            if (text.isEmpty() || ENVELOPE.matcher(text).matches()) {
                continue;
            }
            var properties = section.matches() ? properties(section.group(3)) : UNREADABLE;
            if (properties.equals(UNREADABLE) || (!methods.add(section.group(1)) && !section.group(1).equals("dkim"))) {
                return NONE;
            }
            switch (section.group(1)) {
                case "spf" -> spf = section.group(2).equals("pass");
                case "dmarc" -> dmarc = dmarc(section.group(2), properties.getOrDefault("header.from", ""));
                default -> {
                    if (section.group(2).equals("pass")) {
                        dkim.add(dkimDomain(properties));
                    }
                }
            }
        }
        dkim.remove("");
        return new AuthenticationResults(spf, dkim, dmarc);
    }

    private static final Map<String, String> UNREADABLE = Map.of("", "");

    private static Map<String, String> properties(String text) {
        var found = new HashMap<String, String>();
        for (var property : text.strip().split("\\s+", -1)) {
            var equals = property.indexOf('=');
            var name = equals < 0 ? "" : property.substring(0, equals);
            var shape = PROPERTIES.getOrDefault(name, Pattern.compile("(?!)"));
            if (!property.isEmpty()
                    && (!shape.matcher(property.substring(equals + 1)).matches()
                            || found.put(name, property.substring(equals + 1).toLowerCase(Locale.ROOT)) != null)) {
                return UNREADABLE;
            }
        }
        return found;
    }

    private static String dkimDomain(Map<String, String> properties) {
        var identity = properties.getOrDefault("header.i", "");
        return identity.isEmpty()
                ? properties.getOrDefault("header.d", "")
                : identity.substring(identity.lastIndexOf('@') + 1);
    }

    private static Dmarc dmarc(String result, String domain) {
        return switch (result) {
            case "pass" -> domain.isEmpty() ? new Dmarc.Undecided() : new Dmarc.Passed(domain);
            case "fail" -> new Dmarc.Failed();
            default -> new Dmarc.Undecided();
        };
    }

    /**
     * The text without comments (RFC 5322 section 3.2.2). A comment that is not closed takes all that follows with it.
     */
    private static String withoutComments(String value) {
        var kept = new StringBuilder();
        var depth = 0;
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /**
     * Whether these results prove that the mail came from the domain of the author's address. It is proven if DMARC
     * passed for the domain. It is also proven if DMARC did not decide, and a DKIM identity or the envelope sender that
     * passed SPF is {@linkplain #aligned aligned} with the domain.
     *
     * @param author the one address of the From field
     * @param envelope the envelope sender
     */
    public boolean prove(EmailAddress author, EnvelopeSender envelope) {
        return switch (dmarc) {
            case Dmarc.Passed(var domain) -> domain.equals(author.domain());
            case Dmarc.Failed _ -> false;
            case Dmarc.Undecided _ -> dkim.stream().anyMatch(domain -> aligned(domain, author.domain()))
                    || (spf && envelope instanceof EnvelopeSender.Address(var sender)
                            && aligned(sender.domain(), author.domain()));
        };
    }

    /**
     * Whether one of the domains is the other or lies below it.
     *
     * <p>DMARC's relaxed alignment compares organisational domains, which takes DNS (RFC 9989 section 4.10) or the
     * public suffix list, which is 300 KB and goes out of date. This question comes up only where the author's domain
     * has no DMARC record, so a narrower one will do. Two domains that are only siblings do not count, and such an
     * author confirms by a button. A domain below a public suffix cannot stand for a sibling either.
     */
    static boolean aligned(String one, String other) {
        return one.contains(".") && other.contains(".")
                && (one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one));
    }
}
