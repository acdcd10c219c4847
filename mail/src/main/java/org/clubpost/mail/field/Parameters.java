package org.clubpost.mail.field;

import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.util.Collections;
import java.util.function.UnaryOperator;
import org.clubpost.angus.Angus;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.FieldLimits;

/** Fields with parameters, such as Content-Disposition (RFC 2183). */
public final class Parameters {

    /** How much of a value without its parameters is kept when the field is too long to be read. */
    private static final int LONGEST_HEAD = 80;

    static {
        Angus.lenient();
    }

    private Parameters() {}

    /**
     * A field body with its parameters written anew: folded, and encoded by RFC 2231 where they are not ASCII.
     * Parameters that cannot be read are left out, and all those of a field longer than {@link
     * FieldLimits#PARAMETERS}.
     */
    public static String rewritten(String field, String bytes) {
        return rewritten(field, bytes, UnaryOperator.identity());
    }

    /** The same with each parameter's value replaced by what the function makes of it. */
    public static String rewritten(String field, String bytes, UnaryOperator<String> change) {
        String value = FieldText.characters(bytes);
        int semicolon = value.indexOf(';');
        String head = FieldText.oneLine(semicolon < 0 ? value : value.substring(0, semicolon)).strip()
                .replaceAll("[^\\x20-\\x7e]", "");
        if (bytes.length() > FieldLimits.PARAMETERS) {
            return head.substring(0, Math.min(head.length(), LONGEST_HEAD));
        }
        var written = new ParameterList();
        try {
            var given = new ParameterList(FieldText.oneLine(semicolon < 0 ? "" : value.substring(semicolon)));
            for (String name : Collections.list(given.getNames())) {
                written.set(name, ContentType.shortened(change.apply(given.get(name))), "UTF-8");
            }
        } catch (ParseException | RuntimeException e) {
            return head;
        }
        return head + written.toString(field.length() + 2 + head.length());
    }

    /** A field body with one parameter: folded, and encoded by RFC 2231 where it is not ASCII. */
    public static String with(String field, String head, String parameter, String value) {
        var list = new ParameterList();
        list.set(parameter, ContentType.shortened(FieldText.oneLine(value)), "UTF-8");
        return head + list.toString(field.length() + 2 + head.length());
    }
}
