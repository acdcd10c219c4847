package org.clubpost.core.subscriber;

import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.secret.TokenDigest;

/**
 * What was asked for with the form when the mail with that link was caused. Whoever presses the link says yes to this,
 * and not to what somebody else asked for the same address.
 *
 * @param link the link in the mail
 * @param address the address as it was written then, to which the mail went
 * @param name the name given, or {@link PersonName#NONE}
 * @param language the language that the form was shown in
 * @param form which form it was
 * @param wording SHA-256 of the text that the form showed, in hexadecimal
 * @param requested the act itself
 * @param mail SHA-256 of the words of the mail, in hexadecimal; empty when it is not known
 */
public record LinkedRequest(TokenDigest link, EmailAddress address, PersonName name, Locale language, String form,
        String wording, Origin requested, String mail) {

    /** Of a mail whose words are not known. */
    public LinkedRequest(TokenDigest link, EmailAddress address, PersonName name, Locale language, String form,
            String wording, Origin requested) {
        this(link, address, name, language, form, wording, requested, "");
    }
}
