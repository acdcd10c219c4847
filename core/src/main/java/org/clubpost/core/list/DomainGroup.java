package org.clubpost.core.list;

import java.util.Optional;

/**
 * One entry of a list's table of domains: whoever has an address there is put into that group when joining.
 *
 * @param domain the domain
 * @param group the group
 */
public record DomainGroup(DomainPattern domain, GroupName group) {

    /** Reads an entry as typed, such as {@code *.uni.example=students}; empty when it is not one. */
    public static Optional<DomainGroup> parse(String typed) {
        var equals = typed.indexOf('=');
        return equals < 0
                ? Optional.empty()
                : DomainPattern.parse(typed.substring(0, equals)).flatMap(domain -> GroupName
                        .parse(typed.substring(equals + 1)).map(group -> new DomainGroup(domain, group)));
    }

    /** As it is typed. */
    public String written() {
        return domain + "=" + group;
    }
}
