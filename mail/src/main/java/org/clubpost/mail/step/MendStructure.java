package org.clubpost.mail.step;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.LineEnds;
import org.clubpost.mail.mime.MimeWriter;
import org.clubpost.mail.mime.Octets;

/**
 * Mends what lenient readers overlook and strict ones stumble over. It mends a header that no empty line ends, and
 * delimiters and empty lines that end with LF alone. A multipart is mended if its closing delimiter is missing, if its
 * boundary is too long (RFC 2046 section 5.1.1), or if it claims an encoding (RFC 2045 section 6.4). A multipart in
 * which no delimiter appears becomes the plain text that its readers see, and so does a text whose type makes no sense.
 * What a signature covers is not looked into.
 */
final class MendStructure implements Step {

    private static final int LONGEST_BOUNDARY = 70;
    private static final Octets CRLF = Octets.latin1("\r\n");

    @Override
    public Entity apply(Entity mail, PostContext context) {
        Entity mended = mended(mail);
        Header header = mended.header().has("MIME-Version")
                ? mended.header()
                : mended.header().with("MIME-Version", "1.0");
        return new Entity(header.closed(), CRLF, mended.body());
    }

    private static Entity mended(Entity given) {
        Entity entity = given.separator().equals(CRLF)
                ? given
                : new Entity(given.header().closed(), CRLF, given.body());
        if (entity.isSealed()) {
            return entity;
        }
        return switch (entity.body()) {
            case Body.Multipart multipart -> multipart(entity, multipart);
            case Body.Leaf _ when entity.contentType().isMultipart() ->
                entity.with(entity.header().with(ContentType.DEFAULT.toField()));
            case Body.Leaf _ when hasOddType(entity) ->
                entity.with(entity.header().with(entity.contentType().toField()));
            case Body.Leaf _,Body.Edited _ -> entity;
        };
    }

    private static boolean hasOddType(Entity entity) {
        var type = entity.contentType();
        return !type.isWhole() && entity.header().value("Content-Type")
                .filter(value -> !ContentType.parse(value).equals(type)).isPresent();
    }

    private static Entity multipart(Entity entity, Body.Multipart multipart) {
        List<Body.Part> parts = new ArrayList<>();
        boolean changed = false;
        for (Body.Part part : multipart.parts()) {
            Entity mended = labelled(mended(part.entity()), entity.contentType());
            Octets onWire = LineEnds.toCrlf(part.delimiter());
            Octets delimiter = parts.isEmpty() ? onWire : onNewLine(onWire);
            boolean isSame = !isAnother(mended, part.entity()) && !isAnother(delimiter, part.delimiter());
            changed |= !isSame;
            parts.add(isSame ? part : new Body.Part(delimiter, mended));
        }
        Octets end = onNewLine(LineEnds.toCrlf(multipart.closing()));
        changed |= isAnother(end, multipart.closing());
        Body.Multipart whole = changed
                ? new Body.Multipart(multipart.preamble(), parts, end, multipart.epilogue())
                : multipart;
        if (whole.closing().isEmpty()) {
            String boundary = entity.contentType().parameter("boundary").orElseThrow().stripTrailing();
            whole = new Body.Multipart(whole.preamble(), parts, Octets.latin1("\r\n--" + boundary + "--\r\n"),
                    Octets.EMPTY);
        }
        boolean encoded = !entity.transferEncoding().isIdentity();
        Entity labelled = encoded ? entity.with(entity.header().without("Content-Transfer-Encoding")) : entity;
        return withUsableBoundary(isAnother(whole, multipart) ? labelled.with(whole) : labelled, whole);
    }

    /** Two delimiters in a row share a line end, which belongs to the second (RFC 2046 section 5.1.1). */
    private static Octets onNewLine(Octets delimiter) {
        return !delimiter.isEmpty() && delimiter.at(0) == '-'
                ? Octets.concat(List.of(CRLF, delimiter))
                : delimiter;
    }

    /**
     * A part may do without any header (RFC 2046 section 5.1.1), but not every reader knows that. It gets the header
     * that it would have by default.
     */
    private static Entity labelled(Entity part, ContentType parent) {
        if (part.header().lines().stream().anyMatch(line -> !(line instanceof HeaderLine.Malformed))) {
            return part;
        }
        HeaderLine type = parent.is("multipart", "digest")
                ? HeaderLine.Field.of("Content-Type", "message/rfc822")
                : ContentType.DEFAULT.toField();
        return new Entity(new Header(List.of(type)), CRLF, part.header().lines().isEmpty() ? part.body() : all(part));
    }

    /**
     * The whole part as a text. Nothing but lines that are not fields stands before its empty line, so its text begins
     * at once.
     */
    private static Body all(Entity part) {
        return new Body.Leaf(MimeWriter.toOctets(part));
    }

    /**
     * A boundary that is too long (RFC 2046 section 5.1.1) or not ASCII cannot be written, and gives way to its hash.
     */
    private static Entity withUsableBoundary(Entity entity, Body.Multipart multipart) {
        String boundary = entity.contentType().parameter("boundary").orElseThrow().stripTrailing();
        boolean isAscii = boundary.chars().allMatch(c -> c >= ' ' && c < 127);
        if (isAscii && boundary.length() <= LONGEST_BOUNDARY) {
            return entity;
        }
        String usable = "=_clubpost_" + UUID.nameUUIDFromBytes(boundary.getBytes(StandardCharsets.UTF_8));
        List<Body.Part> parts = new ArrayList<>();
        for (Body.Part part : multipart.parts()) {
            boolean first = part.delimiter().at(0) == '-';
            parts.add(new Body.Part(Octets.latin1((first ? "" : "\r\n") + "--" + usable + "\r\n"), part.entity()));
        }
        var closing = Octets.latin1("\r\n--" + usable + "--\r\n");
        return new Entity(entity.header().with(entity.contentType().with("boundary", usable).toField()),
                entity.separator(), new Body.Multipart(multipart.preamble(), parts, closing, multipart.epilogue()));
    }

    @SuppressWarnings("ReferenceEquality") // Whether anything was replaced, not whether it says the same.
    private static boolean isAnother(Object made, Object given) {
        return made != given;
    }
}
