package org.clubpost.mail.tnef;

import java.util.Map;
import java.util.Set;

/** The control words of RTF (RTF 1.9.1) that a reader of its text has to know. */
final class RtfWords {

    /** Groups whose text is not the letter's. */
    static final Set<String> ASIDE = Set.of("fonttbl", "colortbl", "stylesheet", "info", "pict", "object",
            "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "listtable",
            "listoverridetable", "revtbl", "rsidtbl", "generator", "themedata", "datastore", "latentstyles", "xmlnstbl",
            "fldinst", "bkmkstart", "bkmkend", "nonshppict", "mhtmltag");
    /** Signs and breaks that have a word of their own. */
    static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("par", "\r\n"), Map.entry("line", "\r\n"),
            Map.entry("sect", "\r\n"), Map.entry("page", "\r\n"), Map.entry("row", "\r\n"), Map.entry("tab", "\t"),
            Map.entry("cell", "\t"), Map.entry("lquote", "\u2018"), Map.entry("rquote", "\u2019"),
            Map.entry("ldblquote", "\u201c"), Map.entry("rdblquote", "\u201d"), Map.entry("bullet", "\u2022"),
            Map.entry("endash", "\u2013"), Map.entry("emdash", "\u2014"));

    private RtfWords() {}
}
