package org.clubpost.function.admin.api.people;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.Role;
import org.clubpost.function.admin.api.ApiCall;
import org.clubpost.function.admin.api.FieldCheck;

/** The words in which a program says what somebody is to be. */
final class AskedRole {

    static final String EMAIL = "email";
    static final String ROLE = "role";
    static final String HOW = "how";
    static final int MOST_OF_EMAIL = 254;
    static final int MOST_OF_WORD = 20;

    private static final String HAND_OVER = "hand-over";
    private static final String BESIDE = "beside";

    private AskedRole() {}

    /** What is wrong with the address and the role. */
    static FieldCheck check(ApiCall call) {
        return new FieldCheck().that(email(call).isPresent(), EMAIL, "is not an e-mail address")
                .that(of(call).isPresent(), ROLE, "is neither owner nor moderator");
    }

    /** The address of a call; empty when it is none. */
    static Optional<EmailAddress> email(ApiCall call) {
        return EmailAddress.parse(call.text(EMAIL));
    }

    /** The role of a call; empty when it names none that can be had. */
    static Optional<Role> of(ApiCall call) {
        return Stream.of(Role.OWNER, Role.MODERATOR).filter(role -> word(role).equals(call.text(ROLE))).findFirst();
    }

    static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    static String how(boolean handsOver) {
        return handsOver ? HAND_OVER : BESIDE;
    }

    /** Whether the list is to be handed over; empty when the word is no such word. */
    static Optional<Boolean> handsOver(ApiCall call) {
        return switch (call.text(HOW)) {
            case "", BESIDE -> Optional.of(false);
            case HAND_OVER -> Optional.of(true);
            default -> Optional.empty();
        };
    }
}
