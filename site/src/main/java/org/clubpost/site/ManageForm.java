package org.clubpost.site;

import java.util.Locale;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Subscriber;

/**
 * What the page for a member's settings is filled in with when it is shown.
 *
 * @param name the text in the field for the name
 * @param language the language in which the member is written to
 * @param settings what the member chose
 * @param status what the page says above the form
 */
public record ManageForm(String name, Locale language, MemberSettings settings, Status status) {

    /** What the page says above the form. */
    public sealed interface Status {

        /** Nothing: the settings are shown as they are stored. */
        record Shown() implements Status {}

        /** They have just been stored. */
        record Saved() implements Status {}

        /**
         * They were not stored.
         *
         * @param wrongField the name of the field that is wrong
         * @param problem what is wrong, as a sentence
         */
        record Wrong(String wrongField, String problem) implements Status {}
    }

    /** The form with what is stored about a member. */
    public static ManageForm of(Subscriber.Confirmed member, Status status) {
        return new ManageForm(member.person().name().text(), member.person().language(), member.settings(), status);
    }
}
