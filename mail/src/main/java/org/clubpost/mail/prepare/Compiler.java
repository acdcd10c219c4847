package org.clubpost.mail.prepare;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.MemberValue;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.mime.QuotedPrintable;
import org.clubpost.mail.mime.TransferEncoding;

/** Turns a rewritten mail into segments, encoding the edited texts on the way. */
final class Compiler {

    /** Stretches below this size are copied together, so that a copy is made of few parts. */
    private static final int SMALL = 16 * 1024;

    /** How many bytes a full line of base64 holds. */
    private static final int BASE64_LINE = 57;

    private static final Octets SOFT_BREAK = Octets.latin1("=\r\n");

    private final List<Segment> segments = new ArrayList<>();
    private final List<Octets> pending = new ArrayList<>();
    private int pendingLength;

    private Compiler() {}

    static List<Segment> compile(Entity mail) {
        var compiler = new Compiler();
        compiler.entity(mail);
        compiler.flush();
        return List.copyOf(compiler.segments);
    }

    private void entity(Entity entity) {
        for (HeaderLine line : entity.header().lines()) {
            plain(line.pieces());
        }
        fixed(entity.separator());
        switch (entity.body()) {
            case Body.Leaf(Octets octets) -> fixed(octets);
            case Body.Edited(List<Piece> pieces) -> text(joined(pieces), entity.transferEncoding());
            case Body.Multipart multipart -> {
                fixed(multipart.preamble());
                for (Body.Part part : multipart.parts()) {
                    fixed(part.delimiter());
                    entity(part.entity());
                }
                fixed(multipart.closing());
                fixed(multipart.epilogue());
            }
        }
    }

    /** The same pieces, with adjacent fixed ones joined into one. */
    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        List<Octets> fixed = new ArrayList<>();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Fixed(Octets octets) -> fixed.add(octets);
                case Piece.Slot slot -> {
                    addJoined(joined, fixed);
                    joined.add(slot);
                }
            }
        }
        addJoined(joined, fixed);
        return joined;
    }

    private static void addJoined(List<Piece> joined, List<Octets> fixed) {
        if (!fixed.isEmpty()) {
            joined.add(new Piece.Fixed(fixed.size() == 1 ? fixed.getFirst() : Octets.concat(fixed)));
            fixed.clear();
        }
    }

    private void text(List<Piece> pieces, TransferEncoding encoding) {
        switch (encoding) {
            case QUOTED_PRINTABLE -> quoted(pieces);
            case BASE64 -> base64(pieces);
            case SEVEN_BIT, EIGHT_BIT, BINARY, UNKNOWN -> plain(pieces);
        }
    }

    private void plain(List<Piece> pieces) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Fixed(Octets octets) -> fixed(octets);
                case Piece.Slot(MemberValue value, Piece.Form form) -> slot(new Segment.Plain(value, form));
            }
        }
    }

    private void quoted(List<Piece> pieces) {
        boolean atLineStart = true;
        for (int i = 0; i < pieces.size(); i++) {
            switch (pieces.get(i)) {
                case Piece.Fixed(Octets octets) -> {
                    Octets encoded = QuotedPrintable.encode(octets);
                    fixed(encoded);
                    atLineStart = encoded.isEmpty() ? atLineStart : encoded.lineEndLength() > 0;
                }
                case Piece.Slot(MemberValue value, Piece.Form form) -> {
                    if (!atLineStart) {
                        fixed(SOFT_BREAK);
                    }
                    boolean breakAfter = i + 1 < pieces.size() && !beginsWithLineEnd(pieces.get(i + 1));
                    slot(new Segment.Quoted(value, form, breakAfter));
                    atLineStart = breakAfter;
                }
            }
        }
    }

    private static boolean beginsWithLineEnd(Piece piece) {
        return piece instanceof Piece.Fixed(Octets octets) && octets.startsWith(Octets.latin1("\r\n"), 0);
    }

    private void base64(List<Piece> pieces) {
        List<Piece> rest = pieces;
        if (!pieces.isEmpty() && pieces.getFirst() instanceof Piece.Fixed(Octets octets)) {
            int whole = pieces.size() == 1 ? octets.length() : octets.length() / BASE64_LINE * BASE64_LINE;
            byte[] lines = Base64.getMimeEncoder().encode(octets.slice(0, whole).toByteArray());
            if (lines.length > 0) {
                fixed(Octets.of(lines));
                fixed(Octets.latin1("\r\n"));
            }
            rest = new ArrayList<>(pieces);
            rest.set(0, new Piece.Fixed(octets.slice(whole)));
        }
        if (rest.size() > 1 || (rest.size() == 1 && rest.getFirst() instanceof Piece.Slot)) {
            slot(Segment.Base64.of(rest));
        }
    }

    private void fixed(Octets octets) {
        if (octets.isEmpty()) {
            return;
        }
        if (!pending.isEmpty() && pending.getLast().isFollowedBy(octets)) {
            pending.set(pending.size() - 1, pending.getLast().joinedWith(octets));
            pendingLength += octets.length();
            return;
        }
        if (!pending.isEmpty() && (octets.length() > SMALL || pendingLength > SMALL)) {
            flush();
        }
        pending.add(octets);
        pendingLength += octets.length();
    }

    private void slot(Segment segment) {
        flush();
        segments.add(segment);
    }

    private void flush() {
        if (!pending.isEmpty()) {
            segments.add(new Segment.Fixed(pending.size() == 1 ? pending.getFirst() : Octets.concat(pending)));
            pending.clear();
            pendingLength = 0;
        }
    }
}
