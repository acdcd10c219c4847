package org.clubpost.mail.step;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.clubpost.mail.field.Parameters;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.tnef.Tnef;

/**
 * Puts ordinary attachments in the place of a {@code winmail.dat}, in which Outlook hides them from everybody else
 * (TNEF, MS-OXTNEF). One that holds no files, or cannot be read, stays as it is, and so do meeting requests.
 */
final class UnpackWinmail implements Step {

    private static final String BOUNDARY = "=_clubpost_unpacked";

    @Override
    public Entity apply(Entity mail, PostContext context) {
        return unpacked(mail);
    }

    private static Entity unpacked(Entity entity) {
        if (entity.isSealed()) {
            return entity;
        }
        return switch (entity.body()) {
            case Body.Multipart multipart -> inMultipart(entity, multipart);
            case Body.Leaf _ when Tnef.isTnef(entity) -> alone(entity);
            case Body.Leaf _,Body.Edited _ -> entity;
        };
    }

    private static Entity inMultipart(Entity entity, Body.Multipart multipart) {
        List<Body.Part> parts = new ArrayList<>();
        String boundary = entity.contentType().parameter("boundary").orElse("");
        boolean changed = false;
        for (Body.Part part : multipart.parts()) {
            List<Entity> files = entity.contentType().is("multipart", "mixed") && Tnef.isTnef(part.entity())
                    ? attachments(part.entity())
                    : List.of();
            if (files.isEmpty()) {
                Entity inner = unpacked(part.entity());
                changed |= !inner.equals(part.entity());
                parts.add(new Body.Part(part.delimiter(), inner));
            } else {
                changed = true;
                parts.add(new Body.Part(part.delimiter(), files.getFirst()));
                files.stream().skip(1).forEach(file -> parts.add(new Body.Part(delimiter(boundary), file)));
            }
        }
        return changed ? entity.with(multipart.with(parts)) : entity;
    }

    private static Octets delimiter(String boundary) {
        return Octets.latin1("\r\n--" + boundary + "\r\n");
    }

    /** A winmail.dat with nothing beside it becomes a multipart of its files, after its text if it has one. */
    private static Entity alone(Entity entity) {
        List<Entity> files = new ArrayList<>(attachments(entity));
        if (files.isEmpty()) {
            return entity;
        }
        Tnef.of(entity).plainText().ifPresent(text -> files.addFirst(text(text)));
        List<Body.Part> parts = files.stream().map(file -> new Body.Part(delimiter(BOUNDARY), file)).toList();
        Header header = entity.header().without("Content-Transfer-Encoding").without("Content-Disposition")
                .with("Content-Type", "multipart/mixed; boundary=\"" + BOUNDARY + "\"");
        var closing = Octets.latin1("\r\n--" + BOUNDARY + "--\r\n");
        return new Entity(header, entity.separator(), new Body.Multipart(Octets.EMPTY, parts, closing, Octets.EMPTY));
    }

    private static List<Entity> attachments(Entity entity) {
        return Tnef.of(entity).files().stream().map(UnpackWinmail::attachment).toList();
    }

    private static Entity attachment(Tnef.File file) {
        var header = new Header(List.of(
                new ContentType(file.type(), file.subtype(), Map.of("name", file.name()), true).toField(),
                HeaderLine.Field.of("Content-Transfer-Encoding", "base64"),
                HeaderLine.Field.of("Content-Disposition",
                        Parameters.with("Content-Disposition", "attachment", "filename", file.name()))));
        byte[] body = Base64.getMimeEncoder().encode(file.content().toByteArray());
        return new Entity(header, Octets.latin1("\r\n"), new Body.Leaf(Octets.of(body)));
    }

    private static Entity text(String text) {
        var header = new Header(List.of(ContentType.DEFAULT.with("charset", "utf-8").toField(),
                HeaderLine.Field.of("Content-Transfer-Encoding", "8bit")));
        var body = Octets.of(text.getBytes(StandardCharsets.UTF_8));
        return new Entity(header, Octets.latin1("\r\n"), new Body.Leaf(body));
    }
}
