package org.clubpost.function.admin.api;

import java.util.Optional;

/** The word by which a program says whether those whom it brings in are told so by mail: they are, unless it says no. */
public final class Welcome {

    /** The name of the member. */
    public static final String FIELD = "welcome";
    /** What is wrong with another word. */
    public static final String WRONG = "is neither yes nor no";

    private static final int MOST = 3;

    private Welcome() {}

    /** The member. */
    public static BodyField field() {
        return BodyField.text(FIELD, MOST);
    }

    /** Whether they are told; empty for another word. */
    public static Optional<Boolean> of(ApiCall call) {
        return switch (call.text(FIELD)) {
            case "", "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Whether they are told, by a call of which it is certain that it has one of the words. */
    public static boolean tells(ApiCall call) {
        return of(call).orElse(true);
    }
}
