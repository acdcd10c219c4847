package org.clubpost.notices;

import java.util.Map;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.note.Note;
import org.clubpost.core.note.NoteWords;
import org.clubpost.site.Letters;

/** Puts notes into the words of the site's texts, {@code note.*}. Nothing but the list's names goes into them. */
public final class NoteLetters implements NoteWords {

    private final Letters letters = Letters.load();

    @Override
    public Words of(MailingList list, Note note) {
        var name = switch (note) {
            case Note.NewPost _ -> "note.new-post";
            case Note.Welcome _ -> "note.welcome";
        };
        // The subject of SNS's mails is ASCII (Amazon SNS API Reference, Publish), as the list's short name is.
        return new Words(part(list, name + ".subject", list.id().value()),
                part(list, name + ".text", list.profile().name()));
    }

    private String part(MailingList list, String text, String name) {
        return letters.part(list.profile().language(), text, Map.of("list", name));
    }
}
