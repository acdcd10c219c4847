package org.clubpost.aws.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A media type with its parameters (RFC 9110 section 8.3.1).
 *
 * @param type type and subtype in lower case; empty when there is no such field or it cannot be read
 * @param parameters the values by lower-case name
 */
record ContentType(String type, Map<String, String> parameters) {

    private static final Map<String, Charset> CHARSETS = Map.of("utf-8", UTF_8, "us-ascii", US_ASCII, "iso-8859-1",
            ISO_8859_1);

    static ContentType parse(String field) {
        var scanner = new ParameterScanner(field);
        return scanner.mediaType().map(type -> new ContentType(type, scanner.parameters()))
                .orElseGet(() -> new ContentType("", Map.of()));
    }

    /** The parameters in what follows a value, such as {@code ; charset=utf-8}. They end where they cannot be read. */
    static Map<String, String> parameters(String rest) {
        return new ParameterScanner(rest).parameters();
    }

    boolean isForm() {
        return type.equals("application/x-www-form-urlencoded");
    }

    boolean isMultipart() {
        return type.equals("multipart/form-data");
    }

    boolean isJson() {
        return type.equals("application/json");
    }

    /** How the octets are to be read; empty when it is in none of the ways that browsers use. */
    Optional<Charset> charset() {
        return Optional.ofNullable(CHARSETS.get(parameters.getOrDefault("charset", "utf-8").toLowerCase(Locale.ROOT)));
    }
}
