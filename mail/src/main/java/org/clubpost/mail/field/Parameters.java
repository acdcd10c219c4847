package org.clubpost.mail.field;

import jakarta.mail.internet.ParameterList;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.clubpost.angus.Angus;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.FieldLimits;
import org.clubpost.mail.mime.ParameterText;

/** Fields with parameters, such as Content-Disposition (RFC 2183). */
public final class Parameters {

    /** How much of a value without its parameters is kept when the field is too long to be read. */
    private static final int LONGEST_HEAD = 80;

    private static final Pattern HEAD = Pattern.compile("[!#-'*+.0-9A-Z^-~-]+");
    /** A word, in quotes or not, and no parameter's name. */
    private static final Pattern HEAD_AND_MORE = Pattern.compile("[^\\s;=()\"]++(?!\\s*=)|\"[^\\s;=()\"]*+\"");

    static {
        Angus.lenient();
    }

    private Parameters() {}

    /**
     * A field body with its parameters written anew: folded, and encoded by RFC 2231 where they are not ASCII. What
     * breaks the grammar is read as {@link ParameterText} does. Of a field longer than {@link FieldLimits#PARAMETERS}
     * all parameters are left out.
     */
    public static String rewritten(String field, String bytes) {
        return rewritten(field, bytes, UnaryOperator.identity());
    }

    /** The same with each parameter's value replaced by what the function makes of it. */
    public static String rewritten(String field, String bytes, UnaryOperator<String> change) {
        String value = FieldText.oneLine(FieldText.characters(bytes)).strip();
        int end = endOfHead(value);
        String head = value.substring(0, end).replaceAll("[^!#-'*+.0-9A-Z^-~/-]", "");
        if (bytes.length() > FieldLimits.PARAMETERS) {
            return head.substring(0, Math.min(head.length(), LONGEST_HEAD));
        }
        var given = ParameterText.read(value.substring(end));
        String named = head.isEmpty() && !given.isEmpty() ? "attachment" : head;
        var written = new ParameterList();
        given.forEach((name, text) -> {
            if (!text.isEmpty()) {
                written.set(name, ContentType.shortened(change.apply(text)), "UTF-8");
            }
        });
        return named + written.toString(field.length() + 2 + named.length());
    }

    /** Whether a field's body keeps to the grammar. */
    public static boolean areStrict(String bytes) {
        int end = endOfHead(bytes);
        return HEAD.matcher(bytes.substring(0, end).strip()).matches() && ParameterText.isStrict(bytes.substring(end));
    }

    /** Where the value without its parameters ends: at a semicolon, at a blank, or before a parameter. */
    private static int endOfHead(String value) {
        var head = HEAD_AND_MORE.matcher(value);
        return head.lookingAt() ? head.end() : 0;
    }

    /** A field body with one parameter: folded, and encoded by RFC 2231 where it is not ASCII. */
    public static String with(String field, String head, String parameter, String value) {
        var list = new ParameterList();
        list.set(parameter, ContentType.shortened(FieldText.oneLine(value)), "UTF-8");
        return head + list.toString(field.length() + 2 + head.length());
    }
}
