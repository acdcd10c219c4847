package org.clubpost.mail.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.clubpost.core.Deadline;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.text.Shown.Place;

/**
 * Finds the texts of a mail that a reader sees: never an attachment, a calendar entry or a nested message, and nothing
 * under a signature or an encryption.
 */
public enum TextBodies {

    /** Every text that is shown. */
    ALL,
    /** The first text of the mail, in all its alternatives. In a multipart/mixed, only the first text counts. */
    MAIN;

    /** The mail with each of its texts replaced by what the function makes of it; empty if it has none. */
    public Optional<Entity> edit(Entity mail, UnaryOperator<Entity> change) {
        return edit(mail, Place.ROOT, change);
    }

    private Optional<Entity> edit(Entity entity, Place place, UnaryOperator<Entity> change) {
        Deadline.check();
        ContentType type = entity.contentType();
        if (entity.isSealed() || Shown.isFile(entity, type, place)) {
            return Optional.empty();
        }
        if (entity.body() instanceof Body.Multipart multipart) {
            return switch (type.subtype()) {
                case "related" -> editOne(entity, multipart, Shown.root(multipart, type), change)
                        .or(() -> editEach(entity, multipart, Place.IN_A_ROW, true, change));
                case "alternative" -> editEach(entity, multipart, Place.CHOICE, false, change);
                default -> editEach(entity, multipart, Place.IN_A_ROW, this == MAIN, change);
            };
        }
        return Shown.isText(type) ? Optional.of(change.apply(entity)) : Optional.empty();
    }

    private Optional<Entity> editOne(Entity entity, Body.Multipart multipart, int index, UnaryOperator<Entity> change) {
        List<Body.Part> parts = new ArrayList<>(multipart.parts());
        Body.Part part = parts.get(index);
        return edit(part.entity(), Place.CHOICE, change).map(edited -> {
            parts.set(index, new Body.Part(part.delimiter(), edited));
            return entity.with(multipart.with(parts));
        });
    }

    private Optional<Entity> editEach(Entity entity, Body.Multipart multipart, Place place, boolean firstOnly,
            UnaryOperator<Entity> change) {
        List<Body.Part> parts = new ArrayList<>(multipart.parts());
        boolean found = false;
        for (int i = 0; i < parts.size() && !(found && firstOnly); i++) {
            Body.Part part = parts.get(i);
            Optional<Entity> edited = edit(part.entity(), place, change);
            if (edited.isPresent()) {
                found = true;
                parts.set(i, new Body.Part(part.delimiter(), edited.get()));
            }
        }
        return found ? Optional.of(entity.with(multipart.with(parts))) : Optional.empty();
    }
}
