package org.clubpost.function.admin.frame;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.clubpost.aws.event.Conversation;
import org.clubpost.core.list.ListId;

/**
 * Finds what is at a path. {@code /rooms/me} is a room of no list, {@code /rooms/me/} that of a list called {@code me}: a
 * room of no list never ends in a slash, and a list's always has one behind the list.
 */
public final class Rooms {

    private final Supplier<List<Room>> rooms;
    private final Map<String, Conversation> open;
    private final Doorway doorway;

    /**
     * These rooms.
     *
     * @param rooms has the rooms, in the order in which the navigation shows them; asked when the first is wanted
     * @param open what is there for everybody, such as the page to sign in on, by the path
     * @param doorway lets people in
     */
    public Rooms(Supplier<List<Room>> rooms, Map<String, Conversation> open, Doorway doorway) {
        this.rooms = rooms;
        this.open = Map.copyOf(open);
        this.doorway = doorway;
    }

    /** All rooms. */
    public List<Room> all() {
        return rooms.get();
    }

    /** What is at that path, before which the name of a stage may stand. */
    public Optional<Conversation> find(String path) {
        var start = path.indexOf(RoomPath.ROOT);
        if (start < 0) {
            return Optional.empty();
        }
        var within = path.substring(start);
        return Optional.ofNullable(open.get(within)).or(() -> room(within));
    }

    private Optional<Conversation> room(String path) {
        if (path.equals(RoomPath.ROOT) || path.equals(RoomPath.ROOT + "/")) {
            return find(path, false, List.of(), Optional.empty());
        }
        if (path.charAt(RoomPath.ROOT.length()) != '/') {
            return Optional.empty();
        }
        var pieces = List.of(path.substring(RoomPath.ROOT.length() + 1).split("/", -1));
        if (pieces.size() == 1) {
            return find(path, false, pieces, Optional.empty())
                    .or(() -> ListId.parse(pieces.getFirst()).map(list -> new Elsewhere(path + "/")));
        }
        return ListId.parse(pieces.getFirst()).flatMap(list -> find(path, true,
                pieces.get(1).isEmpty() && pieces.size() == 2 ? List.of() : pieces.subList(1, pieces.size()),
                Optional.of(list))).or(() -> find(path, false, pieces, Optional.empty()));
    }

    private Optional<Conversation> find(String path, boolean ofList, List<String> pieces, Optional<ListId> list) {
        for (var room : all()) {
            var match = room.path().inList() == ofList ? room.path().match(pieces) : Optional.<List<String>>empty();
            if (match.isPresent()) {
                return Optional.of(new RoomConversation(room, new Place(path, list, match.get()), all(), doorway));
            }
        }
        return Optional.empty();
    }
}
