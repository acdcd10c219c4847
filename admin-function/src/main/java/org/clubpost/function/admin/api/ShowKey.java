package org.clubpost.function.admin.api;

import org.clubpost.core.act.Actor;
import org.clubpost.core.list.ListId;
import org.clubpost.core.person.Scope;

/** {@code GET /key}: what the key is that was sent. */
public record ShowKey() implements Operation {

    @Override
    public Route route() {
        return Route.get("/key");
    }

    @Override
    public Needs needs() {
        return Needs.A_KEY;
    }

    @Override
    public ApiAnswer answer(ApiCall call) {
        var key = call.key().key();
        return ApiAnswer.ok(Members.of("id", key.id()).unlessEmpty("name", key.name())
                .and("person", call.actor() instanceof Actor.Owner(var address) ? address.written() : "operator")
                .and("scopes", key.scopes().stream().map(Scope::word).sorted().toList())
                .and("lists", key.lists().stream().map(ListId::value).sorted().toList())
                .and("since", key.since()).and("until", key.until()));
    }
}
