package org.clubpost.local.mailbox;

import java.util.regex.Pattern;

/**
 * The text of a mail as HTML: every character that means something to HTML is escaped, and web addresses can be
 * clicked.
 */
final class MailText {

    /**
     * A web address, up to the first character that cannot stand in a URI, without the punctuation that ends the
     * sentence around it.
     */
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]}']");

    private MailText() {}

    static String withLinks(String text) {
        var html = new StringBuilder();
        var link = LINK.matcher(text);
        var end = 0;
        while (link.find()) {
            var address = escaped(link.group());
            html.append(escaped(text.substring(end, link.start())))
                    .append("<a rel=\"noreferrer noopener\" href=\"").append(address).append("\">").append(address)
                    .append("</a>");
            end = link.end();
        }
        return html.append(escaped(text.substring(end))).toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
