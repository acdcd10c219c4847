package org.clubpost.function.admin.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.HandIn;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.mails.MailModel;
import org.clubpost.function.admin.words.Words;
import org.clubpost.mail.compose.Draft;
import org.clubpost.mail.compose.KnownWriter;
import org.clubpost.mail.compose.TryDraft;
import org.clubpost.mail.mime.Octets;

/**
 * {@code /rooms/LIST/write}: a post is written, tried, and handed in.
 *
 * @param handIn hands it in
 * @param test sends a test
 * @param sheets names what is written, so that pressing the button twice makes one post, and lays it aside with its files
 */
public record WriteRoom(HandIn handIn, TestCopy test, Sheets sheets) implements Room {

    private static final String WISH = "do";
    private static final String TEST = "test";
    private static final String SEND = "send";
    private static final String FILES = "files";
    private static final String DROP = "drop";
    /** Begins the wish that a file be taken away, before its place. */
    static final String AWAY = "away-";
    static final int MOST_OF_SUBJECT = 200;
    static final int MOST_OF_NAME = 80;
    static final int MOST_OF_TEXT = 100_000;
    /** The longest text, of characters that are nine octets each in a form. */
    private static final int MOST_OF_FORM = 1_000_000;
    private static final Map<String, Integer> WORDS = Map.of(Written.NAME, MOST_OF_NAME, Written.SUBJECT,
            MOST_OF_SUBJECT, Written.TEXT, MOST_OF_TEXT, Written.MARKDOWN, 3, Written.GROUP, 60, Written.DAY, 10,
            Written.TIME, 8);
    private static final Map<String, Integer> OURS = Map.of(WISH, 7, Sheets.DRAFT, 32, Sheets.PROOF, 60,
            Sheets.HAVING, 700);
    private static final KnownFields FIELDS = new KnownFields(
            Stream.of(WORDS, OURS).map(Map::entrySet).flatMap(Set::stream)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
            false).ofOctets(MOST_OF_FORM);

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
        return new KnownFields(Map.of(Sheets.DRAFT, 32, Sheets.PROOF, 60), true);
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return HandIn.author(visit.actor(), visit.list()).map(author -> WriteForm.page(visit, author, begun(visit)))
                .orElseGet(() -> RoomAnswer.page(WriteRoom.class, "message", visit.words().text("write.title"),
                        Map.of("paragraphs", List.of(visit.words().text("write.no-address")), "ways", List.of())));
    }

    private WriteForm.Shown begun(RoomVisit visit) {
        return Sheets.isOurs(visit)
                ? new WriteForm.Shown(visit.text(Sheets.DRAFT), sheets.find(visit), "")
                : new WriteForm.Shown(sheets.fresh(visit.list()), Sheet.EMPTY, "");
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        return HandIn.author(visit.actor(), visit.list()).map(author -> act(visit, author))
                .orElseGet(() -> show(visit));
    }

    private RoomAnswer act(RoomVisit visit, EmailAddress author) {
        if (!Sheets.isOurs(visit)) {
            return WriteForm
                    .page(visit, author, new WriteForm.Shown(sheets.fresh(visit.list()), said(visit, Sheet.EMPTY), ""))
                    .withProblem(400, visit.words().text("frame.stale.text"));
        }
        var sheet = said(visit, sheets.find(visit));
        var wish = visit.text(WISH);
        return switch (wish) {
            case FILES -> {
                sheets.keep(visit, sheet);
                yield RoomAnswer.goTo(Sheets.wayToFiles(visit));
            }
            case DROP -> {
                sheets.remove(visit, sheet);
                yield RoomAnswer.done(visit.path(), Notice.of(visit.words().text("write.dropped")));
            }
            case TEST, SEND -> send(visit, author, sheet);
            default -> {
                if (wish.startsWith(AWAY)) {
                    sheet.file(wish.substring(AWAY.length())).ifPresent(file -> takeAway(visit, sheet, file));
                }
                yield RoomAnswer.goTo(Sheets.wayBack(visit));
            }
        };
    }

    /** With what the form says. */
    private static Sheet said(RoomVisit visit, Sheet sheet) {
        return sheet.saying(WORDS.keySet().stream().filter(visit::has).collect(Collectors.toMap(Function.identity(),
                visit::text)));
    }

    /** From the post first: one that names a file which is gone could not be sent. */
    private void takeAway(RoomVisit visit, Sheet sheet, Sheet.Attached file) {
        sheets.keep(visit, sheet.without(file.upload()));
        sheets.remove(visit.list(), file);
    }

    private RoomAnswer send(RoomVisit visit, EmailAddress author, Sheet sheet) {
        return switch (Written.read(visit, author)) {
            case Written.Wrong(var field, var text) -> WriteForm.page(visit, author, shown(visit, sheet, field))
                    .withProblem(400, visit.words().text(text));
            case Written.Fine(var draft) -> opened(visit, sheet)
                    .map(files -> send(visit, author, sheet, draft.with(files)))
                    .orElseGet(() -> WriteForm.page(visit, author, shown(visit, sheet, ""))
                            .withProblem(409, visit.words().text("write.files.gone")));
        };
    }

    /** Empty when they are not those that the form shows: it may have been handed in from another window, or before. */
    private Optional<List<Draft.File>> opened(RoomVisit visit, Sheet sheet) {
        return visit.text(Sheets.HAVING).equals(sheet.having()) ? sheets.open(visit.list(), sheet) : Optional.empty();
    }

    private static WriteForm.Shown shown(RoomVisit visit, Sheet sheet, String wrong) {
        return new WriteForm.Shown(visit.text(Sheets.DRAFT), sheet, wrong);
    }

    private RoomAnswer send(RoomVisit visit, EmailAddress author, Sheet sheet, Draft draft) {
        var id = draft.id(visit.text(Sheets.DRAFT));
        var mail = draft.mail("written-" + id, visit.now());
        if (mail.length() > visit.list().posting().maxBytes()) {
            return WriteForm.page(visit, author, shown(visit, sheet, "")).withProblem(413,
                    visit.words().text("write.too-large",
                            Map.of("size", MailModel.size(visit.words(), visit.list().posting().maxBytes()))));
        }
        return visit.text(WISH).equals(TEST)
                ? tried(visit, author, sheet, draft)
                : handedIn(visit, author, sheet, new Ready(id, mail, draft));
    }

    /** The form is shown again as it is. */
    private RoomAnswer tried(RoomVisit visit, EmailAddress author, Sheet sheet, Draft draft) {
        var words = visit.words();
        var isSent = test.send(visit.list(), draft, words.language(), "test-" + sheets.fresh(visit.list()),
                visit.now());
        var said = words.text(isSent ? "write.tested" : "write.not-tested",
                Map.of("address", author.written(), "mark", TryDraft.mark(words.language())));
        if (!isSent) {
            return WriteForm.page(visit, author, shown(visit, sheet, "")).withProblem(503, said);
        }
        sheets.keep(visit, sheet);
        return RoomAnswer.done(Sheets.wayBack(visit), Notice.of(said)).as("tested");
    }

    /**
     * What can be handed in.
     *
     * @param id what tells it from others
     * @param mail the mail
     * @param draft what it was written from
     */
    private record Ready(String id, Octets mail, Draft draft) {}

    /** Once it is handed in, nothing of it is left here; when that fails, pressing again is the same post. */
    private RoomAnswer handedIn(RoomVisit visit, EmailAddress author, Sheet sheet, Ready ready) {
        var words = visit.words();
        var outcome = handIn.handIn(visit.actor(), visit.list(), ready.id(), address -> KnownWriter.vouched(
                ready.mail(), address, ready.draft().to(), ready.id(), visit.now()));
        return switch (outcome) {
            case HANDED_IN -> {
                sheets.remove(visit, sheet);
                yield RoomAnswer.done(visit.room("posts"), Notice.of(said(words, visit, ready.draft())));
            }
            case NOBODY, NO_DRAFT -> WriteForm.page(visit, author, shown(visit, sheet, ""))
                    .withProblem(400, words.text("frame.stale.text"));
        };
    }

    private static String said(Words words, RoomVisit visit, Draft draft) {
        return draft.sendAt().map(at -> words.text("write.handed-in.later",
                Map.of("until", words.time(at.toInstant(), visit.zone()))))
                .orElseGet(() -> words.text("write.handed-in"));
    }

    /** What could be read of it stands in the form again. */
    @Override
    public RoomAnswer refuse(RoomVisit visit, FieldProblem problem) {
        var isOurs = Sheets.isOurs(visit);
        return HandIn.author(visit.actor(), visit.list()).map(author -> WriteForm.page(visit, author,
                isOurs
                        ? shown(visit, said(visit, sheets.find(visit)), "")
                        : new WriteForm.Shown(sheets.fresh(visit.list()), said(visit, Sheet.EMPTY), "")))
                .orElseGet(() -> show(visit)).withProblem(problem.status(), visit.problem(problem));
    }
}
