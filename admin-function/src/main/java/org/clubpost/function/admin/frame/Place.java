package org.clubpost.function.admin.frame;

import java.util.List;
import java.util.Optional;
import org.clubpost.core.list.ListId;

/**
 * Where a visitor is.
 *
 * @param path the path, from {@code /rooms} on
 * @param list the list that it names, perhaps one that there is not; empty in a room of no list
 * @param pieces the pieces of the path that stand where the room's has {@value RoomPath#ANY}
 */
record Place(String path, Optional<ListId> list, List<String> pieces) {

    /** Copies the pieces. */
    Place {
        pieces = List.copyOf(pieces);
    }
}
