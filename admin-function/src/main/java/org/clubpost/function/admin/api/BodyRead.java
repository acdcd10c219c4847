package org.clubpost.function.admin.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Method;
import org.clubpost.function.admin.api.Problem.Kind;
import org.clubpost.function.admin.api.Problem.Wrong;

/** What came of reading a body. */
sealed interface BodyRead {

    /**
     * It has what it may have.
     *
     * @param fields its members
     */
    record Fine(Map<String, Object> fields) implements BodyRead {}

    /**
     * It cannot be used.
     *
     * @param problem why
     */
    record Refused(Problem problem) implements BodyRead {}

    /** The body of another request means nothing (RFC 9110 section 9.3.1). */
    Set<Method> MAY_HAVE_BODY = Set.of(Method.POST, Method.PATCH);

    /** Reads the body of a request. */
    static BodyRead of(FormRequest request, List<BodyField> known) {
        if (!MAY_HAVE_BODY.contains(request.method())) {
            return new Fine(Map.of());
        }
        var octets = request.octets();
        if (octets.isEmpty()) {
            return new Refused(Problem.of(Kind.UNREADABLE, "It is not in base64, as the gateway says."));
        }
        if (octets.get().length == 0) {
            return of(Map.of(), known);
        }
        if (octets.get().length > Api.MOST_OCTETS) {
            return new Refused(Problem.of(Kind.TOO_LARGE, "At most " + Api.MOST_OCTETS + " octets."));
        }
        if (!request.isJson()) {
            return new Refused(Problem.of(Kind.NOT_JSON, "Send Content-Type: application/json."));
        }
        return Json.object(octets.get()).map(members -> of(members, known)).orElseGet(() -> new Refused(
                Problem.of(Kind.UNREADABLE, "It has to be one JSON object, not nested deeply, each name once.")));
    }

    private static BodyRead of(Map<String, Object> members, List<BodyField> known) {
        var wrong = new ArrayList<Wrong>();
        members.keySet().stream().filter(name -> known.stream().noneMatch(field -> field.name().equals(name)))
                .forEach(name -> wrong.add(new Wrong(name, "is not known here")));
        for (var field : known) {
            var value = members.get(field.name());
            if (value != null) {
                field.wrong(value).ifPresent(why -> wrong.add(new Wrong(field.name(), why)));
            } else if (field.required()) {
                wrong.add(new Wrong(field.name(), "must be there"));
            }
        }
        return wrong.isEmpty() ? new Fine(members) : new Refused(Problem.fields(wrong));
    }
}
