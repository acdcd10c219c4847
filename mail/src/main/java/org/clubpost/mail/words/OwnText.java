package org.clubpost.mail.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clubpost.core.Deadline;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.mime.TransferDecoder;
import org.clubpost.mail.text.Charsets;
import org.clubpost.mail.text.PageText;

/**
 * What the writer of a mail wrote: its texts, in plain text or HTML, without quotes, signature, and what phones add.
 * What is signed can be read too; what is encrypted cannot.
 */
public final class OwnText {

    /** No more octets of a plain text are looked at, nor of all pages together. */
    private static final int MOST_OCTETS = PageText.MOST;
    /** No more letters, lines and parts are looked at. */
    private static final int MOST = 4_000;
    private static final int MOST_LINES = 2_000;
    private static final int MOST_PARTS = 50;
    /** Stand inside of words: a hyphen where a word may be broken, and what keeps letters apart. */
    private static final Pattern INSIDE_WORDS = Pattern.compile("[\u00ad\u200c]");
    private static final Pattern LOOKS_BLANK = Pattern.compile("[\u00a0\u200b\u200d-\u200f\u2060\ufeff\u034f]");

    private final List<String> lines = new ArrayList<>();
    private int letters;
    private int parts;
    private int pages = MOST_OCTETS;
    private boolean hasText;

    private OwnText() {}

    /** The writer's own lines, blank ones among them; empty when the mail has no text that can be read. */
    public static Optional<List<String>> lines(Entity mail) {
        var own = new OwnText();
        own.read(mail);
        return own.hasText ? Optional.of(List.copyOf(own.lines)) : Optional.empty();
    }

    private void read(Entity entity) {
        Deadline.check();
        if (letters >= MOST || ++parts > MOST_PARTS
                || entity.disposition().filter(type -> !type.equals("inline")).isPresent()) {
            return;
        }
        var type = entity.contentType();
        switch (entity.body()) {
            case Body.Multipart multipart -> {
                switch (type.subtype()) {
                    case "encrypted", "digest" -> {
                        // Nothing there is the writer's own text that we can read.
                    }
                    case "alternative" -> firstThatSays(multipart);
                    case "signed", "report", "related" -> multipart.parts().stream().limit(1)
                            .forEach(part -> read(part.entity()));
                    default -> multipart.parts().forEach(part -> read(part.entity()));
                }
            }
            case Body.Leaf(var octets) when type.is("text", "plain") || type.is("text", "html") ->
                read(entity, octets, type.is("text", "html"));
            case Body.Leaf _,Body.Edited _ -> {
                // A file, or a text that we wrote.
            }
        }
    }

    private void firstThatSays(Body.Multipart alternatives) {
        var before = letters;
        for (var part : alternatives.parts()) {
            if (letters == before) {
                read(part.entity());
            }
        }
    }

    private void read(Entity entity, Octets octets, boolean isHtml) {
        int most = isHtml ? pages : MOST_OCTETS;
        var beginning = octets.length() <= most ? octets : octets.slice(0, most);
        pages -= isHtml ? beginning.length() : 0;
        TransferDecoder.decode(beginning, entity.transferEncoding()).map(decoded -> text(entity, decoded))
                .ifPresent(text -> {
                    hasText = true;
                    var all = isHtml ? ofPage(text) : text.lines();
                    Quotes.without(all.limit(MOST_LINES).map(OwnText::seen).toList()).forEach(this::add);
                });
    }

    /** The lines of a page as plain text has them, up to what its mail program says is not the writer's own. */
    private static Stream<String> ofPage(String page) {
        return PageText.lines(page).stream().takeWhile(line -> line.place() != PageText.Place.BELOW)
                .map(line -> line.place() == PageText.Place.QUOTED ? "> " + line.text() : line.text());
    }

    private static String seen(String line) {
        return LOOKS_BLANK.matcher(INSIDE_WORDS.matcher(line).replaceAll("")).replaceAll(" ");
    }

    private static String text(Entity entity, Octets decoded) {
        var charset = entity.contentType().parameter("charset").flatMap(Charsets::named)
                .orElseGet(() -> Charsets.guess(decoded));
        return new String(decoded.toByteArray(), charset);
    }

    private void add(String line) {
        if (letters < MOST) {
            lines.add(line.strip());
            letters += line.strip().length();
        }
    }
}
