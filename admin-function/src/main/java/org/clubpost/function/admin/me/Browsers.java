package org.clubpost.function.admin.me;

import java.util.List;
import java.util.Map;

/** What a browser and its system are called, as far as what it says of itself tells (RFC 9110 section 10.1.5). */
final class Browsers {

    /** The more special come first, because many say that they are Chrome and Safari too. */
    private static final List<Map.Entry<String, String>> NAMES = List.of(Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"), Map.entry("SamsungBrowser", "Samsung Internet"),
            Map.entry("Firefox", "Firefox"), Map.entry("FxiOS", "Firefox"), Map.entry("CriOS", "Chrome"),
            Map.entry("Chrome", "Chrome"), Map.entry("Safari", "Safari"));
    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"), Map.entry("Android", "Android"), Map.entry("Windows", "Windows"),
            Map.entry("Macintosh", "Mac"), Map.entry("CrOS", "ChromeOS"), Map.entry("Linux", "Linux"));

    private Browsers() {}

    /** Such as {@code Firefox, Windows}. */
    static String name(String agent, String unknown) {
        var browser = find(NAMES, agent);
        var system = find(SYSTEMS, agent);
        if (browser.isEmpty()) {
            return system.isEmpty() ? unknown : system;
        }
        return system.isEmpty() ? browser : browser + ", " + system;
    }

    private static String find(List<Map.Entry<String, String>> names, String agent) {
        return names.stream().filter(each -> agent.contains(each.getKey())).map(Map.Entry::getValue).findFirst()
                .orElse("");
    }
}
