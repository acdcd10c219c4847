package org.clubpost.function.admin.frame;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.Permission;

/**
 * A room: what is shown at one path to those who are signed in, and what its forms do. It holds no logic: it calls a use
 * case, and puts into words what came of it. Safe for use by many threads.
 *
 * <p>Before a room is asked, it is certain that the visitor is signed in; that, in a room of a list, the list is there
 * and the visitor has a role for it which {@linkplain #needs includes} what the room needs; and that what a form sends
 * was sent from a form of this room in the same session. Every method may throw {@link
 * org.clubpost.core.UnavailableException}.
 */
public interface Room {

    /** The fields of a room that takes none. */
    KnownFields NO_FIELDS = new KnownFields(Map.of(FormRequest.LANGUAGE_FIELD, 35), true);

    /** Where it is. */
    RoomPath path();

    /** What somebody has to be allowed on the list who comes in here; empty for whoever has any role for it. */
    default Optional<Permission> needs() {
        return Optional.empty();
    }

    /** The name of the text under which the navigation of a list leads here; empty when it does not. */
    default Optional<String> tab() {
        return Optional.empty();
    }

    /**
     * The fields that a form of this room may send. The frame adds its own, {@value Marks#FIELD} and {@code lang}.
     */
    KnownFields fields();

    /** The fields that the query may have. What is unknown in a query is ignored. */
    default KnownFields query() {
        return fields();
    }

    /** Shows it. It must not change anything. */
    RoomAnswer show(RoomVisit visit);

    /** Does what a form of it asks for. Usually the answer is {@link RoomAnswer#done}. */
    RoomAnswer act(RoomVisit visit);

    /** Answers a form of which nothing was read, because it is too large. Nothing is done. */
    default RoomAnswer tooLarge(RoomVisit visit) {
        return RoomAnswer.page(Frame.class, "message", visit.words().text("frame.too-large.title"),
                Map.of("paragraphs", visit.words().paragraphs("frame.too-large.text"), "ways",
                        List.of(Map.of("href", visit.path(), "label", visit.words().text("frame.stale.again")))))
                .withStatus(413).as("too-large");
    }

    /**
     * Answers a form whose fields cannot be used: too long, of a wrong kind. Shows the room with what is wrong.
     *
     * @param visit has the fields that could be read nevertheless
     */
    default RoomAnswer refuse(RoomVisit visit, FieldProblem problem) {
        return show(visit).withProblem(problem.status(), visit.problem(problem));
    }
}
