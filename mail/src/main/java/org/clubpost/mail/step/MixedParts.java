package org.clubpost.mail.step;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;

/** Puts parts beside others in a multipart/mixed (RFC 2046 section 5.1.3), and makes one where there is none. */
final class MixedParts {

    private static final Octets CRLF = Octets.latin1("\r\n");

    /** The fields that tell of a body and go with it (RFC 2045, 2183, 2557, 3282, 1864). */
    private static final Set<String> OF_THE_BODY = Set.of("content-type", "content-transfer-encoding",
            "content-disposition", "content-id", "content-description", "content-location", "content-base",
            "content-language", "content-md5", "content-duration", "content-features");

    private MixedParts() {}

    /** The multipart with one more part, which is then the one of that number, counted from 0. */
    static Entity with(Entity entity, Body.Multipart multipart, Entity part, int index) {
        String boundary = entity.contentType().parameter("boundary").orElseThrow().stripTrailing();
        List<Body.Part> parts = new ArrayList<>(multipart.parts());
        if (index == 0) {
            Body.Part first = parts.getFirst();
            parts.set(0, new Body.Part(onNewLine(first.delimiter()), first.entity()));
            boolean hasLineEnd = first.delimiter().at(0) != '-';
            parts.addFirst(new Body.Part(Octets.latin1((hasLineEnd ? "\r\n--" : "--") + boundary + "\r\n"), part));
        } else {
            parts.add(index, new Body.Part(Octets.latin1("\r\n--" + boundary + "\r\n"), part));
        }
        return entity.with(multipart.with(parts));
    }

    private static Octets onNewLine(Octets delimiter) {
        return delimiter.at(0) == '-' ? Octets.concat(List.of(CRLF, delimiter)) : delimiter;
    }

    /**
     * A multipart/mixed in the place of an entity, which becomes one of its parts with all fields that tell of its
     * body. The other fields stay.
     *
     * @param before parts that stand before it
     * @param after parts that stand after it
     */
    static Entity around(Entity entity, List<Entity> before, List<Entity> after) {
        Predicate<HeaderLine> ofTheBody = line -> OF_THE_BODY.contains(line.name().toLowerCase(Locale.ROOT));
        Header moved = entity.header().without(ofTheBody.negate()).closed();
        Header inner = moved.has("Content-Type") ? moved : moved.with(ContentType.DEFAULT.toField());
        List<Entity> entities = new ArrayList<>(before);
        entities.add(new Entity(inner, entity.separator().isEmpty() ? CRLF : entity.separator(), entity.body()));
        entities.addAll(after);
        String boundary = boundary(entity);
        List<Body.Part> parts = new ArrayList<>();
        for (Entity part : entities) {
            parts.add(new Body.Part(Octets.latin1((parts.isEmpty() ? "--" : "\r\n--") + boundary + "\r\n"), part));
        }
        Header outer = entity.header().closed().without(line -> ofTheBody.test(line) && !line.is("Content-Type"))
                .with("Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
        return new Entity(outer, CRLF, new Body.Multipart(Octets.EMPTY, parts,
                Octets.latin1("\r\n--" + boundary + "--\r\n"), Octets.EMPTY));
    }

    /** A boundary that nothing in the entity can hold: its author would have to know the digest of their own text. */
    private static String boundary(Entity entity) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(entity, digest);
            return "=_clubpost_" + HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void add(Entity entity, MessageDigest digest) {
        entity.header().lines().forEach(line -> add(line.pieces(), digest));
        switch (entity.body()) {
            case Body.Leaf(Octets octets) -> digest.update(octets.toByteArray());
            case Body.Edited(List<Piece> pieces) -> add(pieces, digest);
            case Body.Multipart multipart -> multipart.parts().forEach(part -> add(part.entity(), digest));
        }
    }

    private static void add(List<Piece> pieces, MessageDigest digest) {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Fixed(Octets octets)) {
                digest.update(octets.toByteArray());
            }
        }
    }
}
