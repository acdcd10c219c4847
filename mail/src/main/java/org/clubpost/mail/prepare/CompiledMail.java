package org.clubpost.mail.prepare;

import java.util.List;
import org.clubpost.core.outbox.MailContent;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Octets;

/**
 * A mail rewritten once for a whole list: bytes that all copies share, and slots. A copy is made without looking at the mail
 * again. Safe for use by many threads.
 */
public final class CompiledMail {

    private final List<Segment> segments;

    CompiledMail(List<Segment> segments) {
        this.segments = List.copyOf(segments);
    }

    /** Compiles a mail that all steps are done on. */
    public static CompiledMail compile(Entity mail) {
        return new CompiledMail(Compiler.compile(mail));
    }

    /**
     * Reads what {@link #stored()} wrote.
     *
     * @throws IllegalArgumentException if it is something else, or of a version that this one does not know
     */
    public static CompiledMail load(Octets stored) {
        return new CompiledMail(SegmentFormat.read(stored));
    }

    /** This mail as it is kept in the store. */
    public MailContent stored() {
        return SegmentFormat.write(segments);
    }

    /** The copy with these values. */
    public MailContent render(MemberValues values) {
        SlotValues slots = new SlotValues(values);
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
