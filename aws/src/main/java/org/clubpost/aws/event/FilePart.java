package org.clubpost.aws.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** The one file of a form ({@code multipart/form-data}, RFC 7578). */
public final class FilePart {

    private FilePart() {}

    /**
     * Its octets; empty when the body is of another kind or broke off.
     *
     * @param contentType the field {@code Content-Type} of the request
     */
    public static Optional<byte[]> of(String contentType, byte[] body) {
        var boundary = ContentType.parse(contentType).parameters().get("boundary");
        return boundary == null
                ? Optional.empty()
                : Multipart.parse(boundary, new String(body, ISO_8859_1))
                        .flatMap(parts -> parts.stream().filter(Multipart.Part::isFile).findFirst())
                        .map(part -> part.value().getBytes(ISO_8859_1));
    }
}
