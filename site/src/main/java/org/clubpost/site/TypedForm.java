package org.clubpost.site;

import java.util.Map;

import org.clubpost.core.address.EmailAddress;

/**
 * A form that a visitor has just sent, carried along in the page that answers it, so that nothing has to be typed twice
 * and nothing stands in a URL.
 *
 * @param address the address in it
 * @param fields every field of it by name, but {@value #STEP}
 */
public record TypedForm(EmailAddress address, Map<String, String> fields) {

    /** The field by which a button of such a page says what is wanted. */
    public static final String STEP = "step";
    /** Shows the form again, filled in. */
    public static final String CHANGE = "change";
    /** Asks for one more mail. */
    public static final String AGAIN = "again";
    /** The address that was probably meant is the right one. */
    public static final String CORRECTED = "corrected";
    /** The address is right as it was typed. */
    public static final String KEPT = "kept";

    /** Copies the fields. */
    public TypedForm {
        fields = Map.copyOf(fields);
    }
}
