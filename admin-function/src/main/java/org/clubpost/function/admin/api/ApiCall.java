package org.clubpost.function.admin.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.act.Actor;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.admin.Role;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.person.ApiKeys;
import org.clubpost.core.person.Scope;

/**
 * A call of a program, of which everything is certain that its {@link Operation} says it needs.
 *
 * @param holder whose key it is; nobody's where none is needed
 * @param place what it is about
 * @param fields the members of the body
 * @param query the parameters of the query
 * @param id tells this call from all others; the same when it is made again under its name
 * @param now when it came in
 */
public record ApiCall(Optional<ApiKeys.Shown.Good> holder, Spot place, Map<String, Object> fields, Query query,
        String id,
        Instant now) {

    /**
     * What a call is about.
     *
     * @param path the path as it was sent, without what may stand before {@link Route#ROOT}
     * @param pieces what the path has where the template has names
     * @param list the list; empty for an operation that is of no list
     */
    record Spot(String path, Map<String, String> pieces, Optional<Lists.Headed> list) {}

    /** The person for whom the program acts. */
    public Actor actor() {
        return key().actor();
    }

    /** The key. */
    public ApiKeys.Shown.Good key() {
        return holder.orElseThrow();
    }

    /** The list. */
    public MailingList list() {
        return headed().list();
    }

    /** The list with how many are on it. */
    public Lists.Headed headed() {
        return place.list().orElseThrow();
    }

    /** The role of the person for the list. */
    public Role role() {
        return Role.of(actor(), list()).orElseThrow();
    }

    /** Whether the person may do that on the list, and the key is for it. */
    public boolean may(Permission permission, Scope scope) {
        return role().may(permission) && key().key().has(scope);
    }

    /** The piece of the path that stands for that name. */
    public String piece(String name) {
        return place.pieces().getOrDefault(name, "");
    }

    /** The day at the list. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, list().dispatch().zone());
    }

    /** Whether the body has that member, be it null. */
    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The text of that member of the body; empty when it is not there, null or empty. */
    public String text(String field) {
        return fields.get(field) instanceof String text ? text : "";
    }

    /** The texts of that member of the body. */
    public List<String> texts(String field) {
        return fields.get(field) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The files of that member of the body, each with the texts of a {@linkplain BodyField.Kind#FILES file}. */
    public List<Map<?, ?>> files(String field) {
        return fields.get(field) instanceof List<?> all
                ? all.stream().filter(Map.class::isInstance).<Map<?, ?>>map(Map.class::cast).toList()
                : List.of();
    }

    /** The path of something below this list. */
    public String path(String... pieces) {
        return Route.ROOT + "/lists/" + list().id() + "/" + String.join("/", pieces);
    }

    /** The path of the page of the same that begins behind that place. */
    public String next(String place) {
        return place().path() + query.next(place);
    }
}
