package org.clubpost.mail.mime;

import java.util.List;

/** What follows the header of an entity. */
public sealed interface Body {

    /**
     * A body that is not divided: any type but multipart, and a multipart in which no part can be found, because its
     * boundary is missing or never appears.
     *
     * @param octets the body as transferred, still encoded
     */
    record Leaf(Octets octets) implements Body {}

    /**
     * A multipart body (RFC 2046 section 5.1.1). Its parts one after the other are the body, byte for byte.
     *
     * @param preamble what stands before the first delimiter, without the line end that belongs to the delimiter
     * @param parts the parts, at least one
     * @param closing the closing delimiter with the line ends before and after it; empty if the mail lacks it
     * @param epilogue what stands after the closing delimiter
     */
    record Multipart(Octets preamble, List<Part> parts, Octets closing, Octets epilogue) implements Body {

        /** Copies the list. */
        public Multipart {
            parts = List.copyOf(parts);
        }

        /** With other parts. */
        public Multipart with(List<Part> others) {
            return new Multipart(preamble, others, closing, epilogue);
        }
    }

    /**
     * One part of a multipart.
     *
     * @param delimiter the delimiter line with its line end, and the line end before it
     * @param entity the part
     */
    record Part(Octets delimiter, Entity entity) {}

    /**
     * A text that was changed, decoded. It is encoded when the mail is prepared, as the entity's
     * Content-Transfer-Encoding field says.
     *
     * @param pieces bytes in the entity's charset, and slots
     */
    record Edited(List<Piece> pieces) implements Body {

        /** Copies the list. */
        public Edited {
            pieces = List.copyOf(pieces);
        }
    }
}
