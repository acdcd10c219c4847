package org.clubpost.function.admin.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.function.admin.mails.MailModel;

/**
 * {@code /rooms/LIST/write/files}: files are added to a post that is being written, several small ones with a form of
 * ours, or a large one past us. The post was laid aside before, so nothing of it is lost when a file is too large.
 *
 * @param sheets where it lies
 */
public record FilesRoom(Sheets sheets) implements Room {

    private static final String FILE = "file";
    private static final String CALLED = "called";
    private static final long MEGABYTE = 1_000_000;
    /** Lambda takes 6 MB, in base64 (Lambda quotas, "Payload"): 4.5 MB of the form. */
    private static final int MOST_OF_FORM = 4_400_000;
    private static final long SMALL = 4 * MEGABYTE;
    private static final Map<String, Integer> NAMES = Map.of(Sheets.DRAFT, 32, Sheets.PROOF, 60, Sheets.UPLOAD, 32,
            Sheets.ARRIVED, 60);

    @Override
    public RoomPath path() {
        return RoomPath.ofList("write", "files");
    }

    @Override
    public KnownFields fields() {
        var all = new HashMap<>(NAMES);
        all.put(CALLED, FileName.LONGEST);
        return new KnownFields(all, false).withFiles(FILE, Sheet.MOST_FILES, MOST_OF_FORM);
    }

    @Override
    public KnownFields query() {
        return new KnownFields(NAMES, true);
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        if (!Sheets.isOurs(visit)) {
            return RoomAnswer.goTo(visit.room("write"));
        }
        var sheet = sheets.find(visit);
        if (!visit.has(Sheets.UPLOAD)) {
            return choose(visit, sheet);
        }
        var size = Sheets.hasArrived(visit) ? sheets.size(visit).orElse(0) : 0;
        return size == 0
                ? choose(visit, sheet).withProblem(404, visit.words().text("write.files.not-arrived"))
                : arrived(visit, size);
    }

    private RoomAnswer choose(RoomVisit visit, Sheet sheet) {
        var words = visit.words();
        var left = Sheets.most(visit.list()) - sheet.octets();
        var model = new HashMap<String, Object>(carried(visit));
        model.put("has", sheet.files().isEmpty()
                ? List.of()
                : List.of(Map.of("files", WriteForm.files(words, sheet.files()))));
        if (left < 1 || sheet.files().size() >= Sheet.MOST_FILES) {
            model.put("room", List.of());
            return RoomAnswer.page(this, "files", words.text("write.files.title"), model)
                    .withProblem(200, overFull(visit));
        }
        var large = sheets.form(visit, left);
        var small = Math.min(left, SMALL);
        model.put("room", List.of(Map.of("small", small, "limit",
                words.text("write.files.limit", Map.of("size", MailModel.size(words, small))), "large", left,
                "largeLimit", words.text("write.files.large.limit", Map.of("size", MailModel.size(words, left))),
                "largeAction", large.action(), "largeFields", large.fields().entrySet().stream()
                        .map(each -> Map.of("name", each.getKey(), "value", each.getValue())).toList())));
        var page = RoomAnswer.page(this, "files", words.text("write.files.title"), model)
                .with(answer -> answer.withOurScripts());
        return large.origin().map(origin -> page.with(answer -> answer.withFormsTo(origin))).orElse(page);
    }

    private static Map<String, Object> carried(RoomVisit visit) {
        return Map.of("back", Sheets.wayBack(visit), "draft", visit.text(Sheets.DRAFT), "proof",
                Sheets.proof(visit, visit.text(Sheets.DRAFT)), "tooLarge",
                visit.words().text("write.files.too-large-here"));
    }

    private RoomAnswer arrived(RoomVisit visit, long size) {
        var words = visit.words();
        var model = new HashMap<String, Object>(carried(visit));
        model.put("said", words.text("write.files.arrived", Map.of("size", MailModel.size(words, size))));
        model.put("upload", visit.text(Sheets.UPLOAD));
        model.put("arrived", visit.text(Sheets.ARRIVED));
        model.put("most", Integer.toString(FileName.LONGEST));
        return RoomAnswer.page(this, "arrived", words.text("write.files.title"), model).as("arrived")
                .with(answer -> answer.withOurScripts());
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        if (!Sheets.isOurs(visit)) {
            return RoomAnswer.goTo(visit.room("write"));
        }
        return visit.has(Sheets.UPLOAD) ? takeLarge(visit) : takeSmall(visit);
    }

    private RoomAnswer takeSmall(RoomVisit visit) {
        var chosen = visit.files(FILE);
        var sheet = sheets.find(visit);
        if (chosen.isEmpty()) {
            return choose(visit, sheet).withProblem(400, visit.words().text("write.files.none-chosen"));
        }
        var octets = chosen.stream().mapToLong(file -> file.octets().length).sum();
        if (!fits(visit, sheet, chosen.size(), octets)) {
            return choose(visit, sheet).withProblem(413, overFull(visit));
        }
        for (var file : chosen) {
            sheet = sheet.with(sheets.keep(visit.list(), file.name(), file.octets()));
        }
        return added(visit, sheet);
    }

    /** The size is looked at again: what a form allowed is what was left when it was made. */
    private RoomAnswer takeLarge(RoomVisit visit) {
        var sheet = sheets.find(visit);
        var size = Sheets.hasArrived(visit) ? sheets.size(visit).orElse(0) : 0;
        if (size == 0) {
            return choose(visit, sheet).withProblem(404, visit.words().text("write.files.not-arrived"));
        }
        if (visit.text(CALLED).isBlank()) {
            return arrived(visit, size).withProblem(400, visit.words().text("write.files.called.hint"));
        }
        var file = new Sheet.Attached(visit.text(Sheets.UPLOAD), size, FileName.of(visit.text(CALLED)));
        if (!fits(visit, sheet.without(file.upload()), 1, size)) {
            sheets.remove(visit.list(), file);
            return choose(visit, sheet).withProblem(413, overFull(visit));
        }
        return added(visit, sheet.with(file));
    }

    private static boolean fits(RoomVisit visit, Sheet sheet, int files, long octets) {
        return sheet.files().size() + files <= Sheet.MOST_FILES
                && sheet.octets() + octets <= Sheets.most(visit.list());
    }

    private RoomAnswer added(RoomVisit visit, Sheet sheet) {
        sheets.keep(visit, sheet);
        return RoomAnswer.done(Sheets.wayBack(visit), Notice.of(visit.words().text("write.files.added")));
    }

    private static String overFull(RoomVisit visit) {
        return visit.words().text("write.files.too-large", Map.of("count", Sheet.MOST_FILES, "size",
                MailModel.size(visit.words(), Sheets.most(visit.list()))));
    }

    /** Nothing is read of it; the post is where it was. */
    @Override
    public RoomAnswer tooLarge(RoomVisit visit) {
        var words = visit.words();
        return RoomAnswer.page(WriteRoom.class, "message", words.text("write.files.title"),
                Map.of("paragraphs", List.of(words.text("write.files.too-large-here")), "ways", List.of()))
                .withStatus(413).as("too-large");
    }
}
