package org.clubpost.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a member's settings has besides the settings of the list: only for whoever came with a fresh link,
 * except the lists that anybody may join.
 *
 * @param address what the form for another address is filled in with; empty for no such form
 * @param mine the lists that the member is on
 * @param others the lists that anybody may join
 */
public record ManageMore(Optional<Address> address, List<Mine> mine, List<Other> others) {

    /** Nothing. */
    public static final ManageMore NONE = new ManageMore(Optional.empty(), List.of(), List.of());

    /**
     * What the form for another address is filled in with.
     *
     * @param typed the address as typed just now
     * @param isEverywhere whether all lists are meant
     */
    public record Address(String typed, boolean isEverywhere) {}

    /**
     * A list that the member is on.
     *
     * @param name the list's name
     * @param pausedUntil until when the member pauses there
     * @param token the token of the link to the settings there; good for leaving too
     * @param isThis whether it is the list of this page
     */
    public record Mine(String name, Optional<LocalDate> pausedUntil, String token, boolean isThis) {}

    /**
     * A list that anybody may join.
     *
     * @param name the list's name
     * @param path where one joins
     */
    public record Other(String name, String path) {}

    /** Copies the lists. */
    public ManageMore {
        mine = List.copyOf(mine);
        others = List.copyOf(others);
    }
}
