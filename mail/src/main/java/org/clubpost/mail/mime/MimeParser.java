package org.clubpost.mail.mime;

import java.util.ArrayList;
import java.util.List;
import org.clubpost.core.Deadline;

/**
 * Divides a mail into its entities. Any bytes at all can be read, and {@link MimeWriter} gives them back as they were.
 *
 * <p>Lines end with CRLF or LF. A header ends at the first empty line; lines in it that are not fields stay where they
 * are. If an entity has no empty line at all, its header ends before the first line that cannot belong to a header, so
 * that a text without a header is a body. An entity that claims to be a multipart but shows no delimiter is a leaf.
 */
public final class MimeParser {

    /**
     * How deep multiparts may lie in one another. A multipart that lies deeper is a leaf. Real mails stay below ten.
     */
    static final int MAX_DEPTH = 24;

    /** How many parts a mail may have; a multipart that goes beyond is a leaf. */
    static final int MAX_PARTS = 5_000;

    /**
     * How many lines of header a mail may have, its parts included. In a header that goes beyond, all that is left of
     * it is one line that is not a field.
     */
    static final int MAX_LINES = 50_000;

    private int partsLeft = MAX_PARTS;
    private int linesLeft = MAX_LINES;

    private MimeParser() {}

    /** Reads a whole mail. */
    public static Entity parse(Octets mail) {
        return new MimeParser().entity(mail, 0);
    }

    /** Reads the header alone. */
    public static Header header(Octets mail) {
        List<HeaderLine> lines = new ArrayList<>();
        new MimeParser().header(mail, lines);
        return new Header(lines);
    }

    private Entity entity(Octets octets, int depth) {
        Deadline.check();
        List<HeaderLine> lines = new ArrayList<>();
        int bodyAt = header(octets, lines);
        int separatorEnd = bodyAt < octets.length() && isEmptyLine(octets, bodyAt) ? octets.lineEnd(bodyAt) : bodyAt;
        var header = new Header(lines);
        Octets separator = octets.slice(bodyAt, separatorEnd);
        var entity = new Entity(header, separator, new Body.Leaf(octets.slice(separatorEnd)));
        return depth < MAX_DEPTH ? divided(entity, octets.slice(separatorEnd), depth) : entity;
    }

    /** Reads the header's lines and returns where the empty line, or the body, begins. */
    private int header(Octets octets, List<HeaderLine> lines) {
        int firstStray = -1;
        int linesBeforeStray = 0;
        int at = 0;
        while (at < octets.length() && !isEmptyLine(octets, at)) {
            int end = octets.lineEnd(at);
            if (--linesLeft < 0) {
                while (end < octets.length() && !isEmptyLine(octets, end)) {
                    end = octets.lineEnd(end);
                }
                lines.add(new HeaderLine.Malformed(octets.slice(at, end)));
                return end;
            }
            int colon = colon(octets, at, end);
            if (colon < 0) {
                if (firstStray < 0 && !isMailboxLine(octets, at)) {
                    firstStray = at;
                    linesBeforeStray = lines.size();
                }
                lines.add(new HeaderLine.Malformed(octets.slice(at, end)));
            } else {
                while (end < octets.length() && isBlank(octets.at(end)) && !isEmptyLine(octets, end)) {
                    end = octets.lineEnd(end);
                }
                String name = octets.slice(at, colon).latin1().stripTrailing();
                lines.add(new HeaderLine.Field(name, octets.slice(at, end)));
            }
            at = end;
        }
        if (at == octets.length() && firstStray >= 0) {
            lines.subList(linesBeforeStray, lines.size()).clear();
            return firstStray;
        }
        return at;
    }

    private static boolean isEmptyLine(Octets octets, int at) {
        return octets.at(at) == '\n'
                || (octets.at(at) == '\r' && at + 1 < octets.length() && octets.at(at + 1) == '\n');
    }

    /**
     * The place of a header field's colon, or -1 if the line is not a field (RFC 5322 section 2.2; section 4.5 for
     * white space before the colon).
     */
    private static int colon(Octets octets, int at, int end) {
        int i = at;
        while (i < end && octets.at(i) > ' ' && octets.at(i) < 127 && octets.at(i) != ':') {
            i++;
        }
        if (i == at) {
            return -1;
        }
        while (i < end && isBlank(octets.at(i))) {
            i++;
        }
        return i < end && octets.at(i) == ':' ? i : -1;
    }

    private static boolean isMailboxLine(Octets octets, int at) {
        return at == 0
                && (octets.startsWith(Octets.latin1("From "), 0) || octets.startsWith(Octets.latin1(">From "), 0));
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private Entity divided(Entity entity, Octets body, int depth) {
        ContentType type = entity.contentType();
        String boundary = type.parameter("boundary").map(String::stripTrailing).orElse("");
        if (!type.isMultipart() || boundary.isEmpty()) {
            return entity;
        }
        List<Delimiter> delimiters = delimiters(body, boundary);
        if (delimiters.isEmpty() || delimiters.getFirst().isClosing() || delimiters.size() > partsLeft) {
            return entity;
        }
        partsLeft -= delimiters.size();
        List<Body.Part> parts = new ArrayList<>();
        var closing = Octets.EMPTY;
        var epilogue = Octets.EMPTY;
        for (int i = 0; i < delimiters.size(); i++) {
            Delimiter delimiter = delimiters.get(i);
            Octets line = body.slice(delimiter.from(), delimiter.to());
            if (delimiter.isClosing()) {
                closing = line;
                epilogue = body.slice(delimiter.to());
            } else {
                int end = i + 1 < delimiters.size() ? delimiters.get(i + 1).from() : body.length();
                parts.add(new Body.Part(line, entity(body.slice(delimiter.to(), end), depth + 1)));
            }
        }
        return entity.with(new Body.Multipart(body.slice(0, delimiters.getFirst().from()), parts, closing, epilogue));
    }

    private record Delimiter(int from, int to, boolean isClosing) {}

    /** Finds the delimiter lines (RFC 2046 section 5.1.1), up to and including the closing one. */
    private List<Delimiter> delimiters(Octets body, String boundary) {
        var dashes = Octets.latin1("--" + boundary);
        List<Delimiter> found = new ArrayList<>();
        int previousEnd = 0;
        for (int at = 0; at < body.length(); at = body.lineEnd(at)) {
            if (body.at(at) != '-' || !body.startsWith(dashes, at)) {
                continue;
            }
            int rest = at + dashes.length();
            boolean closing = rest + 1 < body.length() && body.at(rest) == '-' && body.at(rest + 1) == '-';
            int end = body.lineEnd(at);
            if (isBlankUpTo(body, closing ? rest + 2 : rest, end)) {
                int from = Math.max(at - body.slice(0, at).lineEndLength(), previousEnd);
                found.add(new Delimiter(from, end, closing));
                previousEnd = end;
                if (closing || found.size() > partsLeft) {
                    return found;
                }
            }
        }
        return found;
    }

    private static boolean isBlankUpTo(Octets body, int from, int end) {
        for (int i = from; i < end; i++) {
            byte b = body.at(i);
            if (!isBlank(b) && b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }
}
