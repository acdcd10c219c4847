package org.clubpost.core.subscriber;

import java.util.Locale;

import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.secret.SubscriberId;

/**
 * What we know about somebody who is, was or may become a member.
 *
 * @param id the key of the address
 * @param address where mail goes
 * @param name as given, or {@link PersonName#NONE}
 * @param language the language for our mails to them
 */
public record Person(SubscriberId id, EmailAddress address, PersonName name, Locale language) {}
