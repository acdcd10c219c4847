package org.clubpost.mail.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clubpost.core.Deadline;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.text.EditableText;
import org.clubpost.mail.text.Shown;
import org.clubpost.mail.text.Shown.Place;
import org.clubpost.mail.text.TextPart;

/**
 * Puts the list's footer, with the member's own link to leave, at the end of what the reader sees: under the last text
 * that is shown, in each alternative of it. A text in which the author typed that link has it already. A text that
 * cannot take the footer, because its characters cannot be told or because it is signed as it stands, stays as it is
 * and gets a part with the footer after it. A mail that is nothing but files gets one before them. A mail that is
 * signed or encrypted as a whole, and one that is an invitation and nothing else, stay as they are, with the link in
 * the header (docs/decisions/0026).
 */
final class AddFooter implements Step {

    private static final Set<String> FORWARDED = Set.of("rfc822", "global", "news");

    @Override
    public Entity apply(Entity mail, PostContext context) {
        if (mail.isSealed()) {
            return mail;
        }
        var texts = new TextFooter(new Footer(mail, context));
        return switch (under(mail, Place.ROOT, texts)) {
            case Found.Done(Entity done) -> done;
            case Found.Closed _ -> MixedParts.around(mail, List.of(), List.of(texts.alone()));
            case Found.Nothing _ -> besideFiles(mail, texts);
        };
    }

    /** What a part shows of text, and what became of it. */
    private sealed interface Found {

        /** It has the footer now, or the author's own link. */
        record Done(Entity entity) implements Found {}

        /** It shows a text that cannot take the footer. */
        record Closed() implements Found {}

        /** It shows no text. */
        record Nothing() implements Found {}
    }

    private static Found under(Entity entity, Place place, TextFooter texts) {
        Deadline.check();
        ContentType type = entity.contentType();
        if (Shown.isFile(entity, type, place)) {
            return new Found.Nothing();
        }
        if (entity.isSealed()) {
            return new Found.Closed();
        }
        if (entity.body() instanceof Body.Multipart multipart) {
            return switch (type.subtype()) {
                case "related" -> underRoot(entity, multipart, texts);
                case "alternative" -> underEach(entity, multipart, texts);
                default -> underLast(entity, multipart, texts);
            };
        }
        if (Shown.isText(type)) {
            return underText(entity, texts);
        }
        return place != Place.CHOICE && Shown.isForeignText(type) ? new Found.Closed() : new Found.Nothing();
    }

    private static Found underText(Entity entity, TextFooter texts) {
        return switch (TextPart.open(entity)) {
            case TextPart.Undecodable _ -> new Found.Closed();
            case EditableText text when text.hasSlot(MemberValue.UNSUBSCRIBE_URL) -> new Found.Done(entity);
            case EditableText text when text.isAllSigned() -> new Found.Closed();
            case EditableText text -> texts.under(text).map(EditableText::close).<Found>map(Found.Done::new)
                    .orElseGet(Found.Closed::new);
        };
    }

    /** Parts in a row: the last that shows a text. */
    private static Found underLast(Entity entity, Body.Multipart multipart, TextFooter texts) {
        List<Body.Part> parts = multipart.parts();
        if (parts.stream().anyMatch(part -> hasTypedLink(part.entity()))) {
            return new Found.Done(entity);
        }
        for (int i = parts.size() - 1; i >= 0; i--) {
            switch (under(parts.get(i).entity(), Place.IN_A_ROW, texts)) {
                case Found.Done(Entity done) -> {
                    return new Found.Done(entity.with(with(multipart, i, done)));
                }
                case Found.Closed _ -> {
                    return new Found.Done(MixedParts.with(entity, multipart, texts.alone(), i + 1));
                }
                case Found.Nothing _ -> {
                    // The one before it, then.
                }
            }
        }
        return new Found.Nothing();
    }

    private static boolean hasTypedLink(Entity part) {
        return part.body() instanceof Body.Edited && !Shown.isFile(part, part.contentType(), Place.IN_A_ROW)
                && TextPart.open(part) instanceof EditableText text && text.hasSlot(MemberValue.UNSUBSCRIBE_URL);
    }

    /** The root of a multipart/related. If it shows no text, the first part that does stands for it. */
    private static Found underRoot(Entity entity, Body.Multipart multipart, TextFooter texts) {
        List<Integer> order = new ArrayList<>(List.of(Shown.root(multipart, entity.contentType())));
        for (int i = 0; i < multipart.parts().size(); i++) {
            order.add(i);
        }
        for (int i : order) {
            Place place = i == order.getFirst() ? Place.CHOICE : Place.IN_A_ROW;
            switch (under(multipart.parts().get(i).entity(), place, texts)) {
                case Found.Done(Entity done) -> {
                    return new Found.Done(entity.with(with(multipart, i, done)));
                }
                case Found.Closed closed -> {
                    return closed;
                }
                case Found.Nothing _ -> {
                    // The next one, then.
                }
            }
        }
        return new Found.Nothing();
    }

    /**
     * Each of several ways to say the same. One that cannot take the footer becomes a multipart/mixed with it, unless
     * none can: then all of them together are one text that cannot.
     */
    private static Found underEach(Entity entity, Body.Multipart multipart, TextFooter texts) {
        Body.Multipart edited = multipart;
        List<Integer> closed = new ArrayList<>();
        boolean done = false;
        for (int i = 0; i < multipart.parts().size(); i++) {
            switch (under(multipart.parts().get(i).entity(), Place.CHOICE, texts)) {
                case Found.Done(Entity branch) -> {
                    edited = with(edited, i, branch);
                    done = true;
                }
                case Found.Closed _ -> closed.add(i);
                case Found.Nothing _ -> {
                    // A calendar entry, or what else nobody reads as a text.
                }
            }
        }
        if (!done) {
            return closed.isEmpty() ? new Found.Nothing() : new Found.Closed();
        }
        for (int i : closed) {
            edited = with(edited, i, MixedParts.around(multipart.parts().get(i).entity(), List.of(),
                    List.of(texts.alone())));
        }
        return new Found.Done(entity.with(edited));
    }

    private static Body.Multipart with(Body.Multipart multipart, int index, Entity entity) {
        List<Body.Part> parts = new ArrayList<>(multipart.parts());
        parts.set(index, new Body.Part(parts.get(index).delimiter(), entity));
        return multipart.with(parts);
    }

    /** A mail that shows no text: a scanner's PDF, photos, a forwarded mail. */
    private static Entity besideFiles(Entity mail, TextFooter texts) {
        ContentType type = mail.contentType();
        if (mail.body() instanceof Body.Multipart multipart && isRow(type)) {
            return MixedParts.with(mail, multipart, texts.alone(), behindPictures(multipart));
        }
        return isForPrograms(mail) ? mail : MixedParts.around(mail, List.of(texts.alone()), List.of());
    }

    private static boolean isRow(ContentType type) {
        return !Set.of("related", "alternative", "digest", "report", "appledouble").contains(type.subtype());
    }

    /** Behind the last picture that is shown where it stands, else before all files. */
    private static int behindPictures(Body.Multipart multipart) {
        for (int i = multipart.parts().size(); i > 0; i--) {
            Entity part = multipart.parts().get(i - 1).entity();
            ContentType type = part.contentType();
            if (type.type().equals("image") && !Shown.isFile(part, type, Place.IN_A_ROW)) {
                return i;
            }
        }
        return 0;
    }

    /**
     * What programs look for as the mail itself, and would not find in a part of it: invitations, and reports and other
     * forms of {@code message} but a forwarded mail (RFC 2046 section 5.2.1, RFC 6532 section 3.7).
     */
    private static boolean isForPrograms(Entity entity) {
        ContentType type = entity.contentType();
        return switch (type.type()) {
            case "text" -> type.subtype().equals("calendar");
            case "message" -> !FORWARDED.contains(type.subtype());
            case "multipart" -> type.subtype().equals("report") || (entity.body() instanceof Body.Multipart multipart
                    && multipart.parts().stream().anyMatch(part -> isForPrograms(part.entity())));
            default -> false;
        };
    }
}
