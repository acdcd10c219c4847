package org.clubpost.mail.mime;

/** A part of what is written for every member: bytes that are the same for all, or a slot that is filled for each. */
public sealed interface Piece {

    /**
     * Bytes that are the same for every member.
     *
     * @param octets the bytes
     */
    record Fixed(Octets octets) implements Piece {}

    /**
     * A place where a value of the member goes.
     *
     * @param value which one
     * @param form how it is written at this place
     */
    record Slot(MemberValue value, Form form) implements Piece {}

    /** How a value is written into its surroundings, before any content transfer encoding. */
    enum Form {
        /** As it is, in UTF-8. */
        TEXT('t'),
        /** As HTML text or attribute value: {@code & < > " '} as character references. */
        HTML('h'),
        /** Inside a URL: every byte that is not unreserved (RFC 3986 section 2.3) percent-encoded. */
        URL_PART('p'),
        /**
         * Inside an unstructured header field: as encoded words where it is not plain ASCII (RFC 2047 section 5 (1)).
         */
        HEADER_TEXT('s'),
        /** Inside the angle brackets of a list header (RFC 2369 section 2): printable ASCII only. */
        HEADER_URL('u');

        private final char code;

        Form(char code) {
            this.code = code;
        }

        /** The code of this form in a stored mail. */
        public char code() {
            return code;
        }
    }
}
