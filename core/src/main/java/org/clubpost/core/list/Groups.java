package org.clubpost.core.list;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clubpost.core.address.EmailAddress;

/**
 * The groups into which a list's members are sorted. A member may be in several.
 *
 * @param named the groups that exist whether or not the table of domains has them
 * @param domains the table of domains: who joins is put into the group of the domain of their address
 * @param posting who may post to a group, for those with a rule of their own
 */
public record Groups(List<GroupName> named, List<DomainGroup> domains, List<GroupPosting> posting) {

    /** No groups. */
    public static final Groups NONE = new Groups(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Groups {
        named = List.copyOf(named);
        domains = List.copyOf(domains);
        posting = List.copyOf(posting);
    }

    /** With other names. */
    public Groups withNamed(List<GroupName> changed) {
        return new Groups(changed, domains, posting);
    }

    /** With another table of domains. */
    public Groups withDomains(List<DomainGroup> changed) {
        return new Groups(named, changed, posting);
    }

    /** With other rules of posting. */
    public Groups withPosting(List<GroupPosting> changed) {
        return new Groups(named, domains, changed);
    }

    /** All groups, by name. */
    public NavigableSet<GroupName> all() {
        var all = new TreeSet<>(named);
        domains.forEach(entry -> all.add(entry.group()));
        return all;
    }

    /** The groups of the closest entry in the table that the address matches: none or one. */
    public Set<GroupName> of(EmailAddress address) {
        return domains.stream().filter(entry -> entry.domain().matches(address))
                .max(Comparator.comparingInt(entry -> entry.domain().closeness())).map(DomainGroup::group).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who may post to the group; empty when the list's own rule counts. */
    public Optional<GroupPosting.Who> mayPost(GroupName group) {
        return posting.stream().filter(rule -> rule.group().equals(group)).findFirst().map(GroupPosting::who);
    }
}
