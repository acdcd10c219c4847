package org.clubpost.mail.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.field.Mailbox;
import org.clubpost.mail.field.Parameters;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.Octets;

/**
 * Takes tokens out of header fields. A field that shows its token is changed there and nowhere else. One whose token
 * hides in encoded words (RFC 2047) or parameters (RFC 2231) is written anew. The fields of a quoted mail of ours by
 * which it can be left with one click go altogether.
 */
final class FieldCleaner {

    private static final Set<String> ADDRESSES = Set.of("from", "to", "cc", "reply-to", "sender", "author", "bcc");
    private static final Set<String> ONE_CLICK = Set.of("list-unsubscribe", "list-unsubscribe-post");
    /** A longer field is not decoded; what it shows is looked at all the same. */
    private static final int MOST_DECODED = 65_536;
    /** How many fields with parameters are read in one mail, which has 5,000 parts at most. */
    private static final int MOST_PARAMETERS = 12_000;

    private final TokenRemover remover;
    private int parametersLeft = MOST_PARAMETERS;

    /**
     * @param remover takes tokens out of octets
     */
    FieldCleaner(TokenRemover remover) {
        this.remover = remover;
    }

    /** The header without tokens; the same object when there were none. */
    Header cleaned(Header header) {
        List<HeaderLine> lines = new ArrayList<>(header.lines().size());
        boolean changed = false;
        boolean oneClick = false;
        for (HeaderLine line : header.lines()) {
            HeaderLine clean = cleaned(line);
            changed |= !clean.equals(line);
            oneClick |= !clean.equals(line) && isOneClick(line);
            lines.add(clean);
        }
        if (!changed) {
            return header;
        }
        var cleaned = new Header(lines);
        return oneClick ? cleaned.without(FieldCleaner::isOneClick) : cleaned;
    }

    private static boolean isOneClick(HeaderLine line) {
        return ONE_CLICK.contains(line.name().toLowerCase(Locale.ROOT));
    }

    private HeaderLine cleaned(HeaderLine line) {
        return switch (line) {
            case HeaderLine.Field field -> field(field);
            case HeaderLine.Malformed(Octets raw) -> new HeaderLine.Malformed(remover.cleaned(raw));
            case HeaderLine.SlottedField slotted -> slotted;
        };
    }

    private HeaderLine.Field field(HeaderLine.Field field) {
        Octets raw = remover.cleaned(field.raw());
        var shown = raw.equals(field.raw()) || breaksParts(field, raw)
                ? field
                : new HeaderLine.Field(field.name(), raw);
        return raw.length() <= MOST_DECODED && mayHide(raw) ? decoded(shown) : shown;
    }

    /** A boundary that looks like a token stays: without it nobody finds the parts. */
    private static boolean breaksParts(HeaderLine.Field field, Octets raw) {
        return field.is("Content-Type") && !ContentType.parse(field.value()).parameter("boundary")
                .equals(ContentType.parse(new HeaderLine.Field(field.name(), raw).value()).parameter("boundary"));
    }

    /** Whether encoded words, or a parameter in several pieces, may be in there. */
    private static boolean mayHide(Octets raw) {
        for (int i = raw.indexOf((byte) '=', 1); i >= 0; i = raw.indexOf((byte) '=', i + 1)) {
            byte before = raw.at(i - 1);
            if (before == '*' || (before >= '0' && before <= '9')
                    || (i + 1 < raw.length() && raw.at(i + 1) == '?')) {
                return true;
            }
        }
        return false;
    }

    private HeaderLine.Field decoded(HeaderLine.Field field) {
        String kind = field.name().toLowerCase(Locale.ROOT);
        String value = field.value();
        if (kind.equals("content-type") || kind.equals("content-disposition")) {
            return parametersLeft-- <= 0
                    ? field
                    : kind.equals("content-type") ? contentType(field, value) : disposition(field, value);
        }
        if (!remover.finds(EncodedOctets.of(field.raw()))) {
            return field;
        }
        String text = FieldText.decode(value);
        String clean = remover.cleaned(text);
        if (clean.equals(text)) {
            return field;
        }
        return HeaderLine.Field.of(field.name(), ADDRESSES.contains(kind)
                ? Mailbox.written(Mailbox.parse(value).stream()
                        .map(one -> new Mailbox(remover.cleaned(one.name()), one.address())).toList())
                : FieldText.encode(field.name(), clean));
    }

    private HeaderLine.Field contentType(HeaderLine.Field field, String value) {
        var type = ContentType.parse(value);
        var clean = type;
        for (var parameter : type.parameters().entrySet()) {
            String text = HeaderText.decodedName(parameter.getValue());
            if (!parameter.getKey().equals("boundary") && !remover.cleaned(text).equals(text)) {
                clean = clean.with(parameter.getKey(), remover.cleaned(text));
            }
        }
        return clean.equals(type) ? field : clean.toField();
    }

    private HeaderLine.Field disposition(HeaderLine.Field field, String value) {
        boolean[] found = {false};
        String written = Parameters.rewritten(field.name(), value, parameter -> {
            String text = HeaderText.decodedName(parameter);
            String clean = remover.cleaned(text);
            found[0] |= !clean.equals(text);
            return clean.equals(text) ? parameter : clean;
        });
        return found[0] ? HeaderLine.Field.of(field.name(), written) : field;
    }
}
