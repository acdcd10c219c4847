package org.clubpost.function.admin.api.lists;

import java.util.Locale;
import java.util.Map;
import org.clubpost.core.act.Actor;
import org.clubpost.core.admin.Role;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.Lists;
import org.clubpost.function.admin.api.Members;
import org.clubpost.function.admin.api.Route;

/** A list in JSON. */
final class ListJson {

    private ListJson() {}

    /** What whoever has a role for it may see. */
    static Map<String, Object> of(Lists.Headed headed, Actor actor) {
        var list = headed.list();
        var role = Role.of(actor, list).orElseThrow();
        return Members.of("id", list.id().value()).and("href", Route.ROOT + "/lists/" + list.id())
                .and("name", list.profile().name()).unlessEmpty("description", list.profile().description())
                .and("email", list.address().written()).and("language", list.profile().language().toLanguageTag())
                .and("timeZone", list.dispatch().zone().getId()).and("role", role.name().toLowerCase(Locale.ROOT))
                .and("members", headed.members())
                .and("groups", list.groups().all().stream().map(GroupName::value).sorted().toList()).map();
    }
}
