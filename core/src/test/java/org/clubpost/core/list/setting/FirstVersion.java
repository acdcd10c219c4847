package org.clubpost.core.list.setting;

import java.util.Map;

/**
 * Settings as the first version stored them: commit 8e07487, written down from a run of it. They lie in tables, so they
 * never change.
 */
public final class FirstVersion {

    /** What it stored of {@link org.clubpost.core.list.SampleLists#aList()}. */
    public static final Map<String, String> NEW_LIST = Map.ofEntries(Map.entry("archive-url", ""),
            Map.entry("banned", ""), Map.entry("confirm-within", "PT24H"), Map.entry("description", ""),
            Map.entry("footer", ""), Map.entry("language", "en"), Map.entry("max-recipients", "50"),
            Map.entry("max-size", "10485760"), Map.entry("must-be-named", "no"), Map.entry("name", "Chess Club News"),
            Map.entry("others", "hold"), Map.entry("owners", "owner@club.example"), Map.entry("posters", ""),
            Map.entry("posting", "posters"), Map.entry("quiet-hours", ""), Map.entry("refused-files", ""),
            Map.entry("reply-to", "author"), Map.entry("report", "poster"), Map.entry("sign-up", "open"),
            Map.entry("subject-tag", "[news]"), Map.entry("unclear", "again"), Map.entry("undo", "PT0S"));

    /** What it stored of {@link org.clubpost.core.list.SampleLists#aListWithEverySetting}. */
    public static final Map<String, String> EVERY_SETTING = Map.ofEntries(
            Map.entry("archive-url", "https://archiv.example/schach/{message-id}"),
            Map.entry("banned", "anna@club.example, spam.example"), Map.entry("confirm-within", "PT1H30M"),
            Map.entry("description", "Neues für alle, die „ziehen“"),
            Map.entry("footer", "Zeile eins\nZeile zwei: {{unsubscribe_url}}"), Map.entry("language", "de-CH"),
            Map.entry("max-recipients", "7"), Map.entry("max-size", "3000001"), Map.entry("must-be-named", "yes"),
            Map.entry("name", "Schachverein Königsspringer ♞"), Map.entry("others", "reject"),
            Map.entry("owners", "Vera.Vorstand@Club.example, kasse@club.example"),
            Map.entry("posters", "jugend+wart@bücher.example"), Map.entry("posting", "members"),
            Map.entry("quiet-hours", "22:00-07:30 Europe/Zurich"), Map.entry("refused-files", "zip, docm"),
            Map.entry("reply-to", "Fragen@club.example"), Map.entry("report", "owners"),
            Map.entry("sign-up", "closed"), Map.entry("subject-tag", "[schach]"), Map.entry("unclear", "leave"),
            Map.entry("undo", "PT7M"));

    private FirstVersion() {}
}
