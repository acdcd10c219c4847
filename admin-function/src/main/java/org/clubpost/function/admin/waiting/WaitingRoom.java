package org.clubpost.function.admin.waiting;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.post.Post;
import org.clubpost.core.post.PostId;
import org.clubpost.core.post.PostState;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.mails.Headlines;
import org.clubpost.function.admin.waiting.Decisions.Word;

/**
 * {@code /rooms/LIST/waiting}: the held posts, oldest first. Several are decided about at once.
 *
 * @param decisions what may be decided
 */
public record WaitingRoom(Decisions decisions) implements Room {

    static final String POST = "post";
    static final String WISH = "do";

    private static final int SHOWN = 25;
    private static final int MOST_OF_ID = 30;
    private static final KnownFields FIELDS = new KnownFields(Map.of(POST, SHOWN * MOST_OF_ID, WISH, 10,
            Refusals.SENTENCE, 20, Refusals.OWN, Refusals.MOST), false).withSeveral(POST);

    @Override
    public RoomPath path() {
        return RoomPath.ofList("waiting");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.DECIDE_POSTS);
    }

    @Override
    public Optional<String> tab() {
        return Optional.of("waiting.tab");
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var words = visit.words();
        var waiting = decisions.waiting(visit.list(), visit.now(), SHOWN + 1);
        var model = new HashMap<String, Object>();
        model.put("none", waiting.isEmpty());
        model.put("some", !waiting.isEmpty());
        model.put("more", waiting.size() > SHOWN
                ? List.of(words.text("waiting.more", Map.of("count", SHOWN)))
                : List.of());
        model.put("rows", waiting.stream().limit(SHOWN).map(post -> row(visit, post)).toList());
        model.put("fields", Field.shown(Refusals.fields(visit)));
        model.put("people", visit.may(Permission.CHANGE_MEMBERS) && visit.list().signUp().needsApproval()
                ? List.of(visit.room("waiting", "people"))
                : List.of());
        return RoomAnswer.page(this, "waiting", words.text("waiting.title"), model);
    }

    private static Map<String, Object> row(RoomVisit visit, Post post) {
        var words = visit.words();
        var held = (PostState.Held) post.state();
        return Map.of("id", post.id().value(), "href", visit.room("waiting", post.id().value()), "subject",
                Headlines.subject(words, post), "author", Headlines.author(words, post), "day",
                words.time(post.id().storedAt(), visit.zone()), "reason", words.reason(held.reason()), "choose",
                words.text("waiting.choose", Map.of("subject", Headlines.subject(words, post))));
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        var words = visit.words();
        var chosen = visit.texts(POST).stream().flatMap(text -> PostId.parse(text).stream()).limit(SHOWN).toList();
        var wish = Decisions.Wish.parse(visit.text(WISH));
        if (chosen.isEmpty() || wish.isEmpty()) {
            return show(visit).withProblem(400, words.text("waiting.choose-some"));
        }
        var counts = new EnumMap<Word, Integer>(Word.class);
        var reason = Refusals.reason(visit);
        for (var post : chosen) {
            counts.merge(decisions.carryOut(visit.actor(), visit.list(), post, wish.get(), reason).word(), 1,
                    Integer::sum);
        }
        return RoomAnswer.done(visit.path(), Notice.of(counts.entrySet().stream()
                .map(each -> words.text(name(each.getKey()), Map.of("count", each.getValue())))
                .collect(Collectors.joining(" "))));
    }

    /** The name of the text that says it. */
    static String name(Word word) {
        return "waiting.did." + word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
