package org.clubpost.mail;

import java.util.Optional;

/** Something that takes a mail apart and puts it together again. Any exception means that it gives up. */
interface Tree {

    /** The mail, read and written without a change. */
    byte[] untouched(byte[] mail) throws Exception;

    /** The mail with a line after its first text; empty if there is no text, or none that it would change. */
    Optional<byte[]> withLine(byte[] mail, String line) throws Exception;
}
