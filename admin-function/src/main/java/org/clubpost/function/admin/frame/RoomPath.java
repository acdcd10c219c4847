package org.clubpost.function.admin.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a room is.
 *
 * @param inList whether it is a room of each list: {@code /rooms/LIST/…} and not {@code /rooms/…}
 * @param pieces the pieces of the path behind that; {@value #ANY} stands for any one piece
 */
public record RoomPath(boolean inList, List<String> pieces) {

    /** Under which all rooms are. */
    public static final String ROOT = "/rooms";

    /** Stands for any one piece of a path. */
    public static final String ANY = "*";

    /** Copies the pieces. */
    public RoomPath {
        pieces = List.copyOf(pieces);
    }

    /** A room that is of no list: {@code /rooms/PIECE/PIECE}. */
    public static RoomPath of(String... pieces) {
        return new RoomPath(false, List.of(pieces));
    }

    /** A room of each list: {@code /rooms/LIST/PIECE/PIECE}; without a piece, {@code /rooms/LIST/}. */
    public static RoomPath ofList(String... pieces) {
        return new RoomPath(true, List.of(pieces));
    }

    /** What those pieces have where this has {@value #ANY}; empty when it is another path. */
    Optional<List<String>> match(List<String> actual) {
        if (actual.size() != pieces.size()) {
            return Optional.empty();
        }
        var found = new ArrayList<String>();
        for (var i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).equals(ANY)) {
                found.add(actual.get(i));
            } else if (!pieces.get(i).equals(actual.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }
}
