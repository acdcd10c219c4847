package org.clubpost.mail.token;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private static final String REMOVED = "removed";
    /** Of a longer field nothing is left if a token hides in it. */
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
            Optional<HeaderLine> clean = cleaned(line);
            boolean isSame = clean.filter(line::equals).isPresent();
            changed |= !isSame;
            oneClick |= !isSame && isOneClick(line);
            clean.ifPresent(lines::add);
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

    /** The line without tokens; empty if a field's name held one, since the field is nothing without its name. */
    private Optional<HeaderLine> cleaned(HeaderLine line) {
        return switch (line) {
            case HeaderLine.Field field -> field(field);
            case HeaderLine.Malformed(Octets raw) -> Optional.of(new HeaderLine.Malformed(remover.cleaned(raw)));
            case HeaderLine.SlottedField slotted -> Optional.of(slotted);
        };
    }

    private Optional<HeaderLine> field(HeaderLine.Field field) {
        Octets raw = remover.cleaned(field.raw());
        int colon = field.raw().indexOf((byte) ':', 0);
        if (!raw.startsWith(field.raw().slice(0, colon + 1), 0) || remover.isIn(field.raw().slice(0, colon))) {
            return Optional.empty();
        }
        var shown = raw.equals(field.raw()) || breaksParts(field, raw)
                ? field
                : new HeaderLine.Field(field.name(), raw);
        return Optional.of(mayHide(raw) ? decoded(shown) : shown);
    }

    /** A boundary that looks like a token stays: without it nobody finds the parts. */
    private static boolean breaksParts(HeaderLine.Field field, Octets raw) {
        return field.is("Content-Type") && !ContentType.parse(field.value()).parameter("boundary")
                .equals(ContentType.parse(new HeaderLine.Field(field.name(), raw).value()).parameter("boundary"));
    }

    /** Whether encoded words, quoted pairs, or a parameter in several pieces may be in there. */
    private static boolean mayHide(Octets raw) {
        if (raw.indexOf((byte) '\\', 0) >= 0) {
            return true;
        }
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
        if (field.raw().length() > MOST_DECODED) {
            return HeaderLine.Field.of(field.name(), REMOVED);
        }
        var written = HeaderLine.Field.of(field.name(), ADDRESSES.contains(kind)
                ? Mailbox.written(Mailbox.parse(value).stream()
                        .map(one -> new Mailbox(remover.cleaned(one.name()), one.address())).toList())
                : FieldText.encode(field.name(), remover.cleaned(FieldText.decode(value))));
        return remover.finds(EncodedOctets.of(written.raw())) ? inUnknownCharset(field, kind, value) : written;
    }

    /** Nobody knows the letters of such a field; so the whole field, or each name in it, goes. */
    private HeaderLine.Field inUnknownCharset(HeaderLine.Field field, String kind, String value) {
        return HeaderLine.Field.of(field.name(), ADDRESSES.contains(kind)
                ? Mailbox.written(Mailbox.parse(value).stream()
                        .map(one -> new Mailbox("", one.address())).toList())
                : FieldText.encode(field.name(),
                        remover.cleaned(EncodedOctets.of(Octets.latin1(value))).latin1()));
    }

    /** The text of a parameter without tokens; the same text if there were none. */
    private String parameter(String text) {
        String decoded = HeaderText.decodedName(text);
        String clean = remover.cleaned(decoded);
        if (!clean.equals(decoded)) {
            return clean;
        }
        return remover.finds(EncodedOctets.of(Octets.of(text.getBytes(StandardCharsets.UTF_8)))) ? REMOVED : text;
    }

    private HeaderLine.Field contentType(HeaderLine.Field field, String value) {
        var type = ContentType.parse(value);
        var clean = type;
        for (var parameter : type.parameters().entrySet()) {
            String text = parameter.getValue();
            if (!parameter.getKey().equals("boundary") && !parameter(text).equals(text)) {
                clean = clean.with(parameter.getKey(), parameter(text));
            }
        }
        return clean.equals(type) ? field : clean.toField();
    }

    private HeaderLine.Field disposition(HeaderLine.Field field, String value) {
        boolean[] found = {false};
        String written = Parameters.rewritten(field.name(), value, parameter -> {
            String clean = parameter(parameter);
            found[0] |= !clean.equals(parameter);
            return clean;
        });
        return found[0] ? HeaderLine.Field.of(field.name(), written) : field;
    }
}
