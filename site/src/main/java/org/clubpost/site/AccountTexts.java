package org.clubpost.site;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody reads who wants an account with the club and does not get one. Each text is one line of at most some
 * 300 characters and names nobody's address.
 */
public final class AccountTexts {

    /** More domains than these are no help to anybody. */
    private static final int SHOWN = 5;
    private static final int LONGEST = 120;

    private final Site site;

    /** In the words of that site. */
    public AccountTexts(Site site) {
        this.site = site;
    }

    /**
     * The address is at a domain that is not welcome. Names those that are, if that is short.
     *
     * @param domains the domains, as they are set
     */
    public String refused(Locale language, Collection<String> domains) {
        var named = String.join(", ", domains);
        return domains.isEmpty() || domains.size() > SHOWN || named.length() > LONGEST
                ? site.words(language).text("account.refused")
                : site.words(language).text("account.refused.domains", Map.of("domains", named));
    }

    /** There is no address, or none that can be written to. */
    public String noAddress(Locale language) {
        return site.words(language).text("account.no-address");
    }

    /** Nobody can say at the moment whether the address is welcome. */
    public String unavailable(Locale language) {
        return site.words(language).text("account.unavailable");
    }
}
