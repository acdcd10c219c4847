package org.clubpost.function.cognito;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Notification;

/**
 * What somebody with an account wants of the lists, read from the attributes of the account.
 *
 * @param consentAttribute the name of the attribute that says whether they want the lists' mail
 * @param notifyAttribute the name of the attribute that says how they want to be notified: {@code none}, {@code mail}
 *         or {@code phone}
 */
record Wishes(String consentAttribute, String notifyAttribute) {

    private static final Set<String> YES = Set.of("yes", "true", "1");
    /** The standard attribute of every account (Amazon Cognito Developer Guide, "Working with user attributes"). */
    private static final String PHONE = "phone_number";
    private static final int LONGEST_KEPT = 100;

    /** Whether they want the lists' mail. */
    enum Answer {
        /** They said so. */
        YES,
        /** They said something else. */
        NO,
        /** They were not asked. */
        NONE
    }

    Answer answer(User user) {
        return user.find(consentAttribute).map(said -> YES.contains(said.toLowerCase(Locale.ROOT))
                ? Answer.YES
                : Answer.NO).orElse(Answer.NONE);
    }

    /** The proof of what they said: both attributes as they stand in the account. */
    Consent.AccountSignUp consent(User user, Instant at) {
        return new Consent.AccountSignUp(service(user), written(user, consentAttribute)
                + user.find(notifyAttribute).map(_ -> ", " + written(user, notifyAttribute)).orElse(""), at);
    }

    private static String written(User user, String attribute) {
        var value = user.find(attribute).orElse("");
        return attribute + "=" + (value.length() > LONGEST_KEPT ? value.substring(0, LONGEST_KEPT) : value);
    }

    /** What the account is with. */
    static String service(User user) {
        return "cognito " + user.id().pool();
    }

    /**
     * The settings with which they become a member. A phone is that of the account. It is obeyed as far as the list
     * tells members of new posts; anything else that was said is nothing, and stands in the {@linkplain #consent proof}.
     */
    MemberSettings settings(User user) {
        return MemberSettings.DEFAULT.with(switch (user.find(notifyAttribute).orElse("")) {
            case "mail" -> new Notification.ByMail();
            case "phone" -> user.find(PHONE).flatMap(PhoneNumber::parse).<Notification>map(Notification.ByPhone::new)
                    .orElse(Notification.none());
            default -> Notification.none();
        });
    }
}
