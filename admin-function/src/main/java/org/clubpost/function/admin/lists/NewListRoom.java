package org.clubpost.function.admin.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.aws.event.KnownFields;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.MakeLists;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.Role;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.text.Catalogue;
import org.clubpost.core.text.Languages;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.Notice;
import org.clubpost.function.admin.frame.Room;
import org.clubpost.function.admin.frame.RoomAnswer;
import org.clubpost.function.admin.frame.RoomPath;
import org.clubpost.function.admin.frame.RoomVisit;

/**
 * {@code /rooms/new}: makes a list. Who makes one runs it; the operator, who has no address here, says who does.
 *
 * @param make the use case
 * @param lists have the domains, and the settings to take over
 * @param isCloud whether it takes more until mail to a new address comes in
 */
public record NewListRoom(MakeLists make, Lists lists, boolean isCloud) implements Room {

    /** Where it is. */
    static final String HREF = RoomPath.ROOT + "/new";

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String OWNER = "owner";
    private static final String LANGUAGE = "language";
    private static final String LIKE = "like";
    private static final String DOMAIN = "domain";
    private static final KnownFields FIELDS = new KnownFields(
            Map.of(ID, 60, NAME, 200, OWNER, 254, LANGUAGE, 35, LIKE, 40, DOMAIN, 253), false);

    @Override
    public RoomPath path() {
        return RoomPath.of("new");
    }

    @Override
    public KnownFields fields() {
        return FIELDS;
    }

    @Override
    public RoomAnswer show(RoomVisit visit) {
        return make.may(visit.actor()) ? page(visit, "") : RoomAnswer.notFound();
    }

    private RoomAnswer page(RoomVisit visit, String wrong) {
        var all = lists.all();
        var domains = domains(all);
        var model = new HashMap<String, Object>();
        model.put("fields", Field.shown(fields(visit, all, domains, wrong)));
        model.put("some", !domains.isEmpty());
        model.put("none", domains.isEmpty());
        model.put("isCloud", isCloud);
        model.put("example", domains.isEmpty()
                ? ""
                : visit.words().text("new.address", Map.of("domain",
                        domains.getFirst())));
        model.put("lists", RoomPath.ROOT);
        return RoomAnswer.page(this, "new", visit.words().text("new.title"), model);
    }

    private static List<String> domains(List<MailingList> all) {
        return all.stream().map(MailingList::domain).distinct().toList();
    }

    private static List<Field> fields(RoomVisit visit, List<MailingList> all, List<String> domains, String wrong) {
        var words = visit.words();
        var fields = new ArrayList<Field>();
        fields.add(Field.line("text", ID, words.text("new.id"), visit.text(ID), 60).required()
                .hint(words.text("new.id.hint")).wrong(wrong.equals(ID)));
        if (domains.size() > 1) {
            fields.add(Field.choice(DOMAIN, words.text("new.domain"),
                    domains.stream().map(each -> new Field.Option(each, "@" + each)).toList(), visit.text(DOMAIN)));
        }
        fields.add(Field.line("text", NAME, words.text("new.name"), visit.text(NAME), 100).required()
                .hint(words.text("new.name.hint")).wrong(wrong.equals(NAME)));
        if (own(visit).isEmpty()) {
            fields.add(Field.line("email", OWNER, words.text("new.owner"), visit.text(OWNER), 254).required()
                    .hint(words.text("new.owner.hint")).wrong(wrong.equals(OWNER)));
        }
        fields.add(Field.choice(LANGUAGE, words.text("new.language"), Languages.ALL.stream()
                .map(each -> new Field.Option(each.toLanguageTag(), Catalogue.of(each).text("language.name", Map.of())))
                .toList(), visit.has(LANGUAGE) ? visit.text(LANGUAGE) : words.language().toLanguageTag()));
        fields.add(Field.choice(LIKE, words.text("new.like"), Stream.concat(
                Stream.of(new Field.Option("", words.text("new.like.none"))),
                all.stream().filter(list -> Role.may(visit.actor(), list, Permission.CHANGE_LIST))
                        .map(list -> new Field.Option(list.id().value(),
                                list.profile().name() + " (" + list.id() + ")")))
                .toList(), visit.text(LIKE)).hint(words.text("new.like.hint")));
        return fields;
    }

    private static Optional<EmailAddress> own(RoomVisit visit) {
        return visit.actor() instanceof Actor.Owner(var address) ? Optional.of(address) : Optional.empty();
    }

    @Override
    public RoomAnswer act(RoomVisit visit) {
        var domains = domains(lists.all());
        var domain = domains.stream().filter(visit.text(DOMAIN)::equals).findFirst()
                .or(() -> domains.stream().findFirst());
        if (domain.isEmpty()) {
            return show(visit);
        }
        var owner = own(visit).or(() -> EmailAddress.parse(visit.text(OWNER).strip()));
        var outcome = make.make(visit.actor(), new MakeLists.Wish(visit.text(ID).strip().toLowerCase(Locale.ROOT),
                domain.get(), visit.text(NAME), owner.stream().toList(), visit.text(LANGUAGE),
                ListId.parse(visit.text(LIKE))));
        var words = visit.words();
        return switch (outcome) {
            case MakeLists.Outcome.Made(var list) -> RoomAnswer.done(RoomPath.ROOT + "/" + list.id() + "/",
                    Notice.of(words.text(isCloud ? "new.made.cloud" : "new.made",
                            Map.of("address", list.address().written()))));
            case MakeLists.Outcome.Refused(var problem) -> page(visit, field(problem)).withProblem(400,
                    words.text("new.problem." + problem, Map.of("id", visit.text(ID).strip())));
            case MakeLists.Outcome.OfAGroup(var list, var group) -> page(visit, ID).withProblem(400,
                    words.text("new.problem.group", Map.of("list", list.value(), "group", group.value())));
            case MakeLists.Outcome.Denied _ -> RoomAnswer.notFound();
        };
    }

    private static String field(MakeLists.Problem problem) {
        return switch (problem) {
            case ID, RESERVED, TAKEN -> ID;
            case NAME -> NAME;
            case LANGUAGE -> LANGUAGE;
            case OWNER -> OWNER;
            case LIKE -> LIKE;
        };
    }
}
