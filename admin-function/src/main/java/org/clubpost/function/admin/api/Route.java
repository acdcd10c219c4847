package org.clubpost.function.admin.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.aws.event.Method;

/**
 * Where an operation is.
 *
 * @param method the method
 * @param template the path below {@value #ROOT}, in which a name in braces stands for any one piece
 */
public record Route(Method method, String template) {

    /** Under which all operations are. */
    public static final String ROOT = "/api/v1";
    /** The piece that names a list. */
    public static final String LIST = "list";

    /** A look. */
    public static Route get(String template) {
        return new Route(Method.GET, template);
    }

    /** An act. */
    public static Route post(String template) {
        return new Route(Method.POST, template);
    }

    /** A change. */
    public static Route patch(String template) {
        return new Route(Method.PATCH, template);
    }

    /** A removal. */
    public static Route delete(String template) {
        return new Route(Method.DELETE, template);
    }

    /** What the path has where the template has names; empty when it is another path. */
    Optional<Map<String, String>> match(List<String> path) {
        var pieces = pieces(template);
        if (pieces.size() != path.size()) {
            return Optional.empty();
        }
        var found = new HashMap<String, String>();
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            if (piece.startsWith("{") && !path.get(i).isEmpty()) {
                found.put(piece.substring(1, piece.length() - 1), path.get(i));
            } else if (!piece.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /** The pieces of a path that begins with a slash. */
    static List<String> pieces(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** Whether it is of a list. */
    boolean isOfList() {
        return template.contains("{" + LIST + "}");
    }
}
