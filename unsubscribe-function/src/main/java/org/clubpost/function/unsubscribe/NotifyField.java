package org.clubpost.function.unsubscribe;

import java.util.Optional;
import org.clubpost.aws.event.FieldProblem;
import org.clubpost.aws.event.FormFields;
import org.clubpost.core.address.PhoneNumber;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Notification;

/**
 * How a member wants to be told of new posts, as the form says it: {@value #NOTIFY} is {@code none}, {@code mail} or
 * {@code phone}, and {@value #PHONE} the number. The page never shows a number that is stored, so an empty one keeps it.
 */
final class NotifyField {

    static final String NOTIFY = "notify";
    static final String PHONE = "phone";

    private NotifyField() {}

    /** What the form says. */
    sealed interface Said {

        /**
         * This.
         *
         * @param notification what the member wants from now on
         */
        record Chosen(Notification notification) implements Said {}

        /**
         * Nothing that can be.
         *
         * @param problem what is wrong
         */
        record Wrong(FieldProblem problem) implements Said {}
    }

    /** Reads it. Where the list tells nobody the form does not ask, and what is stored stays. */
    static Said read(FormFields.Read fields, MailingList list, Notification stored) {
        var said = switch (fields.text(NOTIFY)) {
            case "" -> Optional.of(stored);
            case "none" -> Optional.of(Notification.none());
            case "mail" -> Optional.<Notification>of(new Notification.ByMail());
            case "phone" -> fields.text(PHONE).isBlank() && stored instanceof Notification.ByPhone
                    ? Optional.of(stored)
                    : PhoneNumber.parse(fields.text(PHONE)).<Notification>map(Notification.ByPhone::new);
            default -> Optional.<Notification>empty();
        };
        if (said.isPresent() && (said.get().equals(stored) || said.get().isAllowedBy(list.notes()))) {
            return new Said.Chosen(said.get());
        }
        var wrong = fields.text(NOTIFY).equals("phone") ? PHONE : NOTIFY;
        return new Said.Wrong(new FieldProblem(
                fields.text(wrong).isBlank() ? FieldProblem.Kind.MISSING : FieldProblem.Kind.MALFORMED, wrong));
    }
}
