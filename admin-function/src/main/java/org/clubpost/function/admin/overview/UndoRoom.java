package org.clubpost.function.admin.overview;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.Undo;
import org.clubpost.core.admin.UndoImport;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/LIST/undo}: where the button beside a notice goes. It takes an entry of the list's log back, and leads to
 * the page that the button was on.
 *
 * <p>An import of many is taken back in steps of some seconds, with a page between them that goes on.
 *
 * @param undo the use case
 * @param imports takes imports back
 * @param clock tells when a request has had its time
 */
public record UndoRoom(Undo undo, UndoImport imports, InstantSource clock) implements Room {

    private static final String FROM = "from";
    private static final String REMOVED = "removed";
    private static final int AT_ONCE = 200;
    /** Within this, people are taken off before the page is shown again. A function has 28 seconds. */
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private static final String ENTRY = "entry";
    private static final String BACK = "back";
    /** What the path and the query of a page of ours consist of; nothing that ends a line of a header. */
    private static final Pattern WAY = Pattern.compile("[A-Za-z0-9/._~%?&=+-]*");
    private static final KnownFields FIELDS = new KnownFields(Map.of(ENTRY, 20, BACK, 500, FROM, 32, REMOVED, 9),
            false);

    @Override
    public RoomPath path() {
        return RoomPath.ofList("undo");
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return RoomAnswer.goTo(visit.room());
    }

    private static boolean isOfList(RoomVisit visit, String path) {
        return path.startsWith(visit.room()) && WAY.matcher(path).matches() && !path.contains("..");
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        var back = isOfList(visit, visit.text(BACK)) ? visit.text(BACK) : visit.room();
        var entry = EntryId.parse(visit.text(ENTRY));
        return entry.flatMap(id -> steps(visit, id, back)).orElseGet(() -> whole(visit, entry, back));
    }

    /** Takes an import back for as long as the time allows; empty when it is none, or not allowed. */
    private Optional<RoomAnswer> steps(RoomVisit visit, EntryId id, String back) {
        var end = clock.instant().plus(TIME);
        var removed = NUMBER.matcher(visit.text(REMOVED)).matches() ? Integer.parseInt(visit.text(REMOVED)) : 0;
        var next = SubscriberId.parse(visit.text(FROM));
        do {
            if (!(imports.step(visit.actor(), visit.list(), id, next,
                    AT_ONCE) instanceof Answer.Allowed<UndoImport.Outcome>(UndoImport.Outcome.Step step))) {
                return Optional.empty();
            }
            removed += step.removed();
            next = step.next();
        } while (next.isPresent() && clock.instant().isBefore(end));
        return Optional.of(next.isPresent()
                ? goesOn(visit, id, back, next.get(), removed)
                : RoomAnswer.done(back, Notice.of(visit.words().text(removed > 0
                        ? "undo.done"
                        : "undo.changed-since"))));
    }

    private static RoomAnswer goesOn(RoomVisit visit, EntryId id, String back, SubscriberId next, int removed) {
        return RoomAnswer.page(UndoRoom.class, "undoing", visit.words().text("undo.going.title"), Map.of("entry",
                id.value(), "back", back, "from", next.hex(), "removed", removed, "said",
                visit.words().text("undo.going", Map.of("removed", removed)))).as("goes-on")
                .with(answer -> answer.withOurScripts().withOurFetches());
    }

    private RoomAnswer whole(RoomVisit visit, Optional<EntryId> wanted, String back) {
        var outcome = wanted
                .map(entry -> undo.undo(visit.actor(), visit.list().id(), entry)).orElseGet(Undo.Outcome.Unknown::new);
        var said = switch (outcome) {
            case Undo.Outcome.Undone _ -> "undo.done";
            case Undo.Outcome.Asked _ -> "undo.asked";
            case Undo.Outcome.ChangedSince _ -> "undo.changed-since";
            case Undo.Outcome.Final _ -> "undo.final";
            case Undo.Outcome.Unknown _ -> "undo.unknown";
            case Undo.Outcome.Denied _ -> "undo.denied";
        };
        return RoomAnswer.done(back, Notice.of(visit.words().text(said)));
    }
}
