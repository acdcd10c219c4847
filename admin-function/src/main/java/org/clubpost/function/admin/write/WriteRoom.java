package org.clubpost.function.admin.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.HandIn;
import org.clubpost.core.list.GroupName;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.words.Words;
import org.clubpost.mail.compose.Draft;
import org.clubpost.mail.compose.KnownWriter;

/**
 * {@code /rooms/LIST/write}: a post is written, tried, and handed in.
 *
 * @param handIn hands it in
 * @param test sends a test
 * @param random names drafts, so that pressing the button twice makes one post
 */
public record WriteRoom(HandIn handIn, TestCopy test, RandomGenerator random) implements Room {

    private static final String WISH = "do";
    private static final String TEST = "test";
    private static final String SEND = "send";
    private static final String DRAFT = "draft";
    private static final int MOST_OF_SUBJECT = 200;
    private static final int MOST_OF_NAME = 80;
    private static final int MOST_OF_TEXT = 100_000;
    /** Lambda takes 6 MB, in base64 (Lambda quotas, "Payload"): 4.5 MB of the form. */
    private static final int MOST_OF_FORM = 4_400_000;
    private static final KnownFields FIELDS = new KnownFields(Map.of(WISH, 5, DRAFT, 32, Written.NAME, MOST_OF_NAME,
            Written.SUBJECT, MOST_OF_SUBJECT, Written.TEXT, MOST_OF_TEXT, Written.MARKDOWN, 3, Written.GROUP, 60,
            Written.DAY, 10, Written.TIME, 8), false).withFile(Written.FILE, MOST_OF_FORM);

    @Override
    public RoomPath path() {
        return RoomPath.ofList("write");
    }

    @Override
    public Optional<String> tab() {
        return Optional.of("write.tab");
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public KnownFields query() {
        return NO_FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return HandIn.author(visit.actor(), visit.list()).map(author -> form(visit, author, "", ""))
                .orElseGet(() -> RoomAnswer.page(WriteRoom.class, "message", visit.words().text("write.title"),
                        Map.of("paragraphs", List.of(visit.words().text("write.no-address")), "ways", List.of())));
    }

    private RoomAnswer form(RoomVisit visit, EmailAddress author, String wrong, String done) {
        var words = visit.words();
        var model = new HashMap<String, Object>();
        model.put("intro", words.text("write.text", Map.of("address", author.written())));
        model.put("tested", done.isEmpty() ? List.of() : List.of(done));
        model.put("draft", visit.has(DRAFT) ? visit.text(DRAFT) : drawn());
        model.put("fields", Field.shown(head(visit, wrong)));
        model.put("zone", words.text("write.zone", Map.of("zone", visit.zone().getId())));
        model.put("day", visit.text(Written.DAY));
        model.put("time", visit.text(Written.TIME));
        model.put("wrongTime", wrong.equals(Written.DAY));
        return RoomAnswer.page(this, "write", words.text("write.title"), model);
    }

    private static List<Field> head(RoomVisit visit, String wrong) {
        var words = visit.words();
        var group = Written.groups(visit.list()).isEmpty()
                ? Stream.<Field>empty()
                : Stream.of(Field.choice(Written.GROUP, words.text("write.group"), groups(visit),
                        visit.text(Written.GROUP)).wrong(wrong.equals(Written.GROUP)));
        return Stream.concat(group, Stream.of(
                Field.line("text", Written.NAME, words.text("write.name"), visit.text(Written.NAME), MOST_OF_NAME)
                        .optional(),
                Field.line("text", Written.SUBJECT, words.text("write.subject"), visit.text(Written.SUBJECT),
                        MOST_OF_SUBJECT).required().wrong(wrong.equals(Written.SUBJECT)),
                Field.area(Written.TEXT, words.text("write.words"), visit.text(Written.TEXT), MOST_OF_TEXT).rows(14)
                        .required().wrong(wrong.equals(Written.TEXT)),
                Field.tick(Written.MARKDOWN, words.text("write.markdown"), visit.has(Written.MARKDOWN))
                        .hint(words.text("write.markdown.hint"))))
                .toList();
    }

    private static List<Field.Option> groups(RoomVisit visit) {
        return Stream.concat(Stream.of(new Field.Option("", visit.words().text("write.everybody"))),
                Written.groups(visit.list()).stream().map(GroupName::value)
                        .map(name -> new Field.Option(name, name)))
                .toList();
    }

    private String drawn() {
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return HandIn.author(visit.actor(), visit.list()).map(author -> act(visit, author))
                .orElseGet(() -> show(visit));
    }

    private RoomAnswer act(RoomVisit visit, EmailAddress author) {
        return switch (Written.read(visit, author)) {
            case Written.Wrong(var field, var text) ->
                form(visit, author, field, "").withProblem(400, visit.words().text(text));
            case Written.Fine(var draft) -> visit.text(WISH).equals(TEST)
                    ? tried(visit, author, draft)
                    : handedIn(visit, author, draft);
        };
    }

    /** The form is shown again as it is: a browser gives nothing back of a file, so that is said. */
    private RoomAnswer tried(RoomVisit visit, EmailAddress author, Draft draft) {
        var words = visit.words();
        var isSent = test.send(visit.list(), draft, "test-" + drawn(), visit.now());
        var said = words.text(isSent ? "write.tested" : "write.not-tested", Map.of("address", author.written()))
                + (draft.files().isEmpty() ? "" : " " + words.text("write.file-again"));
        return isSent
                ? form(visit, author, "", said).as("tested")
                : form(visit, author, "", "").withProblem(503, said);
    }

    private RoomAnswer handedIn(RoomVisit visit, EmailAddress author, Draft draft) {
        var words = visit.words();
        var id = visit.has(DRAFT) ? draft.id(visit.text(DRAFT)) : "";
        if (!visit.text(WISH).equals(SEND)) {
            return show(visit);
        }
        var outcome = handIn.handIn(visit.actor(), visit.list(), id, address -> KnownWriter.vouched(
                draft.mail("written-" + id, visit.now()), address, draft.to(), id, visit.now()));
        return switch (outcome) {
            case HANDED_IN -> RoomAnswer.done(visit.room("posts"), Notice.of(said(words, visit, draft)));
            case NOBODY, NO_DRAFT -> form(visit, author, "", "").withProblem(400, words.text("frame.stale.text"));
        };
    }

    private static String said(Words words, RoomVisit visit, Draft draft) {
        return draft.sendAt().map(at -> words.text("write.handed-in.later",
                Map.of("until", words.time(at.toInstant(), visit.zone()))))
                .orElseGet(() -> words.text("write.handed-in"));
    }

    @Override
    public RoomAnswer refuse(RoomVisit visit, FieldProblem problem) {
        return show(visit).withProblem(problem.status(), problem.status() == 413
                ? visit.words().text("write.too-large")
                : visit.problem(problem));
    }
}
