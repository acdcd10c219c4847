package org.clubpost.mail.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clubpost.core.Deadline;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.Piece;
import org.clubpost.mail.mime.TransferDecoder;

/**
 * The text of a mail as a person reads it, to be shown in a mail of ours: the first text that says something, plain
 * text before HTML where it has both. What is signed is read too; what is encrypted cannot be.
 */
public final class ShownText {

    /** No more octets of a plain text are looked at, nor of all pages together. */
    private static final int MOST_OCTETS = PageText.MOST;
    private static final int MOST_PARTS = 50;

    private final List<String> plain = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private int parts;
    private int pages = MOST_OCTETS;

    private ShownText() {}

    /**
     * Its text, with LF line ends, without control characters, runs of blank lines, or blanks around it; empty when
     * there is none that can be read.
     */
    public static String of(Entity mail) {
        var shown = new ShownText();
        shown.read(mail);
        return shown.plain.stream().findFirst().or(() -> shown.html.stream().findFirst()).orElse("");
    }

    /**
     * The markup of an HTML part, or its beginning.
     *
     * @param most no more octets of it are read, before its transfer encoding is undone
     */
    public static String markup(Entity part, int most) {
        return part.body() instanceof Body.Leaf(var octets)
                ? characters(part, beginning(octets, most)).orElse("")
                : "";
    }

    private void read(Entity entity) {
        Deadline.check();
        if (++parts > MOST_PARTS || !plain.isEmpty()
                || entity.disposition().filter(type -> !type.equals("inline")).isPresent()) {
            return;
        }
        var type = entity.contentType();
        switch (entity.body()) {
            case Body.Multipart signed when type.is("multipart", "signed") ->
                signed.parts().stream().limit(1).forEach(part -> read(part.entity()));
            case Body.Multipart _ when type.is("multipart", "encrypted") -> {
                // Nobody but its recipients can read it.
            }
            case Body.Multipart multipart -> multipart.parts().forEach(part -> read(part.entity()));
            case Body.Leaf(var octets) when type.is("text", "plain") ->
                add(plain, characters(entity, beginning(octets, MOST_OCTETS))
                        .map(text -> isFlowed(entity) ? unflowed(text) : text));
            case Body.Leaf(var octets) when type.is("text", "html") && html.isEmpty() -> {
                var page = beginning(octets, pages);
                pages -= page.length();
                add(html, characters(entity, page).map(ShownText::ofHtml));
            }
            case Body.Leaf _,Body.Edited _ -> {
                // A file, or a text that we wrote.
            }
        }
    }

    private static void add(List<String> texts, Optional<String> text) {
        text.map(ShownText::tidy).filter(tidy -> !tidy.isEmpty()).ifPresent(texts::add);
    }

    private static Octets beginning(Octets octets, int most) {
        return octets.length() <= most ? octets : octets.slice(0, most);
    }

    private static Optional<String> characters(Entity entity, Octets beginning) {
        return switch (TextPart.open(new Entity(entity.header(), entity.separator(), new Body.Leaf(beginning)))) {
            case EditableText text -> Optional.of(characters(text));
            case TextPart.Undecodable _ -> TransferDecoder.decode(beginning, entity.transferEncoding())
                    .map(decoded -> new String(decoded.toByteArray(), Charsets.guess(decoded)));
        };
    }

    private static String characters(EditableText text) {
        var octets = Octets.concat(text.pieces().stream().filter(Piece.Fixed.class::isInstance)
                .map(piece -> ((Piece.Fixed) piece).octets()).toList());
        var charset = text.charset().equals(StandardCharsets.US_ASCII) ? Charsets.guess(octets) : text.charset();
        return new String(octets.toByteArray(), charset);
    }

    private static boolean isFlowed(Entity entity) {
        return entity.contentType().parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
    }

    /** RFC 3676 section 4.1: a line that ends with a blank goes on, but for the one before a signature. */
    private static String unflowed(String text) {
        return text.replaceAll("(?<!^--)(?<!\\n--) \\r?\\n(?![>\\r\\n])", " ");
    }

    private static String ofHtml(String html) {
        return PageText.lines(html).stream().map(PageText.Line::text).collect(Collectors.joining("\n"));
    }

    private static String tidy(String text) {
        return text.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cc}&&[^\\n]]", " ")
                .replaceAll("[\\u00ad\\u200b\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\u034f]", "")
                .replaceAll("(?<![ \\u00a0])[ \\u00a0]++(?=\\n|$)", "").replaceAll("\\n{3,}", "\n\n").strip();
    }
}
