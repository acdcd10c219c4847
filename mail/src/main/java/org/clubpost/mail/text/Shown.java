package org.clubpost.mail.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;

/** Which parts of a mail its readers show as text, and which as files. */
public final class Shown {

    /** Types of text that hold data, or lie beside the text for programs that want them. */
    private static final Set<String> DATA = Set.of("calendar", "vcard", "x-vcard", "directory", "csv", "css", "xml",
            "javascript", "rfc822-headers", "x-amp-html", "watch-html", "rtf");

    private Shown() {}

    /** Where a part stands, as far as it decides whether a name makes a file of it. */
    public enum Place {
        /** The mail itself. */
        ROOT,
        /** One of several ways to say the same, or the root of a multipart/related. Programs name these parts too. */
        CHOICE,
        /** One of several parts that are shown one after the other. */
        IN_A_ROW
    }

    /**
     * Whether it is an attachment: what says so (RFC 2183 section 2.9), a text with a name in a row of parts, and the
     * kinds of multipart that make up a file, a report or a collection. What is divided cannot be an attachment as a
     * whole mail.
     *
     * @param type the entity's type, which is costly to read
     */
    public static boolean isFile(Entity entity, ContentType type, Place place) {
        boolean isWhole = place == Place.ROOT && type.isMultipart();
        if (!isWhole && entity.disposition().filter(kind -> !kind.equals("inline") && !kind.isEmpty()).isPresent()) {
            return true;
        }
        return switch (type.type()) {
            case "text" -> place == Place.IN_A_ROW && isNamed(entity, type);
            case "multipart" -> Set.of("digest", "report", "appledouble").contains(type.subtype());
            default -> false;
        };
    }

    private static boolean isNamed(Entity entity, ContentType type) {
        return type.parameter("name").isPresent() || entity.header().value("Content-Disposition")
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("filename")).isPresent();
    }

    /** Whether it is a text of a kind that we can write in. */
    public static boolean isText(ContentType type) {
        return type.is("text", "plain") || type.is("text", "html");
    }

    /** Whether readers show it as a text, although we cannot write in it (RFC 2046 section 4.1.4). */
    public static boolean isForeignText(ContentType type) {
        return type.type().equals("text") && !isText(type) && !DATA.contains(type.subtype());
    }

    /**
     * The root of a multipart/related: the part that {@code start} names, or failing that the first of the kind that
     * {@code type} names, or else the first part (RFC 2387 sections 3.1 and 3.2).
     *
     * @param type the type of the multipart
     * @return its number, counted from 0
     */
    public static int root(Body.Multipart related, ContentType type) {
        String kind = type.parameter("type").orElse("").strip().toLowerCase(Locale.ROOT);
        String start = id(type.parameter("start").orElse(""));
        Predicate<Entity> isOfKind = part -> !kind.isEmpty() && isOf(kind, part.contentType())
                && !isFile(part, part.contentType(), Place.CHOICE);
        Predicate<Entity> isNamed = part -> !start.isEmpty()
                && part.header().value("Content-ID").filter(value -> id(value).equals(start)).isPresent();
        return first(related, isNamed.and(isOfKind)).or(() -> first(related, isNamed))
                .or(() -> first(related, isOfKind)).orElse(0);
    }

    private static boolean isOf(String kind, ContentType type) {
        return kind.equals(type.type() + "/" + type.subtype());
    }

    private static Optional<Integer> first(Body.Multipart multipart, Predicate<Entity> wanted) {
        for (int i = 0; i < multipart.parts().size(); i++) {
            if (wanted.test(multipart.parts().get(i).entity())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** A Content-ID without its angle brackets, which not everybody writes in {@code start}. */
    private static String id(String value) {
        String id = value.strip();
        return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1).strip() : id;
    }
}
