package org.clubpost.mail.mime;

import jakarta.mail.internet.ParameterList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clubpost.angus.Angus;

/**
 * A media type with its parameters (RFC 2045 section 5.1, RFC 2231). Reading never fails: a field that cannot be read
 * gives {@link #UNREADABLE}. From a field that breaks the grammar, reading takes what can be made out, and
 * {@link #isWhole} says so.
 *
 * @param type in lower case
 * @param subtype in lower case
 * @param parameters names in lower case, values decoded
 * @param isWhole whether everything in the field was understood, so that it may be written anew without losing anything
 */
public record ContentType(String type, String subtype, Map<String, String> parameters, boolean isWhole) {

    /** What an entity without the field is: plain US-ASCII text (RFC 2045 section 5.2). */
    public static final ContentType DEFAULT = new ContentType("text", "plain", Map.of(), true);

    /** A whole mail (RFC 2046 section 5.2.1). */
    public static final ContentType MESSAGE = new ContentType("message", "rfc822", Map.of(), true);

    /** The type that a field stands for if it makes no sense: data that nobody looks into. */
    public static final ContentType UNREADABLE = new ContentType("application", "octet-stream", Map.of(), false);

    /** RFC 2231 can encode line ends into a value. Written out, they would end the field. */
    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n\\x00]+\\s*");

    private static final int MOST_CHARACTERS = 80;
    private static final int KEPT_AT_END = 12;

    static {
        Angus.lenient();
    }

    /** Copies the map and keeps its order. */
    public ContentType {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Reads an unfolded field body. */
    public static ContentType parse(String value) {
        if (value.length() > FieldLimits.PARAMETERS) {
            return UNREADABLE;
        }
        String text = withoutLeadingComments(value.strip());
        int slash = endOfToken(text, 0);
        String type = text.substring(0, slash).toLowerCase(Locale.ROOT);
        boolean divided = slash < text.length() && text.charAt(slash) == '/';
        int end = divided ? endOfToken(text, slash + 1) : slash;
        String subtype = divided ? text.substring(slash + 1, end).toLowerCase(Locale.ROOT) : "";
        String after = withoutLeadingComments(text.substring(end).strip());
        boolean isClean = after.isEmpty() || after.startsWith(";");
        Map<String, String> parameters = ParameterText.read(after);
        if (type.equals("text") && !divided && isClean) {
            return new ContentType("text", "plain", parameters, false);
        }
        return type.isEmpty() || subtype.isEmpty()
                ? UNREADABLE
                : new ContentType(type, subtype, parameters, isClean && ParameterText.isStrict(after));
    }

    private static int endOfToken(String text, int from) {
        int end = from;
        while (end < text.length() && isTokenCharacter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String withoutLeadingComments(String text) {
        String rest = text;
        while (rest.startsWith("(") && rest.indexOf(')') > 0) {
            rest = rest.substring(rest.indexOf(')') + 1).strip();
        }
        return rest;
    }

    private static boolean isTokenCharacter(int c) {
        return c > ' ' && c < 127 && "()<>@,;:\\\"/[]?=".indexOf(c) < 0;
    }

    /** Whether it is this type and subtype, given in lower case. */
    public boolean is(String wantedType, String wantedSubtype) {
        return type.equals(wantedType) && subtype.equals(wantedSubtype);
    }

    /** Whether it is {@code multipart/*}. */
    public boolean isMultipart() {
        return type.equals("multipart");
    }

    /** A parameter's value, if it is there. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** With one parameter set. */
    public ContentType with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        return new ContentType(type, subtype, changed, isWhole);
    }

    /**
     * The field, folded. Empty parameters are left out; the others are encoded by RFC 2231 where they are not ASCII.
     */
    public HeaderLine.Field toField() {
        var list = new ParameterList();
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                list.set(name, shortened(value), "UTF-8");
            }
        });
        String media = type + "/" + subtype;
        return HeaderLine.Field.of("Content-Type", media + list.toString("Content-Type: ".length() + media.length()));
    }

    /**
     * A parameter's value, made one line and cut to fit into a line of the field: percent-encoded, a character takes up
     * to twelve. The end is kept, because it tells what kind of file it is.
     */
    public static String shortened(String text) {
        String value = LINE_ENDS.matcher(text).replaceAll(" ");
        int count = value.codePointCount(0, value.length());
        if (count <= MOST_CHARACTERS) {
            return value;
        }
        return value.substring(0, value.offsetByCodePoints(0, MOST_CHARACTERS - KEPT_AT_END))
                + value.substring(value.offsetByCodePoints(0, count - KEPT_AT_END));
    }
}
