package org.clubpost.mail.text;

/** Text inside HTML. */
public final class HtmlText {

    private HtmlText() {}

    /**
     * Text as HTML content or attribute value, all in ASCII: whatever could be markup, or is not ASCII, becomes a
     * reference.
     */
    public static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (c < 127) {
                        escaped.append((char) c);
                    } else {
                        escaped.append("&#").append(c).append(';');
                    }
                }
            }
        });
        return escaped.toString();
    }
}
