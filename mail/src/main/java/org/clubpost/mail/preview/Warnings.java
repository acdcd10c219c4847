package org.clubpost.mail.preview;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.text.EditableText;
import org.clubpost.mail.text.PlaceholderScanner;
import org.clubpost.mail.text.TextBodies;
import org.clubpost.mail.text.TextPart;

/** Looks for what an author should know about a mail as the members would get it. */
final class Warnings {

    private final Set<String> unknown = new LinkedHashSet<>();
    private boolean hasLink;

    private Warnings() {}

    /**
     * The warnings about a mail.
     *
     * @param given the mail as it came, for its subject
     * @param mail the mail after the last step
     */
    static List<Warning> about(Entity given, Entity mail) {
        var warnings = new Warnings();
        given.header().value("Subject").map(FieldText::decode)
                .ifPresent(subject -> warnings.unknown.addAll(PlaceholderScanner.unknown(subject, false)));
        warnings.look(mail);
        List<Warning> found = new ArrayList<>();
        if (!warnings.hasLink) {
            found.add(new Warning.NoLink());
        }
        warnings.unknown.forEach(name -> found.add(new Warning.UnknownPlaceholder(name)));
        return found;
    }

    private void look(Entity mail) {
        TextBodies.ALL.edit(mail, part -> {
            if (TextPart.open(part) instanceof EditableText text) {
                look(text);
            }
            return part;
        });
    }

    private void look(EditableText text) {
        hasLink |= text.hasSlot(MemberValue.UNSUBSCRIBE_URL);
        for (var piece : text.pieces()) {
            if (piece instanceof Piece.Fixed(var octets)) {
                unknown.addAll(PlaceholderScanner.unknown(octets.latin1(), text.isHtml()));
            }
        }
    }
}
