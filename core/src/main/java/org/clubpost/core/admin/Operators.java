package org.clubpost.core.admin;

import java.util.ArrayList;
import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.Lists;

/**
 * To whom mail goes that is for whoever runs the installation, such as that to its postmaster. Whoever reads such mail can
 * get a certificate for the domain, so it goes to nobody who only runs a list beside others' lists.
 *
 * @param named the address that the installation was given; empty when it was given none
 * @param lists the lists
 * @param makers who else may make lists
 */
public record Operators(List<EmailAddress> named, Lists lists, ListMakers makers) {

    /** Copies the list. */
    public Operators {
        named = List.copyOf(named);
    }

    /**
     * The address that was given, unless it is one of the lists' own domain, from where it would come back. Without one,
     * whoever owns every list, as long as nobody but the operator ever could make lists. Otherwise nobody.
     */
    public List<EmailAddress> addresses() {
        var all = lists.all();
        var outside = named.stream().filter(address -> all.stream()
                .noneMatch(list -> list.domain().equals(address.domain()))).toList();
        if (!outside.isEmpty()) {
            return outside;
        }
        if (all.isEmpty() || !makers.read().equals(Makers.NOBODY)) {
            return List.of();
        }
        var owners = new ArrayList<>(all.getFirst().people().owners());
        all.forEach(list -> owners.retainAll(list.people().owners()));
        return List.copyOf(owners);
    }
}
