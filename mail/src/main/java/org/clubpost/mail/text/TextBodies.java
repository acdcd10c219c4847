package org.clubpost.mail.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.clubpost.core.Deadline;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;

/**
 * Finds the texts of a mail that a reader sees: never an attachment, a calendar entry or a nested message, and nothing
 * under a signature or an encryption.
 */
public enum TextBodies {

    /** Every text that is shown. */
    ALL,
    /** The main text of the mail, in all its alternatives. In a multipart/mixed, only the first text counts. */
    MAIN;

    /** The mail with each of its texts replaced by what the function makes of it; empty if it has none. */
    public Optional<Entity> edit(Entity mail, UnaryOperator<Entity> change) {
        return edit(mail, false, change);
    }

    private Optional<Entity> edit(Entity entity, boolean isPart, UnaryOperator<Entity> change) {
        Deadline.check();
        if (entity.isSealed() || isAttachment(entity, isPart)) {
            return Optional.empty();
        }
        ContentType type = entity.contentType();
        if (entity.body() instanceof Body.Multipart multipart) {
            return switch (type.subtype()) {
                case "digest", "report" -> Optional.empty();
                case "related" -> editOne(entity, multipart, rootOf(multipart, type), change);
                case "alternative" -> editEach(entity, multipart, false, change);
                default -> editEach(entity, multipart, this == MAIN, change);
            };
        }
        return isText(type) ? Optional.of(change.apply(entity)) : Optional.empty();
    }

    private static boolean isText(ContentType type) {
        return type.is("text", "plain") || type.is("text", "html");
    }

    private static boolean isAttachment(Entity entity, boolean isPart) {
        if (entity.disposition().filter(type -> !type.equals("inline")).isPresent()) {
            return true;
        }
        boolean isNamed = entity.contentType().parameter("name").isPresent() || entity.header()
                .value("Content-Disposition").filter(value -> value.toLowerCase(Locale.ROOT).contains("filename"))
                .isPresent();
        return isPart && isNamed && isText(entity.contentType());
    }

    /** The root of a multipart/related: the part that {@code start} names, or the first (RFC 2387 section 3.2). */
    private static int rootOf(Body.Multipart multipart, ContentType type) {
        Optional<String> start = type.parameter("start");
        for (int i = 0; i < multipart.parts().size(); i++) {
            Optional<String> id = multipart.parts().get(i).entity().header().value("Content-ID");
            if (start.isPresent() && id.equals(start)) {
                return i;
            }
        }
        return 0;
    }

    private Optional<Entity> editOne(Entity entity, Body.Multipart multipart, int index, UnaryOperator<Entity> change) {
        List<Body.Part> parts = new ArrayList<>(multipart.parts());
        Body.Part part = parts.get(index);
        return edit(part.entity(), true, change).map(edited -> {
            parts.set(index, new Body.Part(part.delimiter(), edited));
            return entity.with(multipart.with(parts));
        });
    }

    private Optional<Entity> editEach(Entity entity, Body.Multipart multipart, boolean firstOnly,
            UnaryOperator<Entity> change) {
        List<Body.Part> parts = new ArrayList<>(multipart.parts());
        boolean found = false;
        for (int i = 0; i < parts.size() && !(found && firstOnly); i++) {
            Body.Part part = parts.get(i);
            Optional<Entity> edited = edit(part.entity(), true, change);
            if (edited.isPresent()) {
                found = true;
                parts.set(i, new Body.Part(part.delimiter(), edited.get()));
            }
        }
        return found ? Optional.of(entity.with(multipart.with(parts))) : Optional.empty();
    }
}
