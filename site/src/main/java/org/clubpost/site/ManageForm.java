package org.clubpost.site;

import java.time.LocalDate;
import java.util.Locale;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Subscriber;

/**
 * What the page for a member's settings is filled in with when it is shown.
 *
 * @param name the text in the field for the name
 * @param language the language in which the member is written to
 * @param settings what the member chose
 * @param newPosts what the fields about new posts say
 * @param pause what the field about a pause says
 * @param status what the page says above the form
 */
public record ManageForm(String name, Locale language, MemberSettings settings, Notify newPosts, Pause pause,
        Status status) {

    /**
     * What the field about a pause says.
     *
     * @param until the day as typed just now or as stored, such as {@code 2026-12-31}; empty for no pause
     * @param today today where the list's days begin
     */
    public record Pause(String until, LocalDate today) {

        private static Pause of(MemberSettings settings, LocalDate today) {
            return new Pause(settings.pausedUntil().filter(today::isBefore).map(LocalDate::toString).orElse(""), today);
        }
    }

    /**
     * What the fields about new posts say.
     *
     * @param choice {@code none}, {@code mail} or {@code phone}; empty when nothing is chosen
     * @param phone the number as typed just now; never one that is stored
     */
    public record Notify(String choice, String phone) {

        private static Notify of(Notification notification) {
            return new Notify(switch (notification) {
                case Notification.None _ -> "none";
                case Notification.ByMail _ -> "mail";
                case Notification.ByPhone _ -> "phone";
            }, "");
        }
    }

    /** With what is chosen in the fields about new posts and about a pause. */
    public ManageForm(String name, Locale language, MemberSettings settings, LocalDate today, Status status) {
        this(name, language, settings, Notify.of(settings.notification()), Pause.of(settings, today), status);
    }

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

    /**
     * The form with what is stored about a member.
     *
     * @param today today where the list's days begin
     */
    public static ManageForm of(Subscriber.Confirmed member, LocalDate today, Status status) {
        return new ManageForm(member.person().name().text(), member.person().language(), member.settings(), today,
                status);
    }
}
