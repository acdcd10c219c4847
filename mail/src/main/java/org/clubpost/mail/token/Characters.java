package org.clubpost.mail.token;

/** Takes the characters of octets, one after the other, as a reader joins them. */
interface Characters {

    /**
     * The next character.
     *
     * @param c the character
     * @param start where it stands
     * @param end just behind it
     * @param isJoined whether something was left out before it
     */
    void add(byte c, int start, int end, boolean isJoined);

    /** The stretch ends here: what follows is no part of it. */
    void end();
}
