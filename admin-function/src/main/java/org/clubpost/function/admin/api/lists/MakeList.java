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
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
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
        var owner = owner(call);
        if (owner.isEmpty()) {
            return Problem.field(OWNER, call.actor() instanceof Actor.Operator
                    ? "must be the address of whoever is to run the list"
                    : "is not the key's person, who runs the list").answer();
        }
        var domain = domain(call);
        if (domain.isEmpty()) {
            return Problem.field(DOMAIN, "is not a domain of this service").answer();
        }
        var like = ListId.parse(call.text(LIKE));
        return like.isEmpty() && !call.text(LIKE).isEmpty()
                ? refused(MakeLists.Problem.LIKE)
                : made(make.make(call.actor(), new MakeLists.Wish(call.text(ID).strip().toLowerCase(Locale.ROOT),
                        domain.get(), call.text(NAME), List.of(owner.get()), call.text(LANGUAGE), like)));
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
        return switch (problem) {
            case ID -> Problem.field(ID, "has to be 1 to 40 lower-case letters, digits and inner hyphens, and no name "
                    + "that mail needs for itself").answer();
            case RESERVED -> Problem.field(ID, "is, or ends in, a word for one of a list's own addresses").answer();
            case TAKEN -> Problem.conflict("There is a list of that name, or one that was deleted and can come back.")
                    .answer();
            case NAME -> Problem.field(NAME, "has to be a line of 1 to 100 characters").answer();
            case LANGUAGE -> Problem.field(LANGUAGE, "is no language in which lists speak").answer();
            case LIKE -> Problem.field(LIKE, "is no list that the person runs").answer();
            case OWNER -> Problem.field(OWNER, "must be there").answer();
        };
    }
}
