package org.clubpost.mail.prepare;

import java.util.ArrayList;
import java.util.List;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;

/**
 * The segments of a mail in another language, as what differs from those in the list's language. Only the footer
 * differs, so next to nothing has to be kept for a language, however large the mail.
 */
final class Translation {

    /** Naming a stretch costs as much as some bytes. */
    private static final int WORTH_NAMING = 32;

    private final List<Segment> original;

    private Translation(List<Segment> original) {
        this.original = original;
    }

    /** The same segments, with names in place of the bytes that the original has as well. */
    static List<Segment> of(List<Segment> original, List<Segment> translated) {
        var translation = new Translation(original);
        var segments = new ArrayList<Segment>();
        for (Segment segment : translated) {
            if (segment instanceof Segment.Fixed(Octets octets)) {
                translation.add(octets, segments);
            } else {
                segments.add(segment);
            }
        }
        return List.copyOf(segments);
    }

    /**
     * How many bytes a translation needs of its own, in memory; 0 when it says the same as the original. A base64 text
     * in which a value changes has to be kept whole, in three encodings.
     */
    static long ownBytes(List<Segment> original, List<Segment> translation) {
        long own = 0;
        for (Segment segment : translation) {
            own += switch (segment) {
                case Segment.Fixed(Octets octets) -> octets.length();
                case Segment.Base64(Base64Run run) when !hasRun(original, run) -> run.pieces().stream()
                        .mapToLong(piece -> piece instanceof Piece.Fixed(Octets octets) ? 5L * octets.length() : 0)
                        .sum();
                case Segment.Base64 _,Segment.Again _,Segment.Plain _,Segment.Quoted _ -> 0;
            };
        }
        return own;
    }

    private static boolean hasRun(List<Segment> original, Base64Run run) {
        return original.stream().anyMatch(
                each -> each instanceof Segment.Base64(Base64Run there) && there.pieces().equals(run.pieces()));
    }

    private void add(Octets octets, List<Segment> segments) {
        int closest = 0;
        int head = 0;
        for (int i = 0; i < original.size(); i++) {
            if (original.get(i) instanceof Segment.Fixed(Octets there) && there.sameFromStart(octets) > head) {
                closest = i;
                head = there.sameFromStart(octets);
            }
        }
        if (!(original.get(closest) instanceof Segment.Fixed(Octets there))
                || head < Math.min(WORTH_NAMING, octets.length())) {
            segments.add(new Segment.Fixed(octets));
            return;
        }
        int most = Math.min(there.length(), octets.length()) - head;
        int tail = Math.min(there.sameFromEnd(octets), most);
        segments.add(new Segment.Again(closest, 0, there.slice(0, head)));
        if (octets.length() > head + tail) {
            segments.add(new Segment.Fixed(Octets.of(octets.slice(head, octets.length() - tail).toByteArray())));
        }
        if (tail > 0) {
            segments.add(new Segment.Again(closest, there.length() - tail, there.slice(there.length() - tail)));
        }
    }
}
