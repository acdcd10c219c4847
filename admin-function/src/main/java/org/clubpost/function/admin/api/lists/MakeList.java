package org.clubpost.function.admin.api.lists;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.MakeLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.person.Scope;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.FieldCheck;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Problem.Wrong;
import org.clubpost.function.admin.api.Route;

/**
 * {@code POST /lists}: makes a list, for whoever may. Who makes one runs it; the operator, who has no address, says who
 * does. It takes a key for all lists of the person, because one for some lists opens no other.
 *
 * @param make the use case
 * @param lists have the domains
 */
public record MakeList(MakeLists make, Lists lists) implements Operation {

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String LANGUAGE = "language";
    private static final String LIKE = "like";
    private static final String OWNER = "owner";
    private static final String DOMAIN = "domain";
    private static final String NO_SUCH_LIST = "is no list that the person runs";

    @Override
    public Route route() {
        return Route.post("/lists");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.LISTS_WRITE);
    }

    @Override
    public List<BodyField> body() {
        return List.of(BodyField.text(ID, 60).must(), BodyField.text(NAME, 200).must(), BodyField.text(LANGUAGE, 35),
                BodyField.text(LIKE, 40), BodyField.text(OWNER, 254), BodyField.text(DOMAIN, 253));
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        if (!make.may(call.actor())) {
            return Problem.of(Problem.Kind.NOT_ALLOWED, "The key's person may not make lists.").answer();
        }
        if (!call.key().key().lists().isEmpty()) {
            return Problem.of(Problem.Kind.NOT_ALLOWED, "It takes a key for all lists that its person runs.").answer();
        }
        return made(make.make(call.actor(), wish(call, domain(call).orElseThrow())));
    }

    @Override
    public List<Wrong> wrong(ApiCall call) {
        var check = new FieldCheck()
                .that(owner(call).isPresent(), OWNER, call.actor() instanceof Actor.Operator
                        ? "must be the address of whoever is to run the list"
                        : "is not the key's person, who runs the list")
                .that(domain(call).isPresent(), DOMAIN, "is not a domain of this service")
                .that(like(call).isPresent() || call.text(LIKE).isEmpty(), LIKE, NO_SUCH_LIST);
        make.problems(call.actor(), wish(call, call.text(DOMAIN)))
                .forEach(problem -> wrong(problem).ifPresent(each -> check.and(List.of(each))));
        return make.may(call.actor()) ? check.wrong() : List.of();
    }

    private static MakeLists.Wish wish(ApiCall call, String domain) {
        return new MakeLists.Wish(call.text(ID).strip().toLowerCase(Locale.ROOT), domain, call.text(NAME),
                owner(call).stream().toList(), call.text(LANGUAGE), like(call));
    }

    private static Optional<ListId> like(ApiCall call) {
        return ListId.parse(call.text(LIKE));
    }

    private static Optional<EmailAddress> owner(ApiCall call) {
        var named = EmailAddress.parse(call.text(OWNER));
        return call.actor() instanceof Actor.Owner(var self)
                ? Optional.of(self).filter(person -> call.text(OWNER).isEmpty() || named.equals(Optional.of(person)))
                : named;
    }

    private Optional<String> domain(ApiCall call) {
        return lists.all().stream().map(MailingList::domain)
                .filter(each -> call.text(DOMAIN).isEmpty() || each.equals(call.text(DOMAIN))).findFirst();
    }

    private static ApiAnswer made(MakeLists.Outcome outcome) {
        return switch (outcome) {
            case MakeLists.Outcome.Made(var list) -> {
                var href = Route.ROOT + "/lists/" + list.id();
                yield ApiAnswer.created(href, Members.of("outcome", "made").and("id", list.id().value())
                        .and("href", href).and("email", list.address().written()));
            }
            case MakeLists.Outcome.Refused(var problem) -> refused(problem);
            case MakeLists.Outcome.OfAGroup(var list, var group) -> Problem.field(ID,
                    "is the address of the group " + group + " of the list " + list).answer();
            case MakeLists.Outcome.Denied _ ->
                Problem.of(Problem.Kind.NOT_ALLOWED, "The key's person may not make lists.").answer();
        };
    }

    private static ApiAnswer refused(MakeLists.Problem problem) {
        return wrong(problem).map(each -> Problem.fields(List.of(each)).answer())
                .orElseGet(() -> Problem.conflict("There is a list of that name, or one that was deleted and can come "
                        + "back.").answer());
    }

    /** What is wrong with which field; empty for what turns out in the making, and for the owner, who is looked at here. */
    private static Optional<Wrong> wrong(MakeLists.Problem problem) {
        return switch (problem) {
            case ID -> Optional.of(new Wrong(ID, "has to be 1 to 40 lower-case letters, digits and inner hyphens, and "
                    + "no name that mail needs for itself"));
            case RESERVED -> Optional.of(new Wrong(ID, "is, or ends in, a word for one of a list's own addresses"));
            case NAME -> Optional.of(new Wrong(NAME, "has to be a line of 1 to 100 characters"));
            case LANGUAGE -> Optional.of(new Wrong(LANGUAGE, "is no language in which lists speak"));
            case LIKE -> Optional.of(new Wrong(LIKE, NO_SUCH_LIST));
            case TAKEN, OWNER -> Optional.empty();
        };
    }
}
