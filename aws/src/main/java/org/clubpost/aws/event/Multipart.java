package org.clubpost.aws.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of {@code multipart/form-data} (RFC 7578) as far as a form of a few short texts needs it. */
final class Multipart {

    /**
     * One field.
     *
     * @param name its name
     * @param value its value
     * @param isFile whether it is an uploaded file
     * @param fileName what the browser calls the file; empty when it says nothing
     */
    record Part(String name, String value, boolean isFile, String fileName) {}

    private static final String LINE_END = "\r\n";
    private static final String HEADER_END = LINE_END + LINE_END;
    private static final String DISPOSITION = "content-disposition:";
    private static final String FORM_DATA = "form-data";

    private Multipart() {}

    /** The parts in their order; empty when the body is not of this kind, or its closing boundary is missing. */
    static Optional<List<Part>> parse(String boundary, String body) {
        // RFC 2046 section 5.1.1: a delimiter stands at the beginning of a line; the line end before it belongs to it.
        var delimiter = LINE_END + "--" + boundary;
        var pieces = (LINE_END + body).split(Pattern.quote(delimiter), -1);
        var parts = new ArrayList<Part>();
        for (var index = 1; index < pieces.length; index++) {
            if (pieces[index].startsWith("--")) {
                return Optional.of(parts);
            }
            var part = part(pieces[index]);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.empty();
    }

    private static Optional<Part> part(String piece) {
        var headerEnd = piece.indexOf(HEADER_END);
        if (headerEnd < 0) {
            return Optional.empty();
        }
        var value = piece.substring(headerEnd + HEADER_END.length());
        return piece.substring(0, headerEnd).lines().map(String::strip)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION)).findFirst()
                .map(line -> line.substring(DISPOSITION.length()).strip())
                .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(FORM_DATA))
                .map(field -> ContentType.parameters(field.substring(FORM_DATA.length())))
                .flatMap(parameters -> named(parameters, value));
    }

    private static Optional<Part> named(Map<String, String> parameters, String value) {
        return Optional.ofNullable(parameters.get("name"))
                .map(name -> new Part(name, value,
                        parameters.containsKey("filename") || parameters.containsKey("filename*"),
                        parameters.getOrDefault("filename", "")));
    }
}
