package org.clubpost.site;

/**
 * What the sign-up form is filled in with when it is shown.
 *
 * @param email the text in the field for the address
 * @param name the text in the field for the name
 * @param wrongField the name of the field that is wrong; empty when none is
 * @param problem what is wrong, as a sentence; empty when nothing is
 * @param against what the form has against robots
 */
public record SignUpForm(String email, String name, String wrongField, String problem, AgainstRobots against) {

    /** As it is shown first. */
    public static final SignUpForm EMPTY = new SignUpForm("", "", "", "");

    /**
     * What a form has against robots, besides its trap.
     *
     * @param stamp when it was shown, signed; empty for none
     * @param challenge a challenge of ALTCHA 1.x as a JSON object, which the form's script solves; empty for none
     */
    public record AgainstRobots(String stamp, String challenge) {

        /** Nothing. */
        public static final AgainstRobots NOTHING = new AgainstRobots("", "");
    }

    /** With nothing against robots. */
    public SignUpForm(String email, String name, String wrongField, String problem) {
        this(email, name, wrongField, problem, AgainstRobots.NOTHING);
    }

    /** The same form with something against robots. */
    public SignUpForm with(AgainstRobots changed) {
        return new SignUpForm(email, name, wrongField, problem, changed);
    }
}
