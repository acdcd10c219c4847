package org.clubpost.mail.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.clubpost.core.list.GroupName;

/** The few words that a rewritten mail needs, in the list's language. A language that we do not have gets English. */
public final class ListTexts {

    private final Properties texts;

    private ListTexts(Properties texts) {
        this.texts = texts;
    }

    /** The words of a language. */
    public static ListTexts of(Locale language) {
        Properties english = load("en", new Properties());
        return new ListTexts(language.getLanguage().equals("en") ? english : load(language.getLanguage(), english));
    }

    private static Properties load(String language, Properties defaults) {
        var texts = new Properties(defaults);
        try (InputStream in = ListTexts.class.getResourceAsStream("texts_" + language + ".properties")) {
            if (in != null) {
                try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** What stands between an author's name and the list's: "via". */
    public String via() {
        return text("via");
    }

    /** The line that says why the member gets this mail, with placeholders. */
    public String membership() {
        return text("membership");
    }

    /** The line with the link to leave, with placeholders, for plain text. */
    public String leave() {
        return text("leave");
    }

    /** What the link to leave is called in HTML. */
    public String leaveLink() {
        return text("leave.link");
    }

    /** The line that says that a mail goes to these groups only. */
    public String groups(NavigableSet<GroupName> groups) {
        return text(groups.size() == 1 ? "group" : "groups").replace("{groups}",
                groups.stream().map(GroupName::value).collect(Collectors.joining(", ")));
    }

    private String text(String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }
}
