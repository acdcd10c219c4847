package org.clubpost.mail.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.QuotedPrintable;

/**
 * Looks for a secret as somebody would who wants it: undoes every way to write it, in any order, with other means than
 * the product. Slow.
 */
public final class Leaks {

    private static final int DEEPEST = 4;
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{32,}={0,2}");
    private static final List<UnaryOperator<String>> UNDO = List.of(
            text -> text.replaceAll("[ \\t]*=?\\r?\\n[\\s>|]*", ""),
            text -> text.replaceAll("<[^<>]*>", ""),
            text -> text
                    .replaceAll("\u00e2\u0080[\u008b-\u008f]|\u00e2\u0081\u00a0|\u00ef\u00bb\u00bf|\u00c2?\u00ad|\0|"
                            + "\\\\(?=[_-])|\u0004\u0082..", ""),
            text -> Pattern.compile("%([2-7][0-9A-Fa-f])").matcher(text)
                    .replaceAll(hex -> Pattern.quote(unhex(hex.group(1))).replaceAll("\\\\[QE]", "")),
            text -> Pattern.compile("&#x([2-7][0-9a-f]);").matcher(text)
                    .replaceAll(hex -> Pattern.quote(unhex(hex.group(1))).replaceAll("\\\\[QE]", "")),
            text -> Pattern.compile("&#(\\d{2,3});").matcher(text)
                    .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1)))),
            text -> text.replace("&shy;", "").replace("&zwnj;", "").replace("+AF8-", "_").replace("+AC0-", "-"),
            text -> QuotedPrintable.decode(Octets.latin1(text)).latin1(),
            text -> new String(FieldText.decode(text.replaceAll("\\r\\n", "")).getBytes(ISO_8859_1), ISO_8859_1),
            text -> text.replaceAll("\"?;\\s*filename\\*\\d\\*?=\"?", ""));

    private Leaks() {}

    private static String unhex(String hex) {
        return Character.toString(Integer.parseInt(hex, 16));
    }

    /** Whether the secret can be had from the mail, given as one character for each octet. */
    public static boolean has(String mail, String secret) {
        var seen = new HashSet<String>();
        return has(mail, secret, DEEPEST, seen);
    }

    private static boolean has(String text, String secret, int left, Set<String> seen) {
        if (text.contains(secret)) {
            return true;
        }
        if (left == 0 || !seen.add(text + left)) {
            return false;
        }
        for (var undo : UNDO) {
            String undone = undo.apply(text);
            if (!undone.equals(text) && has(undone, secret, left - 1, seen)) {
                return true;
            }
        }
        return BASE64.matcher(text).results().flatMap(run -> decoded(run.group()))
                .anyMatch(inside -> has(inside, secret, left - 1, seen));
    }

    private static java.util.stream.Stream<String> decoded(String run) {
        String plain = run.replace('+', '-').replace('/', '_').replace("=", "");
        return java.util.stream.IntStream.range(0, 4).mapToObj(plain::substring)
                .map(text -> text.length() % 4 == 1 ? text.substring(0, text.length() - 1) : text)
                .map(text -> new String(Base64.getUrlDecoder().decode(text), ISO_8859_1));
    }
}
