package org.clubpost.core.list;

/** What becomes of a mail whose author may not post. */
public enum Refusal {

    /** The owners decide. The default. */
    HOLD,
    /** It goes to nobody; an author whose address is proven is told why. */
    REJECT
}
