package org.clubpost.function.admin.members;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.admin.Answer;
import org.clubpost.core.admin.EditMany;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.directory.Directory;
import org.clubpost.core.directory.Entry;
import org.clubpost.core.directory.Order;
import org.clubpost.core.directory.Page;
import org.clubpost.core.directory.Search;
import org.clubpost.core.directory.Status;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Paging;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/LIST/members}: who is on the list, a page at a time; finding somebody; and changing several together. A name
 * or an address that is looked for travels in a form, because paths stand in logs.
 *
 * @param directory who is on the lists
 * @param many changes several members
 * @param come brings single people in
 */
public record MembersRoom(Directory directory, EditMany many, Newcomers come) implements Room {

    private static final String SEARCH = "q";
    private static final String WHO = "who";
    private static final String EDIT = "edit";
    private static final String UNTIL = "until";
    private static final int MOST_OF_WHO = 34 * EditMany.MOST;
    private static final KnownFields FIELDS = new KnownFields(fieldLengths(), false).withSeveral(WHO);

    private static Map<String, Integer> fieldLengths() {
        var all = new HashMap<>(Browse.FIELDS);
        all.putAll(Newcomers.FIELDS);
        all.putAll(Map.of(SEARCH, 100, WHO, MOST_OF_WHO, EDIT, 80, UNTIL, 10));
        return all;
    }

    @Override
    public RoomPath path() {
        return RoomPath.ofList("members");
    }

    @Override
    public Optional<Permission> needs() {
        return Optional.of(Permission.SEE_MEMBERS);
    }

    @Override
    public Optional<String> tab() {
        return Optional.of("members.tab");
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    private static LocalDate today(RoomVisit visit) {
        return LocalDate.ofInstant(visit.now(), visit.zone());
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        var browse = Browse.of(visit);
        var page = directory.page(visit.list().id(), browse.search(visit), today(visit), visit.now());
        var model = model(visit, browse, page.entries());
        var looked = browse.looked() + page.looked();
        model.put("paging", Paging.shown(said(visit, page, looked),
                page.before().map(place -> browse.path(visit, place, 0)).orElse(""),
                page.after().map(place -> browse.path(visit, place, page.isCut() ? looked : 0)).orElse("")));
        return RoomAnswer.page(this, "members", visit.words().text("members.title"), model);
    }

    private static String said(RoomVisit visit, Page page, long looked) {
        var all = visit.headed().members();
        return page.isCut()
                ? visit.words().text("members.looked", Map.of("looked", looked, "all", Math.max(all, looked)))
                : visit.words().text("members.shown", Map.of("count", page.entries().size(), "all", all));
    }

    private Map<String, Object> model(RoomVisit visit, Browse browse, List<Entry> entries) {
        var words = visit.words();
        var model = new HashMap<String, Object>();
        model.put("rows", MemberRows.of(visit, entries));
        model.put("none", entries.isEmpty());
        model.put("some", !entries.isEmpty());
        model.put("found", List.of());
        model.put("q", visit.text(SEARCH));
        model.put("action", visit.path());
        model.put("fields", Field.shown(filters(visit, browse)));
        model.put("mayChange", visit.may(Permission.CHANGE_MEMBERS));
        model.put("importHref", visit.room("import"));
        model.put("edits", edits(visit));
        model.put("firstDay", today(visit).plusDays(1).toString());
        model.put("paging", List.of());
        model.put("count", words.text("lists.members", Map.of("count", visit.headed().members())));
        model.putAll(Newcomers.typed(visit));
        return model;
    }

    private static List<Field> filters(RoomVisit visit, Browse browse) {
        var words = visit.words();
        var any = new Field.Option("", words.text("members.any"));
        var fields = new ArrayList<Field>();
        fields.add(Field.choice(Browse.STATUS, words.text("members.status"),
                Stream.concat(Stream.of(Status.MEMBER, Status.PAUSED, Status.BOUNCING, Status.COMPLAINED,
                        Status.PENDING, Status.APPLIED, Status.LEFT, Status.REMOVED).map(Browse::word),
                        Stream.of(Browse.ALL))
                        .map(each -> new Field.Option(each, words.text("members.status." + each))).toList(),
                browse.status().map(Browse::word).orElse(Browse.ALL)));
        var groups = visit.list().groups().all();
        if (!groups.isEmpty()) {
            fields.add(Field.choice(Browse.GROUP, words.text("members.group"), Stream.concat(Stream.of(any),
                    groups.stream().map(each -> new Field.Option(each.value(), each.value()))).toList(),
                    browse.group().map(GroupName::value).orElse("")));
        }
        fields.add(Field.choice(Browse.LANGUAGE, words.text("members.language"), Stream.concat(Stream.of(any),
                MemberForms.languages()).toList(), browse.language().map(Locale::toLanguageTag).orElse("")));
        fields.add(Field.line("date", Browse.SINCE, words.text("members.since"),
                browse.since().map(LocalDate::toString).orElse(""), 10));
        fields.add(Field.choice(Browse.SORT, words.text("members.sort"), Stream.of(Browse.Sort.values())
                .map(each -> new Field.Option(each.word(), words.text("members.sort." + each.word()))).toList(),
                browse.sort().word()));
        return fields;
    }

    private static List<Map<String, String>> edits(RoomVisit visit) {
        return SharedEdit.all(visit.list()).stream()
                .map(each -> Map.of("value", each.value(), "label", each.label(visit.words()))).toList();
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        if (visit.has(EDIT)) {
            return edit(visit);
        }
        return visit.has(Newcomers.DO) ? come.act(visit, this::show) : find(visit);
    }

    /** Who begins so by name or by address, together on one page. */
    private RoomAnswer find(RoomVisit visit) {
        if (visit.text(SEARCH).isBlank()) {
            return RoomAnswer.goTo(visit.path());
        }
        var byName = found(visit, Order.NAME);
        var byAddress = found(visit, Order.ADDRESS);
        var entries = Stream.concat(byName.entries().stream(), byAddress.entries().stream()).distinct()
                .limit(Search.LARGEST).toList();
        var model = model(visit, Browse.of(visit), entries);
        var isMore = byName.after().isPresent() || byAddress.after().isPresent();
        var words = visit.words();
        model.put("found", Stream.concat(Stream.of(words.text("members.found", Map.of("count", entries.size()))),
                isMore ? Stream.of(words.text("members.more")) : Stream.empty()).toList());
        model.put("none", false);
        return RoomAnswer.page(this, "members", words.text("members.title"), model).as("found");
    }

    private Page found(RoomVisit visit, Order order) {
        return directory.page(visit.list().id(), Search.by(order, Search.LARGEST).beginningWith(visit.text(SEARCH)),
                today(visit), visit.now());
    }

    private RoomAnswer edit(RoomVisit visit) {
        var words = visit.words();
        var people = visit.texts(WHO).stream().flatMap(each -> SubscriberId.parse(each).stream()).distinct()
                .limit(EditMany.MOST).toList();
        var chosen = SharedEdit.all(visit.list()).stream().filter(each -> each.value().equals(visit.text(EDIT)))
                .findFirst().flatMap(each -> each.edit(Browse.day(visit.text(UNTIL))));
        if (people.isEmpty() || chosen.isEmpty()) {
            return show(visit).withProblem(400,
                    words.text(people.isEmpty() ? "members.nobody" : "members.impossible"));
        }
        return switch (many.edit(visit.actor(), visit.list(), people, chosen.get())) {
            case Answer.Denied<Optional<EditMany.Done>> _ -> show(visit).withProblem(403, words.text("undo.denied"));
            case Answer.Allowed<Optional<EditMany.Done>>(var made) -> made.map(done -> RoomAnswer.done(visit.path(),
                    new Notice(words.text("members.changed", Map.of("count", done.members())), done.entry())))
                    .orElseGet(() -> show(visit).withProblem(400, words.text("members.impossible")));
        };
    }
}
