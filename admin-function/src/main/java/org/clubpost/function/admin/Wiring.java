package org.clubpost.function.admin;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clubpost.aws.config.Environment;
import org.clubpost.aws.parts.CloudParts;
import org.clubpost.aws.parts.FunctionParts;
import org.clubpost.core.admin.Undo;
import org.clubpost.core.person.OperatorDoor;
import org.clubpost.core.person.SessionTokens;
import org.clubpost.function.admin.entry.OperatorEntry;
import org.clubpost.function.admin.entry.SignInPage;
import org.clubpost.function.admin.entry.SignOutRoom;
import org.clubpost.function.admin.frame.Cookies;
import org.clubpost.function.admin.frame.Doorway;
import org.clubpost.function.admin.frame.Frame;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.Rooms;
import org.clubpost.function.admin.lists.ListsRoom;
import org.clubpost.function.admin.overview.OverviewRoom;
import org.clubpost.function.admin.overview.UndoRoom;

/** Makes what this function consists of from the parts, wherever it runs. */
public final class Wiring {

    private final FunctionParts parts;
    private final OperatorDoor door;
    private final Frame frame;

    /**
     * Made of those parts.
     *
     * @param door lets the operator in
     */
    public Wiring(FunctionParts parts, OperatorDoor door) {
        this.parts = parts;
        this.door = door;
        this.frame = new Frame(new Cookies(parts.publicUrl()), parts.tokens());
    }

    /** In the cloud, as the environment of this process says. */
    static Wiring ofProcess() {
        return new Wiring(CloudParts.forVisitors(Environment.ofProcess()), OperatorDoor.CLOSED);
    }

    /** Makes pages. */
    Frame frame() {
        return frame;
    }

    /** What is where. */
    Rooms rooms() {
        var sessions = new SessionTokens(parts.tokens());
        return new Rooms(all(), Map.of(Doorway.SIGN_IN, new SignInPage(frame), OperatorEntry.PATH,
                new OperatorEntry(door, sessions, parts.random(), frame)),
                new Doorway(sessions::read, parts.database().lists(), frame));
    }

    /** All rooms, in the order in which the navigation of a list shows them: one line a room. */
    private List<Room> all() {
        return Stream.of(general(), new MailRooms(parts).all()).flatMap(List::stream).toList();
    }

    private List<Room> general() {
        var database = parts.database();
        return List.of(new ListsRoom(database.lists(), database.posts()),
                new OverviewRoom(database.posts()),
                new UndoRoom(new Undo(new Undo.Ports(database.lists(), database.subscribers(),
                        database.memberTexts(), database.posts(), database.actLog()), parts.ids(), parts.clock())),
                new SignOutRoom(frame.cookies()));
    }
}
