package org.clubpost.mail.verdict;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clubpost.core.address.EmailAddress;

/**
 * An Authentication-Results field (RFC 8601 section 2.2) in the forms that SES writes.
 *
 * <p>What is not known is passed over: methods, properties, and words without a meaning, because SES may write more one
 * day. Parts of the field are texts that the sender chose: the envelope sender, the name that its host greeted with, the
 * identity in a DKIM signature. Somebody may have slipped text in if SPF or DMARC is said twice or inside another
 * section, or if something is said about a domain that is not one, or differently twice. Then the whole field counts as {@link #NONE}.
 *
 * @param spf whether SPF passed for the envelope sender (RFC 7208)
 * @param dkim the domains of the DKIM identities that passed (RFC 6376 section 3.5, {@code i=}), in lower case
 * @param dmarc what DMARC said
 */
public record AuthenticationResults(boolean spf, Set<String> dkim, Dmarc dmarc) {

    /** Nothing is proven. */
    public static final AuthenticationResults NONE = new AuthenticationResults(false, Set.of(), new Dmarc.Undecided());

    /** The one version is 1 (RFC 8601 section 2.2), and need not be said. */
    private static final Pattern AUTHSERV_ID = Pattern.compile("(?i)\\s*amazonses\\.com(?:\\s+1)?\\s*");
    /** A section that is about one of the methods, wherever it stands, and what stands for it in a text slipped in. */
    private static final Pattern ONCE = Pattern.compile("(?i)(?:^|[\\s;(\"])(spf|dmarc)\\s*(?:/\\s*1\\s*)?=");

    /** Copies the set. */
    public AuthenticationResults {
        dkim = Set.copyOf(dkim);
    }

    /** Reads the field's body, unfolded. */
    static AuthenticationResults parse(String value) {
        var text = ResultSection.withoutComments(value);
        var texts = ResultSection.split(text);
        var sections = texts.stream().skip(1).map(ResultSection::of).toList();
        if (texts.isEmpty() || !AUTHSERV_ID.matcher(texts.getFirst()).matches() || isSlippedIn(value, text, sections)) {
            return NONE;
        }
        var spf = false;
        var dkim = new HashSet<String>();
        Dmarc dmarc = new Dmarc.Undecided();
        for (var section : sections) {
            var domain = section.domain();
            switch (section.method()) {
                case SPF -> spf = section.isPass();
                case DKIM -> domain.filter(_ -> section.isPass()).ifPresent(dkim::add);
                case DMARC -> {
                    if (domain.isEmpty()) {
                        return NONE;
                    }
                    dmarc = dmarc(section.result(), domain.get());
                }
                case OTHER -> {
                    // What is not known is passed over.
                }
            }
        }
        dkim.remove("");
        return new AuthenticationResults(spf, dkim, dmarc);
    }

    /**
     * Whether SPF or DMARC is said twice, or anywhere but where a section begins. Looks into quoted texts as well, and for
     * DMARC into comments: what seems to be one may begin in a text of the sender's, or end there.
     */
    private static boolean isSlippedIn(String value, String text, List<ResultSection> sections) {
        return isUnclean(ResultSection.Method.SPF, text, sections)
                || isUnclean(ResultSection.Method.DMARC, value, sections)
                || sections.stream().anyMatch(ResultSection::isCutOff);
    }

    private static boolean isUnclean(ResultSection.Method method, String text, List<ResultSection> sections) {
        var said = ONCE.matcher(text).results().filter(found -> found.group(1).equalsIgnoreCase(method.name())).count();
        return said > 1 || said != sections.stream().filter(section -> section.method() == method).count();
    }

    private static Dmarc dmarc(String result, String domain) {
        return switch (result) {
            case "pass" -> domain.isEmpty() ? new Dmarc.Undecided() : new Dmarc.Passed(domain);
            case "fail" -> new Dmarc.Failed();
            default -> new Dmarc.Undecided(Optional.of(domain).filter(named -> !named.isEmpty()));
        };
    }

    /**
     * Whether these results prove that the mail came from the domain of the author's address. It is proven if DMARC
     * passed for the domain. It is also proven if DMARC did not decide, and a DKIM identity or the envelope sender that
     * passed SPF is {@linkplain #aligned aligned} with the domain. Where DMARC looked at another domain, it read another
     * author than we do, and nothing is proven.
     *
     * @param author the one address of the From field
     * @param envelope the envelope sender
     */
    public boolean prove(EmailAddress author, EnvelopeSender envelope) {
        return switch (dmarc) {
            case Dmarc.Passed(var domain) -> domain.equals(author.domain());
            case Dmarc.Failed _ -> false;
            case Dmarc.Undecided(var domain) -> domain.filter(looked -> !aligned(looked, author.domain())).isEmpty()
                    && (dkim.stream().anyMatch(passed -> aligned(passed, author.domain()))
                            || (spf && aligned(domain(envelope), author.domain())));
        };
    }

    private static String domain(EnvelopeSender envelope) {
        return switch (envelope) {
            case EnvelopeSender.Address(var address) -> address.domain();
            case EnvelopeSender.Odd(_, var domain) -> domain;
            case EnvelopeSender.Null _,EnvelopeSender.Unknown _ -> "";
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
