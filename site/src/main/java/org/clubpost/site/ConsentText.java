package org.clubpost.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.list.MailingList;

/** What a visitor agrees to, in the words of the form and of the page that asks for confirmation. */
public final class ConsentText {

    private final Site site;

    /** In the words of that site. */
    public ConsentText(Site site) {
        this.site = site;
    }

    /** The words. */
    public String words(Locale language, MailingList list) {
        return site.words(language).text("signup.consent", Map.of("list", list.profile().name()));
    }

    /** SHA-256 of {@link #words}, as 64 hexadecimal digits, for the record of consent. */
    public String digest(Locale language, MailingList list) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(words(language, list).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
