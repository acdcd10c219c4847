package org.clubpost.core.text;

import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text with slots, in the syntax of ICU's MessageFormat, or the part of it that people's texts need:
 *
 * <pre>
 * {name}                                            a word, or a number as it stands
 * {count, number}                                   a number as the language writes it
 * {count, plural, =0 {none} one {# day} other {# days}}
 * {how, select, mail {by mail} other {by phone}}
 * {when, date, long}  {when, time, short}           short, medium, long, full, or a pattern of java.time
 * ''  '{'                                           an apostrophe; a brace that is none
 * </pre>
 *
 * <p>Dates and words are those of the language, from the CLDR data of the Java runtime. docs/decisions/0035 says why
 * this is not ICU itself.
 */
public final class MessageText {

    private final List<MessagePart> parts;

    MessageText(List<MessagePart> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when a brace is missing, or an argument is of a kind that is not known
     */
    public static MessageText parse(String text) {
        return new MessageText(new MessageParser(text).all());
    }

    /** What it is made of. */
    List<MessagePart> parts() {
        return parts;
    }

    /**
     * The text with the values in its slots.
     *
     * @param values the values by name: strings, whole numbers (a string of digits counts as one), and for dates and
     *         times what {@link java.time} has, in the time zone in which it is to be shown
     * @throws IllegalArgumentException when a value is missing, or is not what its slot needs
     */
    public String format(Map<String, ?> values, Locale language, PluralRules plurals) {
        var text = new StringBuilder();
        write(parts, new Values(values, language, plurals), null, text);
        return text.toString();
    }

    private record Values(Map<String, ?> all, Locale language, PluralRules plurals) {

        Object of(String name) {
            return Optional.<Object>ofNullable(all.get(name))
                    .orElseThrow(() -> new IllegalArgumentException("no value for " + name));
        }

        long number(String name) {
            try {
                return of(name) instanceof Number number ? number.longValue() : Long.parseLong(of(name).toString());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("the value for " + name + " is not a number", e);
            }
        }

        /** With plain spaces, so that a mail with it can stay plain ASCII. */
        String number(long number) {
            return Math.abs(number) < 1000
                    ? Long.toString(number)
                    : NumberFormat.getIntegerInstance(language).format(number).replace('\u202f', '\u00a0');
        }

        TemporalAccessor time(String name) {
            if (of(name) instanceof TemporalAccessor time) {
                return time;
            }
            throw new IllegalArgumentException("the value for " + name + " is not a time");
        }
    }

    private static void write(List<MessagePart> parts, Values values, @Nullable Long counted, StringBuilder text) {
        for (var part : parts) {
            switch (part) {
                case MessagePart.Words(var words) -> text.append(words);
                case MessagePart.Value(var name) -> text.append(values.of(name));
                case MessagePart.Digits(var name) -> text.append(values.number(values.number(name)));
                case MessagePart.Counted _ -> text.append(counted == null ? "#" : values.number(counted));
                case MessagePart.Plural plural -> {
                    long number = values.number(plural.name());
                    write(plural.of(number, values.plurals().category(number)), values, number, text);
                }
                case MessagePart.Select select ->
                    write(select.of(values.of(select.name()).toString()), values, counted, text);
                case MessagePart.Time(var name, var isDate, var style) ->
                    text.append(formatter(isDate, style).withLocale(values.language()).format(values.time(name))
                            .replace('\u202f', ' '));
            }
        }
    }

    private static DateTimeFormatter formatter(boolean isDate, String style) {
        var known = switch (style) {
            case "short" -> Optional.of(FormatStyle.SHORT);
            case "", "medium" -> Optional.of(FormatStyle.MEDIUM);
            case "long" -> Optional.of(FormatStyle.LONG);
            case "full" -> Optional.of(FormatStyle.FULL);
            default -> Optional.<FormatStyle>empty();
        };
        return known.map(isDate ? DateTimeFormatter::ofLocalizedDate : DateTimeFormatter::ofLocalizedTime)
                .orElseGet(() -> DateTimeFormatter.ofPattern(style));
    }
}
