package org.clubpost.core.subscription;

import java.util.Locale;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.subscriber.MemberSettings;

/**
 * Somebody who has an account with a service of the club and has proved the address there.
 *
 * @param address the proven address
 * @param name the name given there, or none
 * @param language the language for our mails to them
 * @param settings what they want of a list's mail, as far as the service knows it
 */
public record Account(EmailAddress address, PersonName name, Locale language, MemberSettings settings) {}
