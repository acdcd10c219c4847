package org.clubpost.function.admin.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;

/**
 * What is wrong (RFC 9457). Of the request it has nothing but names of fields.
 *
 * <p>There is no 403: CloudFront has a page of its own for that, in place of every answer with that status.
 *
 * @param kind which
 * @param detail a sentence for the person who writes the program
 * @param errors what is wrong with which field, of which an answer has the first {@value #MOST_ERRORS}
 */
public record Problem(Kind kind, String detail, List<Wrong> errors) {

    /** How the type of every problem begins: a tag (RFC 4151), which leads nowhere and stays. */
    static final String TYPES = "tag:clubpost.org,2026:problem/";

    /** A body can have many more names that are not known; nobody mends so many one by one. */
    static final int MOST_ERRORS = 100;

    /** The kinds of problems. The names are known to programs, and never change. */
    public enum Kind {
        /** No key was sent. */
        NO_KEY("no-key", 401, "A key is needed"),
        /** It is no key, or not any more. */
        WRONG_KEY("wrong-key", 401, "This is not a valid key"),
        /** The key is not for that. */
        MISSING_SCOPE("missing-scope", 404, "The key is not for this"),
        /** The person may not do that on this list. */
        NOT_ALLOWED("not-allowed", 404, "Not allowed on this list"),
        /** There is nothing of that name, or not for this key. */
        NOT_FOUND("not-found", 404, "There is no such thing"),
        /** It came on a way on which a key does not stay secret. */
        INSECURE("insecure", 404, "Only over https"),
        /** There is no such method here. */
        WRONG_METHOD("wrong-method", 405, "Not with this method"),
        /** The body is no JSON object. */
        UNREADABLE("unreadable", 400, "The body is not a JSON object"),
        /** Something in the query cannot be used. */
        WRONG_PARAMETER("wrong-parameter", 400, "A parameter cannot be used"),
        /** The name that was given to the call cannot be used. */
        WRONG_IDEMPOTENCY_KEY("wrong-idempotency-key", 400, "The idempotency key cannot be used"),
        /** It is not as it has to be for that now. */
        CONFLICT("conflict", 409, "Not as things are now"),
        /** The same call is being carried out. */
        RUNNING("running", 409, "The same call is being carried out"),
        /** The body is too large. */
        TOO_LARGE("too-large", 413, "The body is too large"),
        /** The body is no JSON. */
        NOT_JSON("not-json", 415, "The body has to be JSON"),
        /** Fields cannot be used. */
        WRONG_FIELDS("wrong-fields", 422, "Fields cannot be used"),
        /** The name of the call was used for another one. */
        REUSED_IDEMPOTENCY_KEY("reused-idempotency-key", 422, "The idempotency key was used for another call"),
        /** Too much was asked for. */
        TOO_MANY("too-many", 429, "Too many"),
        /** It is our fault. */
        BROKEN("broken", 500, "Something went wrong here"),
        /** It is worth trying again. */
        UNAVAILABLE("unavailable", 503, "Not possible at the moment");

        private final String word;
        private final int status;
        private final String title;

        Kind(String word, int status, String title) {
            this.word = word;
            this.status = status;
            this.title = title;
        }

        String word() {
            return word;
        }

        int status() {
            return status;
        }

        String title() {
            return title;
        }
    }

    /**
     * What is wrong with a field, or a parameter.
     *
     * @param field its name
     * @param place where in the field it is, such as {@code /2} for the third text of a list; empty for all of it
     * @param detail what is wrong
     */
    public record Wrong(String field, String place, String detail) {

        /** That is wrong with all of the field. */
        public Wrong(String field, String detail) {
            this(field, "", detail);
        }

        /** That is wrong with that text of a list. */
        public static Wrong in(String field, int index, String detail) {
            return new Wrong(field, "/" + index, detail);
        }

        /** Where it is in the body: a JSON Pointer (RFC 6901) as a fragment, as in RFC 9457 section 3. */
        String pointer() {
            return "#/" + URLEncoder.encode(field.replace("~", "~0").replace("/", "~1"), UTF_8).replace("+", "%20")
                    .replace("%7E", "~") + place;
        }
    }

    /** Copies the list. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem with no field. */
    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, List.of());
    }

    /** There is nothing of that name. */
    public static Problem notFound(String detail) {
        return of(Kind.NOT_FOUND, detail);
    }

    /** It is not as it has to be for that now. */
    public static Problem conflict(String detail) {
        return of(Kind.CONFLICT, detail);
    }

    /** The person may not do that. */
    public static Problem notAllowed() {
        return of(Kind.NOT_ALLOWED, "The role that the key's person has on this list does not include this.");
    }

    /** One field cannot be used. */
    public static Problem field(String name, String detail) {
        return fields(List.of(new Wrong(name, detail)));
    }

    /** Some fields cannot be used. */
    public static Problem fields(List<Wrong> wrong) {
        return new Problem(Kind.WRONG_FIELDS, "Nothing was done. See errors.", wrong);
    }

    /** As an answer. */
    public ApiAnswer answer() {
        var members = Members.of("type", TYPES + kind.word()).and("title", kind.title()).and("status", kind.status())
                .and("detail", detail);
        if (!errors.isEmpty()) {
            members.and("errors", errors.stream().limit(MOST_ERRORS).map(this::json).toList());
        }
        return ApiAnswer.problem(kind.status(), members.map(), kind.word());
    }

    /** A parameter stands in no body, so nothing points to it. */
    private Map<String, Object> json(Wrong wrong) {
        var said = Members.of("field", wrong.field()).and("detail", wrong.detail());
        return (kind == Kind.WRONG_FIELDS ? said.and("pointer", wrong.pointer()) : said).map();
    }
}
