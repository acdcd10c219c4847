package org.clubpost.mail.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.clubpost.mail.field.AddressField;
import org.clubpost.mail.field.DateField;
import org.clubpost.mail.field.FieldText;
import org.clubpost.mail.field.Parameters;
import org.clubpost.mail.field.Unstructured;
import org.clubpost.mail.mime.Body;
import org.clubpost.mail.mime.ContentType;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.mime.Header;
import org.clubpost.mail.mime.HeaderLine;
import org.clubpost.mail.mime.Octets;
import org.clubpost.mail.text.SafeTransfer;

/**
 * Writes anew each header field that strict readers or relays would not take. They do not take bytes above 127, control
 * characters, line ends that are not CRLF, lines over 998 characters, folds of white space only (RFC 5322 sections
 * 2.1.1, 2.2 and 3.2.2), or addresses that are not valid. Every other field stays as it is. The header of a signed part
 * is not looked into.
 */
final class EncodeFields implements Step {

    private static final Set<String> ADDRESSES = Set.of("from", "to", "cc", "reply-to", "author");

    /** How many octets of fields are rewritten with care. The first stands for the fields of a thousand parts. */
    private static final int MOST_CARE = 512 << 10;
    /** What a field costs beside its octets. */
    private static final int CARE_FOR_A_FIELD = 64;

    @Override
    public Entity apply(Entity mail, PostContext context) {
        Header header = mail.header().without(line -> line instanceof HeaderLine.Field field && isUnusable(field));
        return new Encoding(field -> isSafe(field) && isParsable(field)).encoded(mail.with(header));
    }

    /** Fields that the mail itself is better off without: To and Cc in which nobody is named. */
    private static boolean isUnusable(HeaderLine.Field field) {
        return switch (field.name().toLowerCase(Locale.ROOT)) {
            case "to", "cc", "reply-to" -> AddressField.parse(field.value()).isEmpty();
            case "message-id" -> !field.value().matches("<[^<>\\s@]+@[^<>\\s@]+>");
            default -> false;
        };
    }

    /** Encodes the fields of one mail, the first of them with care: a mail can have very many, and each takes a while. */
    static final class Encoding {

        private final Predicate<HeaderLine.Field> isGood;
        private int careLeft = MOST_CARE;

        private Encoding(Predicate<HeaderLine.Field> isGood) {
            this.isGood = isGood;
        }

        /** For messages inside a message, in which only what would not travel is touched. */
        static Encoding ofNested() {
            return new Encoding(field -> SafeTransfer.inspect(field.raw()).isSafe());
        }

        Entity encoded(Entity entity) {
            List<HeaderLine> lines = new ArrayList<>();
            boolean changed = false;
            for (HeaderLine line : entity.header().lines()) {
                HeaderLine safe = line instanceof HeaderLine.Field field && !isGood.test(field)
                        ? unharmful(field)
                        : line;
                changed |= !safe.equals(line);
                if (!(safe instanceof HeaderLine.Malformed)) {
                    lines.add(safe);
                }
                changed |= safe instanceof HeaderLine.Malformed;
            }
            Entity safe = changed ? entity.with(new Header(lines)) : entity;
            if (entity.isSealed() || !(entity.body() instanceof Body.Multipart multipart)) {
                return safe;
            }
            return safe.with(multipart.with(multipart.parts().stream()
                    .map(part -> new Body.Part(part.delimiter(), encoded(part.entity()))).toList()));
        }

        private HeaderLine unharmful(HeaderLine.Field field) {
            careLeft -= field.raw().length() + CARE_FOR_A_FIELD;
            boolean isOfAddresses = ADDRESSES.contains(field.name().toLowerCase(Locale.ROOT));
            return careLeft >= 0 || isOfAddresses ? rewritten(field) : hastily(field);
        }

        private static HeaderLine hastily(HeaderLine.Field field) {
            return switch (field.name().toLowerCase(Locale.ROOT)) {
                case "content-type" -> ContentType.UNREADABLE.toField();
                case "content-disposition" -> HeaderLine.Field.of(field.name(), "attachment");
                default -> HeaderLine.Field.of(field.name(), FieldText.hastily(field.value()));
            };
        }
    }

    private static boolean isSafe(HeaderLine.Field field) {
        Octets raw = field.raw();
        if (!SafeTransfer.inspect(raw).isSafe() || raw.lineEndLength() != 2) {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            byte b = raw.at(i);
            if ((b < ' ' && b != '\t' && b != '\r' && b != '\n') || b == 127) {
                return false;
            }
        }
        return raw.at(field.name().length()) == ':' && !hasBlankLine(raw);
    }

    private static boolean hasBlankLine(Octets raw) {
        int start = raw.lineEnd(0);
        while (start < raw.length()) {
            int end = raw.lineEnd(start);
            if (raw.slice(start, end).latin1().isBlank()) {
                return true;
            }
            start = end;
        }
        return false;
    }

    private static boolean isParsable(HeaderLine.Field field) {
        String kind = field.name().toLowerCase(Locale.ROOT);
        if (kind.equals("content-type")) {
            var type = ContentType.parse(field.value());
            return type.isWhole() || type.equals(ContentType.UNREADABLE);
        }
        if (kind.equals("content-disposition")) {
            return Parameters.areStrict(field.value());
        }
        return !ADDRESSES.contains(kind) || AddressField.isFine(field.value());
    }

    private static HeaderLine rewritten(HeaderLine.Field field) {
        String name = field.name();
        String kind = name.toLowerCase(Locale.ROOT);
        String value = field.value();
        if (ADDRESSES.contains(kind)) {
            return HeaderLine.Field.of(name, AddressField.parse(value).written());
        }
        if (kind.equals("content-type")) {
            var type = ContentType.parse(FieldText.oneLine(FieldText.characters(value)));
            return fitting(type.toField(), ContentType.UNREADABLE.toField());
        }
        if (kind.equals("content-disposition")) {
            return fitting(HeaderLine.Field.of(name, Parameters.rewritten(name, value)),
                    HeaderLine.Field.of(name, "attachment"));
        }
        if (kind.equals("date") || kind.equals("resent-date")) {
            return HeaderLine.Field.of(name, DateField.mended(value).orElseGet(() -> text(name, value)));
        }
        return HeaderLine.Field.of(name, text(name, value));
    }

    private static String text(String name, String value) {
        return Unstructured.of(value).written(name);
    }

    private static HeaderLine.Field fitting(HeaderLine.Field written, HeaderLine.Field otherwise) {
        return SafeTransfer.inspect(written.raw()).isSafe() ? written : otherwise;
    }
}
