package org.clubpost.core.privacy;

import org.clubpost.core.Attempts;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.ListMakers;
import org.clubpost.core.list.Lists;
import org.clubpost.core.person.PersonId;
import org.clubpost.core.person.Persons;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;

/**
 * Forgets what is kept of somebody who ran lists: where they signed in, their passkeys, and that they could make lists.
 * It stays as long as they have a role for any list, or may make lists: then they need it, and who has it is in the
 * hands of the lists. May be repeated.
 *
 * @param lists know who has which role
 * @param makers may make lists
 * @param persons have signed in
 * @param ids tell people apart
 */
public record ForgetSignIn(Lists lists, ListMakers makers, Persons persons, SubscriberIds ids) {

    /**
     * Forgets it, unless the person has a role.
     *
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    void unlessInOffice(SubscriberId person) {
        var isInOffice = lists.all().stream().flatMap(list -> list.people().deciders().stream())
                .anyMatch(address -> ids.of(address).equals(person))
                || makers.read().all().stream().anyMatch(address -> ids.of(address).equals(person));
        if (!isInOffice) {
            persons.forget(new PersonId(person.hex()));
            forgetSteps(person);
        }
    }

    private void forgetSteps(SubscriberId person) {
        Attempts.untilDone(makers, () -> {
            var seen = makers.read();
            var named = seen.named().filter(address -> ids.of(address).equals(person)).toList();
            var cleaned = seen;
            for (EmailAddress address : named) {
                cleaned = cleaned.without(address);
            }
            return cleaned.equals(seen) || makers.replace(seen, cleaned);
        });
    }
}
