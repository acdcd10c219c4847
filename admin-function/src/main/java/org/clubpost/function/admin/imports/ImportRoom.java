package org.clubpost.function.admin.imports;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.act.EntryId;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.ImportPeople;
import org.clubpost.core.admin.ImportResult;
import org.clubpost.core.admin.KeepMembers;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.Forecast;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;
import org.clubpost.people.file.Role;
import org.clubpost.people.file.UnusableFile;

/**
 * {@code /rooms/LIST/import}: bringing the people of a file in. A file is looked at first, and its columns can be changed;
 * then as many come in as a request has time for, and the page goes on with the others.
 *
 * @param keep brings people in
 * @param subscribers who is on the lists
 * @param ids stand for addresses
 * @param results says what became of each
 * @param files the files that were sent
 * @param clock tells when a request has had its time
 */
public record ImportRoom(KeepMembers keep, Subscribers subscribers, SubscriberIds ids, ImportResult results,
        ImportFiles files, InstantSource clock) implements Room {

    private static final String REASON = "reason";
    private static final String MAIL = "mail";
    private static final String DO = "do";
    private static final String ENTRY = "entry";
    private static final String COLUMN = "column-";
    private static final int MOST_COLUMNS = 60;
    private static final int BODY = 2_400_000;
    private static final long SMALL = 3 * ImportFiles.MEGABYTE / 2;
    private static final Map<String, Long> MEGABYTES = Map.of("megabytes",
            ImportFiles.LARGEST / ImportFiles.MEGABYTE);
    private static final List<Role> ROLES = List.of(Role.NONE, Role.ADDRESS, Role.NAME, Role.FIRST_NAME, Role.LAST_NAME,
            Role.GROUPS, Role.STATUS, Role.LEFT, Role.CONSENT);
    private static final KnownFields FIELDS = new KnownFields(lengths(), false).withFile(ImportFiles.FILE, BODY);

    private static Map<String, Integer> lengths() {
        var all = new HashMap<>(Map.of(ImportFiles.NAME, 120, ImportFiles.DATA, SentFile.LONGEST, REASON, 1000, MAIL, 3,
                DO, 10, ENTRY, 20,
                ImportFiles.UPLOAD, 32, ImportFiles.PROOF, 60));
        IntStream.range(0, MOST_COLUMNS).forEach(column -> all.put(COLUMN + column, 20));
        return all;
    }

    @Override
    public RoomPath path() {
        return RoomPath.ofList("import");
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
    public KnownFields query() {
        return ImportFiles.QUERY;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        if (!visit.has(ImportFiles.UPLOAD)) {
            return choose(visit);
        }
        var file = files.of(visit);
        return file.isEmpty()
                ? choose(visit).withProblem(404, visit.words().text("import.unusable.missing"))
                : act(visit, file);
    }

    private RoomAnswer choose(RoomVisit visit) {
        var words = visit.words();
        var large = files.form(visit);
        var model = new HashMap<String, Object>();
        model.put("action", visit.path());
        model.put("back", visit.room("members"));
        model.put("limit", words.text("import.limit", Map.of("megabytes", "1.5")));
        model.put("small", SMALL);
        model.put("tooLargeHere", words.text("import.too-large-here"));
        model.put("largeLimit", words.text("import.large.limit", MEGABYTES));
        model.put("largest", ImportFiles.LARGEST);
        model.put("tooLarge", words.text("import.too-large", MEGABYTES));
        model.put("largeAction", large.action());
        model.put("largeFields", large.fields().entrySet().stream()
                .map(each -> Map.of("name", each.getKey(), "value", each.getValue())).toList());
        var page = RoomAnswer.page(this, "choose", words.text("import.title"), model)
                .with(answer -> answer.withOurScripts());
        return large.origin().map(origin -> page.with(answer -> answer.withFormsTo(origin))).orElse(page);
    }

    @Override
    public RoomAnswer tooLarge(RoomVisit visit) {
        return choose(visit).withProblem(413, visit.words().text("import.too-large-here")).as("too-large");
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        var file = files.of(visit);
        return file.isEmpty()
                ? choose(visit).withProblem(400, visit.words().text("import.no-file"))
                : act(visit, file);
    }

    private RoomAnswer act(RoomVisit visit, Optional<SentFile> file) {
        try {
            var read = TableRead.of(file.get(), roles(visit), visit.list(), ids);
            return switch (visit.text(DO)) {
                case "begin" -> begin(visit, file.get(), read);
                case "result" -> EntryId.parse(visit.text(ENTRY)).map(entry -> result(visit, file.get(), read, entry))
                        .orElseGet(() -> RoomAnswer.goTo(visit.path()));
                case "go-on" -> EntryId.parse(visit.text(ENTRY)).map(entry -> goOn(visit, file.get(), read, entry))
                        .orElseGet(() -> RoomAnswer.goTo(visit.path()));
                default -> look(visit, file.get(), read);
            };
        } catch (UnusableFile unusable) {
            return choose(visit).withProblem(400, visit.words()
                    .text("import.unusable." + unusable.kind().name().toLowerCase(Locale.ROOT)));
        }
    }

    /** What columns are for, where somebody changed it. */
    private static Map<Integer, Role> roles(RoomVisit visit) {
        var roles = new HashMap<Integer, Role>();
        for (var column = 0; column < MOST_COLUMNS; column++) {
            var chosen = visit.text(COLUMN + column);
            var place = column;
            ROLES.stream().filter(role -> role.name().equals(chosen)).findFirst()
                    .ifPresent(role -> roles.put(place, role));
        }
        return roles;
    }

    private Steps steps() {
        return new Steps(keep, subscribers, ids, clock);
    }

    private ImportPeople imports(RoomVisit visit) {
        return steps().imports(visit.has(MAIL));
    }

    private RoomAnswer look(RoomVisit visit, SentFile file, TableRead read) {
        return switch (imports(visit).look(visit.actor(), visit.list(), read.people())) {
            case Answer.Denied<Forecast> _ -> choose(visit).withProblem(403, visit.words().text("undo.denied"));
            case Answer.Allowed<Forecast>(var forecast) -> RoomAnswer.page(this, "look",
                    visit.words().text("import.look.title"), looked(visit, file, read, forecast)).as("looked");
        };
    }

    private static Map<String, Object> looked(RoomVisit visit, SentFile file, TableRead read, Forecast forecast) {
        var words = visit.words();
        var model = carried(visit, file);
        model.put("will", Stream.of(line(visit, "new", forecast.toAdd()), line(visit, "regroup", forecast.toRegroup()),
                line(visit, "known", forecast.alreadyMembers()), line(visit, "away", forecast.notBroughtBack()),
                line(visit, "twice", read.named() - read.people().size()),
                line(visit, "not-members", read.notMembers()),
                line(visit, "no-address", read.withoutAddress()), line(visit, "bad", read.badLines()))
                .flatMap(Optional::stream).toList());
        model.put("bad",
                read.bad().stream().map(line -> words.text("import.line", Map.of("number", line.number(), "why",
                        words.text("import.fault." + line.fault().name().toLowerCase(Locale.ROOT))))).toList());
        model.put("hasBad", !read.bad().isEmpty());
        model.put("people", read.people().stream().limit(5).map(each -> each.name().isGiven()
                ? each.name().text() + ", " + each.address().written()
                : each.address().written()).toList());
        model.put("columns", columns(visit, read));
        model.put("hasColumns", !read.columns().isEmpty());
        model.put("any", forecast.toAdd() + forecast.toRegroup() > 0);
        model.put("begin", words.text("import.begin", Map.of("count", forecast.toAdd())));
        model.put("reasonText", visit.text(REASON));
        return model;
    }

    private static Optional<Map<String, String>> line(RoomVisit visit, String what, int count) {
        return count == 0 && !what.equals("new")
                ? Optional.empty()
                : Optional.of(Map.of("what", visit.words().text("import.will." + what), "count",
                        visit.words().number(count)));
    }

    private static List<Map<String, Object>> columns(RoomVisit visit, TableRead read) {
        var words = visit.words();
        var all = new ArrayList<Map<String, Object>>();
        for (var place = 0; place < Math.min(MOST_COLUMNS, read.columns().size()); place++) {
            var column = read.columns().get(place);
            var role = ROLES.contains(column.role()) ? column.role() : Role.NONE;
            all.add(Map.of("field", COLUMN + place, "name", column.name().isEmpty()
                    ? words.text("import.column", Map.of("number", place + 1))
                    : column.name(), "options",
                    ROLES.stream().map(each -> Map.of("value", each.name(), "label",
                            words.text("import.role." + each.name().toLowerCase(Locale.ROOT)), "chosen",
                            each == role)).toList()));
        }
        return all;
    }

    /** What goes along from page to page. */
    private static Map<String, Object> carried(RoomVisit visit, SentFile file) {
        var model = new HashMap<String, Object>();
        model.put("action", visit.path());
        model.put("back", visit.room("members"));
        model.put("fileName", file.name());
        model.put("data", file.packed());
        model.put("upload", file.upload());
        model.put("proof", file.upload().isEmpty() ? "" : ImportFiles.proof(visit, file.upload()));
        model.put("chosen",
                roles(visit).entrySet().stream().map(each -> Map.of("field", COLUMN + each.getKey(), "value",
                        each.getValue().name())).toList());
        return model;
    }

    private RoomAnswer begin(RoomVisit visit, SentFile file, TableRead read) {
        if (visit.text(REASON).isBlank()) {
            return look(visit, file, read).withProblem(400, visit.words().text("members.no-reason"));
        }
        return switch (imports(visit).begin(visit.actor(), visit.list(), visit.text(REASON).strip(), read.people())) {
            case Answer.Denied<ImportPeople.Progress> _ ->
                choose(visit).withProblem(403, visit.words().text("undo.denied"));
            case Answer.Allowed<ImportPeople.Progress>(var begun) -> goOn(visit, file, read, begun.entry());
        };
    }

    private RoomAnswer goOn(RoomVisit visit, SentFile file, TableRead read, EntryId entry) {
        return steps().goOn(visit.actor(), visit.list(), entry, read.people(), visit.has(MAIL), Integer.MAX_VALUE)
                .map(each -> each.isOver() ? over(visit, file, each) : page(visit, file, each))
                .orElseGet(() -> choose(visit).withProblem(409, visit.words().text("import.gone")));
    }

    /** What came of it, with a way to save what became of each line, and to take all of it back. */
    private static RoomAnswer over(RoomVisit visit, SentFile file, ImportPeople.Progress progress) {
        var tally = progress.tally();
        var model = carried(visit, file);
        model.put("entry", progress.entry().value());
        model.put("said", visit.words().text("import.done", Map.of("added", tally.added(), "already",
                tally.alreadyMembers(), "away", tally.notBroughtBack())));
        model.put("undoHref", visit.room("undo"));
        model.put("undoMark", visit.mark(visit.room("undo")));
        return RoomAnswer.page(ImportRoom.class, "over", visit.words().text("import.title"), model).as("done");
    }

    private RoomAnswer result(RoomVisit visit, SentFile file, TableRead read, EntryId entry) {
        return switch (results.of(visit.actor(), visit.list(), entry, read.people())) {
            case Answer.Denied<Optional<Map<SubscriberId, ImportResult.What>>> _ ->
                choose(visit).withProblem(403, visit.words().text("undo.denied"));
            case Answer.Allowed<Optional<Map<SubscriberId, ImportResult.What>>>(var found) -> found
                    .map(became -> RoomAnswer.whole(new ResultFile(visit, ids, became).of(file, roles(visit))))
                    .orElseGet(() -> choose(visit).withProblem(409, visit.words().text("import.gone")));
        };
    }

    private RoomAnswer page(RoomVisit visit, SentFile file, ImportPeople.Progress progress) {
        var model = carried(visit, file);
        model.put("entry", progress.entry().value());
        model.put("mail", visit.has(MAIL));
        model.put("done", progress.done());
        model.put("all", progress.all());
        model.put("said", visit.words().text("import.progress",
                Map.of("done", progress.done(), "all", progress.all())));
        return RoomAnswer.page(this, "progress", visit.words().text("import.title"), model).as("goes-on")
                .with(answer -> answer.withOurScripts().withOurFetches());
    }
}
