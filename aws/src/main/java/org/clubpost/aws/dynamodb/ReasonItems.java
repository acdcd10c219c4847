package org.clubpost.aws.dynamodb;

import org.clubpost.core.reason.Reason;

/**
 * Reasons as attributes of an item and back. Earlier versions stored a sentence, in the attribute {@value #WORDS}.
 * Quoted words are still stored in that way, so that what was read from such an item compares equal with it.
 */
final class ReasonItems {

    private static final String WORDS = "reason";
    private static final String CODE = "reasonCode";
    private static final String VALUES = "reasonValues";

    private ReasonItems() {}

    static Item write(Item item, Reason reason) {
        return reason.cause() == Reason.Cause.QUOTED
                ? item.text(WORDS, reason.values().getFirst())
                : item.text(CODE, reason.cause().code()).texts(VALUES, reason.values());
    }

    static Reason read(Item item) {
        return item.has(CODE)
                ? new Reason(Reason.Cause.of(item.text(CODE)), item.texts(VALUES))
                : Reason.quoted(item.text(WORDS));
    }
}
