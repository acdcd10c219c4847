package org.clubpost.function.admin.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.clubpost.aws.event.FormRequest;
import org.clubpost.aws.event.Method;
import org.clubpost.function.admin.api.Problem.Kind;
import org.clubpost.function.admin.api.Problem.Wrong;

/** What came of reading a body. */
sealed interface BodyRead {

    /**
     * It is an object.
     *
     * @param fields its members
     * @param wrong those that cannot be what they are, whatever they mean
     */
    record Fields(Map<String, Object> fields, List<Wrong> wrong) implements BodyRead {

        /** All that is wrong with them, with what is wrong with the meaning of the others. */
        List<Wrong> wrong(List<Wrong> meant) {
            return Stream.concat(wrong.stream(), meant.stream()
                    .filter(each -> wrong.stream().noneMatch(known -> known.field().equals(each.field())))).toList();
        }
    }

    /**
     * It cannot be used.
     *
     * @param problem why
     */
    record Refused(Problem problem) implements BodyRead {}

    /** The body of another request means nothing (RFC 9110 section 9.3.1). */
    Set<Method> MAY_HAVE_BODY = Set.of(Method.POST, Method.PATCH);

    /** Reads the body of a request. */
    static BodyRead of(FormRequest request, List<BodyField> known, int most) {
        if (!MAY_HAVE_BODY.contains(request.method())) {
            return new Fields(Map.of(), List.of());
        }
        var octets = request.octets();
        if (octets.isEmpty()) {
            return new Refused(Problem.of(Kind.UNREADABLE, "It is not in base64, as the gateway says."));
        }
        if (octets.get().length == 0) {
            return of(Map.of(), known);
        }
        if (octets.get().length > most) {
            return new Refused(Problem.of(Kind.TOO_LARGE, "At most " + most + " octets."));
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
                wrong.addAll(field.wrong(value));
            } else if (field.required()) {
                wrong.add(new Wrong(field.name(), "must be there"));
            }
        }
        return new Fields(members, wrong);
    }
}
