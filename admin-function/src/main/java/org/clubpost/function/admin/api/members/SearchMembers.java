package org.clubpost.function.admin.api.members;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.directory.Directory;
import org.clubpost.core.directory.Order;
import org.clubpost.core.directory.Search;
import org.clubpost.core.person.Scope;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.function.admin.api.ApiAnswer;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.BodyField;
import org.clubpost.function.admin.api.FieldCheck;
import org.clubpost.function.admin.api.Needs;
import org.clubpost.function.admin.api.Operation;
import org.clubpost.function.admin.api.Problem;
import org.clubpost.function.admin.api.Problem.Wrong;
import org.clubpost.function.admin.api.Query;
import org.clubpost.function.admin.api.Route;

/**
 * {@code POST /lists/LIST/members/search}: those whose address or name begins so, whatever they are to the list. What is
 * looked for is in the body, because paths stand in logs.
 *
 * @param directory who is on the lists
 */
public record SearchMembers(Directory directory) implements Operation {

    private static final String EMAIL = "email";
    private static final String NAME = "name";

    @Override
    public Route route() {
        return Route.post("/lists/{list}/members/search");
    }

    @Override
    public Needs needs() {
        return Needs.of(Scope.MEMBERS_READ, Permission.SEE_MEMBERS);
    }

    @Override
    public List<BodyField> body() {
        return List.of(BodyField.text(EMAIL, Search.LONGEST), BodyField.text(NAME, Search.LONGEST));
    }

    @Override
    public Set<String> query() {
        return Query.PAGES;
    }

    @Override
    public boolean isLook() {
        return true;
    }

    @Override
    public List<Wrong> wrong(ApiCall call) {
        return new FieldCheck().that(call.text(EMAIL).isBlank() != call.text(NAME).isBlank(), EMAIL,
                "either email or name must be there").wrong();
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        var isByEmail = !call.text(EMAIL).isBlank();
        var cursor = call.query().cursor();
        var behind = cursor.flatMap(SubscriberId::parse);
        if (cursor.isPresent() && behind.isEmpty()) {
            return new Problem(Problem.Kind.WRONG_PARAMETER, "Nothing was done. See errors.",
                    List.of(new Wrong(Query.CURSOR, "must be one that an answer gave"))).answer();
        }
        return page(call, Search.by(isByEmail ? Order.ADDRESS : Order.NAME, call.query().limit())
                .beginningWith(call.text(isByEmail ? EMAIL : NAME).strip()), behind);
    }

    private ApiAnswer page(ApiCall call, Search search, Optional<SubscriberId> behind) {
        var page = directory.page(call.list().id(),
                behind.map(id -> search.at(new Search.Place.After(id))).orElse(search), call.today(), call.now());
        return ApiAnswer.page(
                page.entries().stream().map(each -> MemberJson.of(call.list().id(), each, call.today())).toList(),
                page.after().flatMap(Search.Place::beside).map(SubscriberId::hex).map(call::next));
    }
}
