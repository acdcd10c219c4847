package org.clubpost.mail.mime;

/**
 * How long the fields are that we read. A stranger can send a field of any length, and it is read before anything is
 * known of its sender. A structured field (RFC 5322 section 2.2.2) that is longer counts as unreadable, and an
 * unstructured one is decoded up to there. The lengths are in characters, each an octet, of the unfolded body.
 */
public final class FieldLimits {

    /** A field of addresses. A list takes a mail to a thousand people at most, and each of them takes 254 octets. */
    public static final int ADDRESSES = 256 << 10;
    /** A field of message identifiers. Mail programs keep far fewer than a thousand of them. */
    public static final int IDS = 64 << 10;
    /** A field with parameters, such as Content-Type. */
    public static final int PARAMETERS = 8 << 10;
    /** A field that the receiving side wrote: a verdict for each of a hundred signatures. */
    public static final int VERDICTS = 64 << 10;
    /** A date, or another short value. */
    public static final int DATE = 1 << 10;
    /** As much of an unstructured field as is decoded. */
    public static final int DECODED = 8 << 10;

    private FieldLimits() {}
}
