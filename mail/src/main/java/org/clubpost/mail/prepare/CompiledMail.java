package org.clubpost.mail.prepare;

import java.util.List;
import org.clubpost.core.outbox.MailContent;
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

    CompiledMail(String messageId, List<Segment> segments) {
        this.messageId = messageId;
        this.segments = List.copyOf(segments);
    }

    /** Compiles a mail after all steps are done. */
    public static CompiledMail compile(Entity mail) {
        var ids = mail.header().value("Message-ID").map(MessageIds::in).orElse(List.of());
        return new CompiledMail(ids.isEmpty() ? "" : ids.getFirst(), Compiler.compile(mail));
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
        return SegmentFormat.write(messageId, segments);
    }

    /** The Message-ID of every copy, without the angle brackets; empty if it has none. */
    public String messageId() {
        return messageId;
    }

    /** The copy with these values. */
    public MailContent render(MemberValues values) {
        var slots = new SlotValues(values);
        Rendering.Builder copy = new Rendering.Builder(segments.size());
        for (Segment segment : segments) {
            switch (segment) {
                case Segment.Fixed(var octets) -> copy.add(octets);
                case Segment.Plain(var value, var form) -> copy.add(Octets.of(slots.bytes(value, form)));
                case Segment.Quoted(var value, var form, var breakAfter) ->
                    copy.add(slots.quoted(value, form, breakAfter));
                case Segment.Base64(var run) -> run.render(slots, copy);
            }
        }
        return copy.build();
    }
}
