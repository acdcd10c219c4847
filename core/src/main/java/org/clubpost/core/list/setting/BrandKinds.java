package org.clubpost.core.list.setting;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.Colour;
import org.clubpost.core.list.Logo;
import org.clubpost.core.list.LogoFile;

/** The kinds of values that say how a club presents itself. */
final class BrandKinds {

    private static final int MAX_URL = 500;
    private static final int MAX_LINES = 8;
    private static final int MAX_LINE = 100;
    private static final Pattern URL = Pattern.compile("https?://[!-~&&[^<>\"\\\\^`{|}]]+");
    /** A brace would begin a slot of a footer. */
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\u2028\\u2029{}]*");

    private BrandKinds() {}

    static Kind<Optional<Colour>> colour() {
        var form = orNone(Colour::text, Colour::parse);
        return new Kind<>(new Shape.Paint(), "a colour such as #0a6152, or empty", form, form, _ -> true);
    }

    /** What is typed is looked into; what is stored was. */
    static Kind<Optional<Logo>> logo() {
        return new Kind<>(new Shape.Picture(),
                "a PNG, JPEG, WebP or SVG picture of at most 16 KB, or empty: use --logo FILE",
                orNone(Logo::dataUrl, text -> Logo.parse(text).filter(BrandKinds::isWhole)),
                orNone(Logo::dataUrl, Logo::parse), _ -> true);
    }

    private static boolean isWhole(Logo logo) {
        try {
            return LogoFile.take(logo.octets()) instanceof LogoFile.Taken.Picture(var taken) && taken.equals(logo);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static <T> Form<Optional<T>> orNone(Function<T, String> writer, Function<String, Optional<T>> reader) {
        return new Form<>(value -> value.map(writer).orElse(""),
                text -> text.isEmpty() ? Optional.of(Optional.empty()) : given(reader.apply(text)));
    }

    /** Nothing when it could not be read; a value that is given when it could. */
    private static <T> Optional<Optional<T>> given(Optional<T> read) {
        return read.isPresent() ? Optional.of(read) : Optional.empty();
    }

    static Kind<String> optionalName() {
        var form = new Form<String>(Function.identity(), text -> PersonName.parse(text).map(PersonName::text));
        return new Kind<>(new Shape.Line(MAX_LINE), "one line of at most 100 characters, or empty", form, form,
                _ -> true);
    }

    static Kind<String> url() {
        var form = new Form<String>(Function.identity(),
                text -> Optional.of(text).filter(each -> each.isEmpty() || isUrl(each)));
        return new Kind<>(new Shape.Page(), "an http or https address of at most " + MAX_URL + " characters, or empty",
                form, form,
                text -> text.length() <= MAX_URL);
    }

    private static boolean isUrl(String text) {
        try {
            return URL.matcher(text).matches() && new URI(text).getHost() != null
                    && new URI(text).getUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** Lines as typed, or {@code |} between them, which is easier on a command line. */
    static Kind<String> postalAddress() {
        var form = new Form<String>(Function.identity(), text -> Optional.of(lines(text)));
        return new Kind<>(new Shape.Lines(MAX_LINES * (MAX_LINE + 2)), "at most " + MAX_LINES + " lines of " + MAX_LINE
                + " characters, with | or a line break between them, without { and }", form, form,
                text -> text.lines()
                        .allMatch(line -> line.length() <= MAX_LINE && PLAIN.matcher(line).matches())
                        && text.lines().count() <= MAX_LINES);
    }

    private static String lines(String text) {
        return String.join("\n", List.of(text.split("\\R|\\|")).stream().map(String::strip)
                .filter(line -> !line.isEmpty()).toList());
    }
}
