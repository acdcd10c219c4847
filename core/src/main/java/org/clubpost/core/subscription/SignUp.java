package org.clubpost.core.subscription;

import java.util.Locale;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.subscriber.Origin;

/**
 * What a visitor sent with the form.
 *
 * @param list the list to join
 * @param address the address that is to join
 * @param name the name given, or none
 * @param language the language that the form was shown in
 * @param form which form: the name or address of the page
 * @param wording SHA-256 of the text that the form showed, in hexadecimal
 * @param origin the act itself
 */
public record SignUp(ListId list, EmailAddress address, PersonName name, Locale language, String form, String wording,
        Origin origin) {}
