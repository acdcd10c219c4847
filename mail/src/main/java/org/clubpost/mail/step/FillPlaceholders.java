package org.clubpost.mail.step;

import java.util.ArrayList;
import java.util.List;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.text.EditableText;
import org.clubpost.mail.text.PlaceholderScanner;
import org.clubpost.mail.text.TextBodies;
import org.clubpost.mail.text.TextPart;

/** Makes a slot of every placeholder that the author typed into the subject or into a text that is shown. */
final class FillPlaceholders implements Step {

    @Override
    public Entity apply(Entity mail, PostContext context) {
        var filler = new PlaceholderFiller(mail, context);
        Entity texts = TextBodies.ALL.edit(mail, part -> switch (TextPart.open(part)) {
            case TextPart.Undecodable _ -> part;
            case EditableText text -> {
                EditableText filled = filler.fill(text);
                yield filled.pieces().equals(text.pieces()) ? part : filled.close();
            }
        }).orElse(mail);
        return fillSubject(texts, filler);
    }

    private static Entity fillSubject(Entity mail, PlaceholderFiller filler) {
        String subject = mail.header().value("Subject").map(FieldText::decode).orElse("");
        if (PlaceholderScanner.find(subject, false).isEmpty()) {
            return mail;
        }
        List<Piece> pieces = new ArrayList<>(List.of(new Piece.Fixed(Octets.latin1("Subject:"))));
        pieces.addAll(filler.fillSubject(subject));
        pieces.add(new Piece.Fixed(Octets.latin1("\r\n")));
        return mail.with(mail.header().with(new HeaderLine.SlottedField("Subject", pieces)));
    }
}
