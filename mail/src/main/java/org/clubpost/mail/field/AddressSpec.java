package org.clubpost.mail.field;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.core.address.EmailAddress;

/** An address as somebody wrote it (RFC 5322 section 3.4.1), made such that a strict reader takes it. */
final class AddressSpec {

    private static final Pattern MAILTO = Pattern.compile("(?i)^mailto:");
    /** RFC 5322 section 3.2.3. */
    private static final Pattern DOT_ATOM = Pattern
            .compile("[\\w!#$%&'*+/=?^`{|}~-]++(?:\\.[\\w!#$%&'*+/=?^`{|}~-]++)*+");
    private static final Pattern QUOTABLE = Pattern.compile("[!#-\\[\\]-~]+");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9.-]+|\\[[A-Za-z0-9.:-]+\\]");
    /** Spaces that are no blanks, and marks without width. */
    private static final Pattern INVISIBLE = Pattern
            .compile("[\\u00a0\\u00ad\\u2000-\\u200f\\u202a-\\u202f\\u2060-\\u2069\\u3000\\ufeff]");
    /** The obsolete form of a local part or a domain (RFC 5322 section 4.4). */
    private static final Pattern AROUND_DOT = Pattern.compile("(?<=[\\w+-])(?: \\. ?|\\. )(?=[\\w+-])");
    private static final int LONGEST_ADDRESS = 320;

    private AddressSpec() {}

    /** The address as a strict reader takes it: the same mailbox; nothing when there is no such form. */
    static Optional<String> written(String spec) {
        var bare = bareSpec(spec);
        int at = bare.lastIndexOf('@');
        if (at < 1 || bare.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        var local = bare.substring(0, at).strip();
        var isQuoted = local.startsWith("\"") && AddressSplitter.endOfQuotes(local, 0) == local.length() - 1;
        if (!isQuoted && !DOT_ATOM.matcher(local).matches()) {
            if (!QUOTABLE.matcher(local).matches() || local.indexOf('@') >= 0) {
                return Optional.empty();
            }
            local = '"' + local + '"';
        }
        var domain = domain(bare.substring(at + 1).strip());
        return Optional.of(local + "@" + domain)
                .filter(address -> DOMAIN.matcher(domain).matches() && StrictAddresses.isMailbox(address));
    }

    /** Without what people and programs put around an address, and without a route (RFC 5322 section 4.4). */
    private static String bareSpec(String spec) {
        var bare = MAILTO.matcher(withoutInvisible(spec).strip()).replaceFirst("").strip();
        int colon = bare.startsWith("@") ? bare.indexOf(':') : -1;
        bare = bare.substring(colon + 1).strip();
        bare = bare.indexOf('"') < 0 ? AROUND_DOT.matcher(bare).replaceAll(".") : bare;
        return bare.length() > 2 && bare.startsWith("'") && bare.endsWith("'")
                ? bare.substring(1, bare.length() - 1)
                : bare;
    }

    /** Text that is pasted brings spaces and marks that nobody sees. */
    private static String withoutInvisible(String octets) {
        return octets.chars().allMatch(c -> c < 128)
                ? octets
                : INVISIBLE.matcher(FieldText.characters(octets)).replaceAll("");
    }

    private static String domain(String written) {
        var domain = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        return domain.chars().allMatch(c -> c < 128)
                ? domain
                : EmailAddress.parse("a@" + domain).map(EmailAddress::domain).orElse(domain);
    }

    /** The address, if we could send to it. */
    static List<EmailAddress> address(String spec) {
        return EmailAddress.parse(bareSpec(spec)).stream().toList();
    }
}
