package org.clubpost.aws.event;

/**
 * Why the fields of a request cannot be used, and which of them it is.
 *
 * @param kind what is wrong
 * @param field the name of the field, at most {@value #MAX_CODE_POINTS} code points, without control characters;
 *         {@value #BODY} when it is the body as a whole
 */
public record FieldProblem(Kind kind, String field) {

    /** Stands for the body as a whole. */
    public static final String BODY = "body";

    private static final int MAX_CODE_POINTS = 40;

    /** What is wrong with a field. */
    public enum Kind {
        /** We know no field of that name. */
        UNKNOWN(400),
        /** The field is there more than once. */
        REPEATED(400),
        /** The field is longer than it can be. */
        TOO_LONG(400),
        /** The field is not text: a number or a structure in JSON, an uploaded file in a form. */
        NOT_TEXT(400),
        /** The field is not there, or empty. */
        MISSING(400),
        /** The field's text is not as it should be. */
        MALFORMED(400),
        /** What the field names was so once, and is not any more. */
        OUTDATED(409),
        /** The body cannot be read as the type that it claims to be. */
        UNREADABLE(400),
        /** The body is longer than {@value FormRequest#MAX_BODY_OCTETS} octets. */
        TOO_LARGE(413),
        /** The body has a content type that we do not read, or has none. */
        WRONG_TYPE(415);

        private final int status;

        Kind(int status) {
            this.status = status;
        }
    }

    /** Cuts and cleans the name, which may come from a stranger. */
    public FieldProblem {
        field = field.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ");
        field = field.codePointCount(0, field.length()) <= MAX_CODE_POINTS
                ? field
                : field.substring(0, field.offsetByCodePoints(0, MAX_CODE_POINTS - 1)) + "…";
    }

    /** The HTTP status to answer with (RFC 9110 section 15.5). */
    public int status() {
        return kind.status;
    }
}
