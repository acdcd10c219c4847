package org.clubpost.mail.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.clubpost.core.Deadline;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/**
 * The text of an HTML page as a person sees it, line by line. Lines end where blocks begin and end, and at {@code br};
 * a blank line stands around each paragraph. What no reader sees is left out. A page costs the processor less than a
 * third of a second, whatever is in it.
 */
public final class PageText {

    /** No more characters of a page are read. HTML begins with long styles. */
    public static final int MOST = 128 << 10;

    /** More elements are not kept open at once: the parser looks through all of them at each end tag. */
    private static final int DEEPEST = 256;
    private static final Set<String> UNSEEN = Set.of("head", "style", "script", "title", "template", "noscript",
            "textarea", "select", "svg", "xml");
    /** What mail programs put around the mail that they quote or pass on. */
    private static final Pattern QUOTING = Pattern.compile("gmail_quote|yahoo_quoted|protonmail_quote|divrplyfwdmsg"
            + "|appendonsend|mail-editor-reference-message-container|outlookmessageheader|zmail_extra|tutanota_quote");
    private static final Pattern SIGNING = Pattern
            .compile("gmail_signature|moz-signature|\\ssignature\\s|protonmail_signature_block");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int quotes;
    private int preformatted;
    private boolean isBelow;

    private PageText() {}

    /** Whose words a line holds. */
    public enum Place {
        /** The writer's own, as far as the page tells. */
        OWN,
        /** Those of a {@code blockquote}. */
        QUOTED,
        /** Those from the first signature or quoted mail on that the writer's mail program marks as such. */
        BELOW
    }

    /**
     * A line.
     *
     * @param place whose words it holds
     * @param text its characters, without blanks around them; empty for a blank line
     */
    public record Line(Place place, String text) {}

    /** The lines of the page, or of its beginning when it is longer than {@link #MOST}. */
    public static List<Line> lines(String page) {
        Deadline.check();
        var read = page.length() > MOST ? page.substring(0, MOST) : page;
        var text = new PageText();
        Jsoup.parse(read, "", Parser.htmlParser().setMaxDepth(DEEPEST)).filter(text.new Walk());
        text.endLine();
        Deadline.check();
        return List.copyOf(text.lines);
    }

    private final class Walk implements NodeFilter {

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                add(words.getWholeText());
            }
            return node instanceof Element element ? begin(element) : FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                end(element);
            }
            return FilterResult.CONTINUE;
        }
    }

    private NodeFilter.FilterResult begin(Element element) {
        boolean begins = beginsBelow(element);
        if (begins || element.isBlock()) {
            endLine();
        }
        isBelow |= begins;
        if (isUnseen(element)) {
            return NodeFilter.FilterResult.SKIP_ENTIRELY;
        }
        switch (element.normalName()) {
            case "br" -> lines.add(taken());
            case "p" -> addBlankLine();
            case "blockquote" -> quotes++;
            case "pre" -> preformatted++;
            default -> {
                // It only breaks the line, or does nothing.
            }
        }
        return NodeFilter.FilterResult.CONTINUE;
    }

    private void end(Element element) {
        if (element.isBlock()) {
            endLine();
        }
        switch (element.normalName()) {
            case "p" -> addBlankLine();
            case "blockquote" -> quotes--;
            case "pre" -> preformatted--;
            default -> {
                // Nothing ends but the element.
            }
        }
    }

    private void add(String words) {
        var parts = preformatted > 0 ? words.split("\n", -1) : new String[]{words};
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                lines.add(taken());
            }
            var text = BLANKS.matcher(parts[i]).replaceAll(" ");
            boolean isAfterBlank = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
            line.append(isAfterBlank && text.startsWith(" ") ? text.substring(1) : text);
        }
    }

    private void endLine() {
        var ended = taken();
        if (!ended.text().isEmpty()) {
            lines.add(ended);
        }
    }

    private void addBlankLine() {
        if (!lines.isEmpty() && !lines.getLast().text().isEmpty()) {
            lines.add(taken());
        }
    }

    private Line taken() {
        var text = line.toString().strip();
        line.setLength(0);
        return new Line(isBelow ? Place.BELOW : quotes > 0 ? Place.QUOTED : Place.OWN, text);
    }

    private static boolean beginsBelow(Element element) {
        if (!element.hasAttr("class") && !element.hasAttr("id")) {
            return false;
        }
        var names = " " + (element.className() + " " + element.id()).toLowerCase(Locale.ROOT) + " ";
        return QUOTING.matcher(names).find() || SIGNING.matcher(names).find();
    }

    private static boolean isUnseen(Element element) {
        return UNSEEN.contains(element.normalName()) || element.hasAttr("hidden") || BLANKS.matcher(
                element.attr("style")).replaceAll("").toLowerCase(Locale.ROOT).contains("display:none");
    }
}
