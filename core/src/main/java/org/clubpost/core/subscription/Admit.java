package org.clubpost.core.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.DomainPattern;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;

/**
 * Decides who may have an account with a service of the club, and which of its lists such a person may join: whoever
 * has an address that a list {@linkplain MailingList#takesAccount takes}.
 */
public final class Admit {

    private final Lists lists;

    /** The answer. */
    public sealed interface Answer {

        /**
         * The address is welcome.
         *
         * @param lists those that take it, in the order in which they were asked for; one at least
         */
        record Admitted(List<MailingList> lists) implements Answer {

            /** Copies the lists. */
            public Admitted {
                lists = List.copyOf(lists);
            }
        }

        /**
         * No list takes the address.
         *
         * @param asked the lists that there are
         * @param domains the domains whose addresses are taken; empty when no list has any, and then nobody is
         */
        record Refused(List<MailingList> asked, List<DomainPattern> domains) implements Answer {

            /** Copies both. */
            public Refused {
                asked = List.copyOf(asked);
                domains = List.copyOf(domains);
            }
        }
    }

    /** Decides by these lists. */
    public Admit(Lists lists) {
        this.lists = lists;
    }

    /**
     * Asks each of the lists. One that does not exist takes nobody.
     *
     * @throws org.clubpost.core.UnavailableException when one cannot be read; then nobody is let in. Safe to repeat
     */
    public Answer admit(Collection<ListId> names, EmailAddress address) {
        var asked = names.stream().map(lists::find).flatMap(Optional::stream).toList();
        var taking = asked.stream().filter(list -> list.takesAccount(address)).toList();
        return taking.isEmpty()
                ? new Answer.Refused(asked,
                        asked.stream().flatMap(list -> list.accountDomains().stream()).distinct().toList())
                : new Answer.Admitted(taking);
    }
}
