package org.clubpost.mail.step;

import java.util.Locale;
import org.clubpost.core.list.Audience;
import org.clubpost.mail.mime.Entity;
import org.clubpost.mail.text.EditableText;
import org.clubpost.mail.text.HtmlText;
import org.clubpost.mail.text.ListTexts;
import org.clubpost.mail.text.PlaceholderScanner;

/** The footer of a list as plain text and as HTML, with placeholders that are still to be filled. */
final class Footer {

    private static final String LINK = "{{unsubscribe_url}}";
    private static final String STYLE = "margin:24px 0 0;padding:8px 0 0;border-top:1px solid #cccccc;"
            + "font-family:sans-serif;font-size:13px;line-height:1.4;color:#555555;text-align:left";

    /** Characters that only Unicode has together. They stand for any name, because a name may need all of Unicode. */
    static final String ANY_NAME = "\u00fc\u0159\u0416";

    private final Entity mail;
    private final PostContext context;
    private final ListTexts texts;

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
     * Lines parted by LF, with one at the end. No line ends with a space, and none begins with a space, {@code >} or
     * {@code From}. So all lines are fixed lines of format=flowed too (RFC 3676 section 4.2).
     */
    String plainText() {
        var text = new StringBuilder("_".repeat(40)).append('\n');
        for (String line : lines().lines().toList()) {
            String bare = line.stripTrailing();
            boolean stuffed = bare.startsWith(" ") || bare.startsWith(">") || bare.startsWith("From ");
            text.append(stuffed ? " " : "").append(bare).append('\n');
        }
        return lines().contains(LINK) ? text.toString() : text.append(texts.leave()).append('\n').toString();
    }

    /** Every character that the plain text may have once its placeholders are filled. */
    String characters() {
        String all = plainText() + context.list().profile().name();
        return all.contains("{{member_name}}") ? all + ANY_NAME : all;
    }

    /** A block of its own, neutral in style. */
    String html() {
        var html = new StringBuilder("<div style=\"").append(STYLE).append("\">");
        boolean first = true;
        for (String line : lines().lines().toList()) {
            html.append(first ? "" : "<br>").append(escape(line));
            first = false;
        }
        if (!lines().contains(LINK)) {
            html.append("<br>").append(link(texts.leaveLink()));
        }
        return html.append("</div>\r\n").toString();
    }

    /** Escapes a line and makes links of the URLs in it. */
    private String escape(String line) {
        var escaped = new StringBuilder();
        int at = 0;
        for (int i = line.indexOf(LINK); i >= 0; i = line.indexOf(LINK, at)) {
            escaped.append(HtmlText.escape(line.substring(at, i))).append(link(texts.leaveLink()));
            at = i + LINK.length();
        }
        return escaped.append(HtmlText.escape(line.substring(at))).toString();
    }

    private static String link(String text) {
        return "<a href=\"" + LINK + "\" style=\"color:#555555\">" + HtmlText.escape(text) + "</a>";
    }

    /** A text that consists of this footer alone, with the placeholders filled. */
    EditableText fill(EditableText footer) {
        return new PlaceholderFiller(mail, context).fill(footer);
    }
}
