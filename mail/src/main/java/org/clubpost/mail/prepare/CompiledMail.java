package org.clubpost.mail.prepare;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.text.Languages;
import org.clubpost.mail.field.MessageIds;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Octets;

/**
 * A mail rewritten once for a whole list: bytes that all copies share, and slots. A copy is made without looking at the
 * mail again. Safe for use by many threads.
 */
public final class CompiledMail {

    private final String messageId;
    private final List<Segment> segments;
    private final Map<String, List<Segment>> translations;

    /**
     * A mail.
     *
     * @param segments in the list's language
     * @param translations in other languages, by the tag of the language
     */
    CompiledMail(String messageId, List<Segment> segments, Map<String, List<Segment>> translations) {
        this.messageId = messageId;
        this.segments = List.copyOf(segments);
        this.translations = Map.copyOf(translations);
    }

    /** Compiles a mail after all steps are done. */
    public static CompiledMail compile(Entity mail) {
        var ids = mail.header().value("Message-ID").map(MessageIds::in).orElse(List.of());
        return new CompiledMail(ids.isEmpty() ? "" : ids.getFirst(), Compiler.compile(mail), Map.of());
    }

    /** This mail, and the same in another language for those who read it. */
    CompiledMail with(Locale language, Entity mail) {
        var more = new HashMap<>(translations);
        more.put(language.toLanguageTag(), Translation.of(segments, Compiler.compile(mail)));
        return new CompiledMail(messageId, segments, more);
    }

    /** How many bytes it has only in that language; 0 when it says there what it says in the list's. */
    long ownBytes(Locale language) {
        return Translation.ownBytes(segments, translations.getOrDefault(language.toLanguageTag(), List.of()));
    }

    /**
     * Reads what {@link #stored()} wrote.
     *
     * @throws IllegalArgumentException if it is something else, or of a version that this class does not know
     */
    public static CompiledMail load(Octets stored) {
        return SegmentFormat.read(stored);
    }

    /** This mail as it is kept in the store. */
    public MailContent stored() {
        return SegmentFormat.write(messageId, segments, translations);
    }

    /** The Message-ID of every copy, without the angle brackets; empty if it has none. */
    public String messageId() {
        return messageId;
    }

    /** The copy with these values, in the list's language. */
    public MailContent render(MemberValues values) {
        return render(segments, values);
    }

    /** The copy with these values for a reader of that language; in the list's language if we have no other. */
    public MailContent render(MemberValues values, Locale language) {
        return render(translations.getOrDefault(Languages.closest(language).toLanguageTag(), segments), values);
    }

    private static MailContent render(List<Segment> segments, MemberValues values) {
        var slots = new SlotValues(values);
        Rendering.Builder copy = new Rendering.Builder(segments.size());
        for (Segment segment : segments) {
            switch (segment) {
                case Segment.Fixed(var octets) -> copy.add(octets);
                case Segment.Again(_, _, var octets) -> copy.add(octets);
                case Segment.Plain(var value, var form) -> copy.add(Octets.of(slots.bytes(value, form)));
                case Segment.Quoted(var value, var form, var breakAfter) ->
                    copy.add(slots.quoted(value, form, breakAfter));
                case Segment.Base64(var run) -> run.render(slots, copy);
            }
        }
        return copy.build();
    }
}
