package org.clubpost.mail.step;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clubpost.core.list.Audience;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.text.EditableText;
import org.clubpost.mail.text.HtmlText;
import org.clubpost.mail.text.ListTexts;
import org.clubpost.mail.text.PlaceholderScanner;

/** The footer of a list as plain text and as HTML, with placeholders that are still to be filled. */
final class Footer {

    private static final String LEAVE = "{{unsubscribe_url}}";
    private static final String SETTINGS = "{{manage_url}}";
    private static final Pattern LINK = Pattern.compile("\\{\\{(?:unsubscribe|manage)_url\\}\\}");
    /** The blanks before a link and after it, and what may be joined to it: a bracket, a full stop. */
    private static final Pattern BESIDE_LINK = Pattern.compile("(?<=[^ \n])[ \t]+(?=\\S{0,8}" + LINK + ")"
            + "|(?<=" + LINK + "\\S{0,8})[ \t]+(?=\\S)");
    private static final Pattern LONG_LINE = Pattern.compile(".{80,}?;");
    private static final String TYPE = "font-family:sans-serif;font-size:13px;line-height:1.4;color:#444444;"
            + "background:#ffffff";
    private static final String SHOWN = ";visibility:visible;opacity:1;position:static;max-height:none;"
            + "overflow:visible;text-indent:0;letter-spacing:normal;white-space:normal";
    private static final String BLOCK = style("margin:24px 0 0;padding:8px 4px;border-top:1px solid #cccccc;"
            + "text-align:left;" + TYPE, "display:block;clear:both" + SHOWN);
    private static final String INLINE = style("text-decoration:underline;" + TYPE, "display:inline;cursor:pointer"
            + SHOWN);

    /** Characters that only Unicode has together. They stand for any name, because a name may need all of Unicode. */
    static final String ANY_NAME = "\u00fc\u0159\u0416";

    private final Entity mail;
    private final PostContext context;
    private final ListTexts texts;

    /**
     * A link of the member's own.
     *
     * @param href its placeholder
     * @param line the line with it, for plain text
     * @param label what it is called in HTML
     */
    private record Link(String href, String line, String label) {

        String html() {
            return "<a href=\"" + href + "\" style=\"" + INLINE + "\">" + HtmlText.escape(label) + "</a>";
        }
    }

    /** The footer under that mail. */
    Footer(Entity mail, PostContext context) {
        this.mail = mail;
        this.context = context;
        this.texts = context.texts();
    }

    /**
     * The owners' own footer or the language's, and to which groups the post goes.
     */
    private String lines() {
        String own = context.list().layout().footer().replace("\r\n", "\n").strip();
        String lines = own.isEmpty() ? texts.membership() : canonical(own);
        return switch (context.arrival().audience()) {
            case Audience.Everyone _ -> lines;
            case Audience.InGroups(var groups) -> lines + "\n" + texts.groups(groups);
        };
    }

    /** What stands below a footer without a link to leave: it, and the one to the settings if that lacks too. */
    private List<Link> ours() {
        String lines = lines();
        if (lines.contains(LEAVE)) {
            return List.of();
        }
        return lines.contains(SETTINGS) ? List.of(leave()) : List.of(leave(), settings());
    }

    private Link leave() {
        return new Link(LEAVE, texts.leave(), texts.leaveLink());
    }

    private Link settings() {
        return new Link(SETTINGS, texts.settings(), texts.settingsLink());
    }

    /** Where the club can be reached by post, each line after an LF. Its setting keeps placeholders out. */
    private String postalAddress() {
        return context.list().brand().postalAddress().lines().map(line -> "\n" + line).collect(Collectors.joining());
    }

    /** The same text with every placeholder written in one way. */
    private static String canonical(String text) {
        var canonical = new StringBuilder();
        int at = 0;
        for (PlaceholderScanner.Found found : PlaceholderScanner.find(text, false)) {
            canonical.append(text, at, found.from()).append("{{")
                    .append(found.placeholder().name().toLowerCase(Locale.ROOT)).append("}}");
            at = found.to();
        }
        return canonical.append(text.substring(at)).toString();
    }

    /**
     * Lines parted by LF, with one at the end. Each link stands on a line of its own, where nothing wraps it. No line
     * ends with a space, and none begins with a space, {@code >} or {@code From}. So all lines are fixed lines of
     * format=flowed too (RFC 3676 section 4.2).
     */
    String plainText() {
        var text = new StringBuilder("_".repeat(40)).append('\n');
        String all = lines() + ours().stream().map(link -> "\n" + link.line()).collect(Collectors.joining())
                + postalAddress();
        for (String line : BESIDE_LINK.matcher(all).replaceAll("\n").lines().toList()) {
            String bare = line.stripTrailing();
            boolean stuffed = bare.startsWith(" ") || bare.startsWith(">") || bare.startsWith("From ");
            text.append(stuffed ? " " : "").append(bare).append('\n');
        }
        return text.toString();
    }

    /** Every character that the plain text may have once its placeholders are filled. */
    String characters() {
        String all = plainText() + context.list().profile().name();
        return all.contains("{{member_name}}") ? all + ANY_NAME : all;
    }

    /**
     * What no style of the page can take away, whatever it says of all links or all blocks: important declarations of an
     * attribute go before all others of an author (CSS Cascading 4, section 6.1). Lines are short, so that a text that
     * is not encoded need not be.
     *
     * @param look how it looks; stands there twice, because Outlook passes over what is important
     * @param presence that it is seen at all
     */
    private static String style(String look, String presence) {
        String important = (presence + ";" + look).replace(";", "!important;") + "!important";
        return LONG_LINE.matcher(look + ";all:initial!important;" + important).replaceAll("$0\r\n");
    }

    /** A block of its own, neutral in style, that brings its own ground along: dark on white, on any page. */
    String html() {
        var html = new StringBuilder("<div style=\"").append(BLOCK).append("\">");
        boolean first = true;
        for (String line : lines().lines().toList()) {
            html.append(first ? "" : "<br>\r\n").append(escape(line));
            first = false;
        }
        String before = "<br>\r\n";
        for (Link link : ours()) {
            html.append(before).append(link.html());
            before = "\r\n&nbsp;&middot;&nbsp; ";
        }
        postalAddress().lines().skip(1).forEach(line -> html.append("<br>\r\n").append(HtmlText.escape(line)));
        return html.append("</div>\r\n").toString();
    }

    /** Escapes a line and makes links of the URLs in it. */
    private String escape(String line) {
        var escaped = new StringBuilder();
        int at = 0;
        for (var found = LINK.matcher(line); found.find(); at = found.end()) {
            Link link = found.group().equals(LEAVE) ? leave() : settings();
            escaped.append(HtmlText.escape(line.substring(at, found.start()))).append(link.html());
        }
        return escaped.append(HtmlText.escape(line.substring(at))).toString();
    }

    /** A text that consists of this footer alone, with the placeholders filled. */
    EditableText fill(EditableText footer) {
        return new PlaceholderFiller(mail, context).fill(footer);
    }
}
