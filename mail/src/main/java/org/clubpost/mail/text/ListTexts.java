package org.clubpost.mail.text;

import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.text.Catalogue;

/** The few words that a rewritten mail needs, in the list's language. A language that we do not have gets English. */
public final class ListTexts {

    /** Slots that each copy fills: the placeholder that owners type, by the name of the slot. */
    private static final Map<String, String> PLACEHOLDERS = Stream
            .of("member_email", "member_name", "list_name", "unsubscribe_url", "manage_url")
            .collect(Collectors.toUnmodifiableMap(UnaryOperator.identity(), name -> "{{" + name + "}}"));

    private final Catalogue texts;

    private ListTexts(Catalogue texts) {
        this.texts = texts;
    }

    /** The words of a language. */
    public static ListTexts of(Locale language) {
        return new ListTexts(Catalogue.of(language));
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

    /** The line with the link to the settings, with placeholders, for plain text. */
    public String settings() {
        return text("settings");
    }

    /** What the link to the settings is called in HTML. */
    public String settingsLink() {
        return text("settings.link");
    }

    /** The line that says that a mail goes to these groups only. */
    public String groups(NavigableSet<GroupName> groups) {
        return texts.text("post.groups", Map.of("count", groups.size(), "groups",
                groups.stream().map(GroupName::value).collect(Collectors.joining(", "))));
    }

    private String text(String key) {
        return texts.text("post." + key, PLACEHOLDERS);
    }
}
