package org.clubpost.function.admin.waiting;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.AnswerApplicants;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.directory.Directory;
import org.clubpost.core.directory.Entry;
import org.clubpost.core.directory.Filter;
import org.clubpost.core.directory.Order;
import org.clubpost.core.directory.Search;
import org.clubpost.core.directory.Status;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/LIST/waiting/people}: those who want to join and wait to be let in, newest first.
 *
 * @param directory finds them
 * @param answer lets them in, or refuses them
 */
public record ApplicantsRoom(Directory directory, AnswerApplicants answer) implements Room {

    private static final String PERSON = "person";
    private static final String WISH = "do";
    private static final String LET_IN = "let-in";
    private static final String REFUSE = "refuse";
    private static final int SHOWN = 50;
    private static final int MOST_OF_KEY = 33;
    private static final KnownFields FIELDS = new KnownFields(Map.of(PERSON, SHOWN * MOST_OF_KEY, WISH, 10), false)
            .withSeveral(PERSON);

    /** What became of somebody. */
    private enum Word {
        LET_IN, REFUSED, SETTLED
    }

    @Override
    public RoomPath path() {
        return RoomPath.ofList("waiting", "people");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.CHANGE_MEMBERS);
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var words = visit.words();
        var waiting = waiting(visit);
        return RoomAnswer.page(this, "people", words.text("waiting.people.title"), Map.of("none", waiting.isEmpty(),
                "some", !waiting.isEmpty(), "rows", waiting.stream().map(entry -> row(visit, entry)).toList(), "back",
                visit.room("waiting")));
    }

    private List<Entry> waiting(RoomVisit visit) {
        return directory.page(visit.list().id(),
                Search.by(Order.JOINED, SHOWN).descending().of(Filter.of(Status.APPLIED)),
                LocalDate.ofInstant(visit.now(), visit.zone()), visit.now()).entries();
    }

    private static Map<String, Object> row(RoomVisit visit, Entry entry) {
        var words = visit.words();
        var address = entry.address().written();
        return Map.of("key", entry.id().hex(), "name", entry.name().text(), "address", address, "day",
                words.text("waiting.people.since", Map.of("day", words.day(entry.joined(), visit.zone()))), "choose",
                words.text("waiting.choose", Map.of("subject", address)));
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        var words = visit.words();
        var chosen = visit.texts(PERSON);
        if (chosen.isEmpty() || !List.of(LET_IN, REFUSE).contains(visit.text(WISH))) {
            return show(visit).withProblem(400, words.text("waiting.choose-some"));
        }
        var counts = new EnumMap<Word, Integer>(Word.class);
        waiting(visit).stream().filter(entry -> chosen.contains(entry.id().hex()))
                .forEach(entry -> counts.merge(answered(visit, entry), 1, Integer::sum));
        var known = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (known < chosen.size()) {
            counts.merge(Word.SETTLED, chosen.size() - known, Integer::sum);
        }
        return RoomAnswer.done(visit.path(), Notice.of(counts.entrySet().stream()
                .map(each -> words.text("waiting.people.did." + each.getKey().name().toLowerCase(Locale.ROOT)
                        .replace('_', '-'), Map.of("count", each.getValue())))
                .collect(Collectors.joining(" "))));
    }

    private Word answered(RoomVisit visit, Entry entry) {
        var isLetIn = visit.text(WISH).equals(LET_IN);
        var answered = isLetIn
                ? answer.letIn(visit.actor(), visit.list(), entry.address())
                : answer.refuse(visit.actor(), visit.list(), entry.address());
        return answered instanceof Answer.Allowed<Boolean>(var done) && done
                ? isLetIn ? Word.LET_IN : Word.REFUSED
                : Word.SETTLED;
    }
}
