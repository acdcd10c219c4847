package org.clubpost.mail.verdict;

import java.util.Optional;

/** What the receiving side found by DMARC (RFC 9989). */
public sealed interface Dmarc {

    /**
     * The From domain is proven by SPF or DKIM.
     *
     * @param domain the From domain that was looked at, in lower case
     */
    record Passed(String domain) implements Dmarc {}

    /** The From domain's owner says how its mail is proven, and this mail is not. */
    record Failed() implements Dmarc {}

    /**
     * The domain has no policy, or it could not be found out.
     *
     * @param domain the From domain that was looked at, in lower case; empty when it is not said
     */
    record Undecided(Optional<String> domain) implements Dmarc {

        /** It is not said which domain was looked at. */
        public Undecided() {
            this(Optional.empty());
        }
    }
}
