package org.clubpost.function.admin.write;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown as HTML (CommonMark 0.31). HTML in it is shown as text, and links lead nowhere but to https, http and mailto:
 * what people paste may come from anywhere. Safe for use by many threads.
 */
public final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true)
            .softbreak("<br>\n").build();

    private Markdown() {}

    /** The text as a whole page. A line end is a line end, as in the text. */
    public static String page(String text) {
        return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n"
                + RENDERER.render(PARSER.parse(text)) + "</body></html>\n";
    }
}
