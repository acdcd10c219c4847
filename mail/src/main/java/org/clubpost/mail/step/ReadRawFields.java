package org.clubpost.mail.step;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clubpost.mail.charset.Reading;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.text.Charsets;
import org.clubpost.mail.text.TextBodies;

/**
 * Reads bytes above 127 in header fields as the charset of the mail's first text, unless they are UTF-8. Old programs
 * put a name or a subject into a field as it is, in the charset in which they write everything. From here on such bytes
 * are UTF-8. What a signature covers is not looked into.
 */
final class ReadRawFields implements Step {

    @Override
    public Entity apply(Entity mail, PostContext context) {
        List<String> labels = new ArrayList<>();
        TextBodies.ALL.edit(mail, part -> {
            part.contentType().parameter("charset").ifPresent(labels::add);
            return part;
        });
        return labels.stream().limit(1).findFirst().flatMap(Charsets::named)
                .filter(charset -> !charset.name().startsWith("UTF-")).map(charset -> read(mail, charset))
                .orElse(mail);
    }

    private static Entity read(Entity entity, Charset charset) {
        Entity read = entity.header().lines().stream().anyMatch(ReadRawFields::isRaw)
                ? entity.with(new Header(entity.header().lines().stream().map(line -> read(line, charset)).toList()))
                : entity;
        if (read.isSealed() || !(read.body() instanceof Body.Multipart multipart)) {
            return read;
        }
        return read.with(multipart.with(multipart.parts().stream()
                .map(part -> new Body.Part(part.delimiter(), read(part.entity(), charset))).toList()));
    }

    private static boolean isRaw(HeaderLine line) {
        return line instanceof HeaderLine.Field field && !Charsets.isAscii(field.raw());
    }

    /** The delimiters of the parts are what their boundary was. */
    private static boolean hasBoundary(HeaderLine line) {
        return line instanceof HeaderLine.Field field && field.is("Content-Type")
                && ContentType.parse(field.value()).isMultipart();
    }

    private static HeaderLine read(HeaderLine line, Charset charset) {
        if (!(line instanceof HeaderLine.Field(String name, Octets raw)) || !isRaw(line) || hasBoundary(line)
                || Charsets.guess(raw).equals(StandardCharsets.UTF_8)) {
            return line;
        }
        int colon = raw.indexOf((byte) ':', 0);
        return Optional.of(Reading.of(raw.slice(colon + 1).toByteArray(), charset)).filter(Reading::isWhole)
                .<HeaderLine>map(reading -> new HeaderLine.Field(name, Octets.concat(List.of(raw.slice(0, colon + 1),
                        Octets.of(reading.text().getBytes(StandardCharsets.UTF_8))))))
                .orElse(line);
    }
}
