package org.clubpost.core.person;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.clubpost.core.link.MembershipTokens;
import org.clubpost.core.link.OwnerTokens;

/**
 * What the mail of a {@link SignIn} proves: the token of its link, and the code that the link shows in another browser.
 * Both follow from the wish's id and our keys, so nothing secret is stored, and a mail that is sent twice is the same.
 *
 * @param tokens has the keys
 */
public record SignInTokens(MembershipTokens tokens) {

    /** How many letters a code has, without the hyphen in its middle. */
    public static final int CODE_LETTERS = 8;

    private static final String CODE = "sign-in code\n";
    /** Consonants, so that no code is a word; and none that looks like a digit. */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    /** The token of the link. */
    public String link(String signIn) {
        return new OwnerTokens(tokens).signIn(signIn);
    }

    /** The wish that the link is of; empty when it is none of our links. */
    public Optional<String> read(String token) {
        return new OwnerTokens(tokens).readSignIn(token);
    }

    /** The code, such as {@code BCDF-GHJK}: one of 25,600,000,000. */
    public String code(String signIn) {
        var octets = Base64.getUrlDecoder().decode(tokens.mark(CODE + signIn));
        var code = new StringBuilder();
        for (var i = 1; i <= CODE_LETTERS; i++) {
            code.append(LETTERS.charAt(Byte.toUnsignedInt(octets[i]) % LETTERS.length()));
        }
        return code.insert(CODE_LETTERS / 2, '-').toString();
    }

    /** Whether that is the code, however it is typed. */
    boolean isCode(String signIn, String typed) {
        return letters(code(signIn)).equals(letters(typed));
    }

    private static String letters(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }
}
