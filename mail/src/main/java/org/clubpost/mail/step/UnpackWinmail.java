package org.clubpost.mail.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.tnef.Tnef;

/**
 * Puts a letter and ordinary attachments in the place of a {@code winmail.dat}, in which Outlook hides them from
 * everybody else (TNEF, MS-OXTNEF). One that cannot be read stays as it is, and so do meeting requests; one that holds
 * more than could be read stays whole beside what could.
 */
final class UnpackWinmail implements Step {

    private static final Set<String> OF_THE_PART = Set.of("content-type", "content-transfer-encoding",
            "content-disposition");

    @Override
    public Entity apply(Entity mail, PostContext context) {
        return unpacked(mail, new SameLetters());
    }

    private static Entity unpacked(Entity entity, SameLetters letters) {
        if (entity.isSealed()) {
            return entity;
        }
        return switch (entity.body()) {
            case Body.Multipart multipart -> inMultipart(entity, multipart, letters);
            case Body.Leaf _ when Tnef.isTnef(entity) -> alone(entity);
            case Body.Leaf _,Body.Edited _ -> entity;
        };
    }

    private static Entity inMultipart(Entity entity, Body.Multipart multipart, SameLetters letters) {
        List<Body.Part> parts = new ArrayList<>();
        String boundary = entity.contentType().parameter("boundary").orElse("");
        boolean changed = false;
        for (Body.Part part : multipart.parts()) {
            var tnef = entity.contentType().is("multipart", "mixed") && Tnef.isTnef(part.entity())
                    ? Tnef.of(part.entity())
                    : Tnef.NOTHING;
            if (tnef.isEmpty()) {
                Entity inner = unpacked(part.entity(), letters);
                changed |= !inner.equals(part.entity());
                parts.add(new Body.Part(part.delimiter(), inner));
            } else {
                changed = true;
                var made = new WinmailParts(tnef, 0);
                var found = new ArrayList<>(beside(parts, made, letters));
                found.addAll(made.attachments());
                if (!tnef.isWhole()) {
                    found.add(part.entity());
                }
                for (int i = 0; i < found.size(); i++) {
                    parts.add(new Body.Part(i == 0 ? part.delimiter() : delimiter(boundary), found.get(i)));
                }
            }
        }
        return changed ? entity.with(multipart.with(parts)) : entity;
    }

    private static Octets delimiter(String boundary) {
        return Octets.latin1("\r\n--" + boundary + "\r\n");
    }

    /**
     * The letter, unless a part before says the same; a plain text that does gets the letter's HTML beside it. Of a
     * letter that is said already, the pictures are left that the parts before do not show. What is done with the
     * parts before is done in their list.
     */
    private static List<Entity> beside(List<Body.Part> before, WinmailParts made, SameLetters letters) {
        var words = letters.wordsOf(made.tnef());
        var html = made.html();
        for (int i = 0; i < before.size(); i++) {
            var part = before.get(i);
            if (!letters.areSaidIn(part.entity(), words, html.isPresent())) {
                continue;
            }
            if (html.isPresent() && part.entity().contentType().is("text", "plain")) {
                before.set(i, new Body.Part(part.delimiter(), WinmailParts.multipart("alternative", Header.EMPTY,
                        List.of(part.entity(), html.get()), 0)));
                return List.of();
            }
            var pictures = new LetterPictures(made.pictures());
            before.set(i, new Body.Part(part.delimiter(), pictures.in(part.entity())));
            return pictures.files();
        }
        return made.letter().stream().toList();
    }

    /** A winmail.dat with nothing beside it becomes a multipart of what is in it. */
    private static Entity alone(Entity entity) {
        var tnef = Tnef.of(entity);
        if (tnef.isEmpty()) {
            return entity;
        }
        var others = entity.header().without("Content-Transfer-Encoding").without("Content-Disposition");
        var own = new Header(entity.header().lines().stream().filter(line -> line instanceof HeaderLine.Field field
                && OF_THE_PART.contains(field.name().toLowerCase(Locale.ROOT))).toList());
        var whole = new WinmailParts(tnef, 0).all(others, new Entity(own, entity.separator(), entity.body()));
        return new Entity(whole.header(), entity.separator(), whole.body());
    }
}
