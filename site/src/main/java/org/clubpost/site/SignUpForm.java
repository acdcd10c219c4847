package org.clubpost.site;

/**
 * What the sign-up form is filled in with when it is shown.
 *
 * @param email the text in the field for the address
 * @param name the text in the field for the name
 * @param wrongField the name of the field that is wrong; empty when none is
 * @param problem what is wrong, as a sentence; empty when nothing is
 */
public record SignUpForm(String email, String name, String wrongField, String problem) {

    /** As it is shown first. */
    public static final SignUpForm EMPTY = new SignUpForm("", "", "", "");
}
