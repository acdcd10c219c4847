package org.clubpost.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clubpost.core.list.Brand;
import org.clubpost.core.list.Logo;
import org.clubpost.core.list.MailingList;

/** What a page shows of the club that it is from: its colour, its picture, and in the foot where to find more. */
final class Look {

    private Look() {}

    /** Of that list's club, with the list's name above the title. */
    static void put(Map<String, Object> model, Texts words, MailingList list) {
        put(model, words, list,
                list.signUp().open() ? Optional.of(PrivacyPage.path(list, words.language())) : Optional.empty());
    }

    /** The same for a member who came with that link, also of a list that others do not get to see. */
    static void put(Map<String, Object> model, Texts words, MailingList list, String token) {
        put(model, words, list, Optional.of(PrivacyPage.path(token)));
    }

    /** The club's own page about privacy comes first, because it is about more than the list. */
    private static void put(Map<String, Object> model, Texts words, MailingList list, Optional<String> privacy) {
        model.put("list", List.of(list.profile().name()));
        put(model, words, list.brand());
        model.put("legal", legal(words, list.brand(), privacy));
    }

    /** Of the list when it is about one; about several it shows what they have alike, which is the club's. */
    static void put(Map<String, Object> model, Texts words, List<MailingList> lists) {
        if (lists.size() == 1) {
            put(model, words, lists.getFirst());
        } else {
            model.put("list", List.of());
            put(model, words, Brand.shared(lists));
        }
    }

    /** Of that club, on a page that is about no list. */
    static void put(Map<String, Object> model, Texts words, Brand brand) {
        model.put("palette", brand.colour().map(Palette::css).stream().toList());
        model.put("logo", brand.logo().map(Logo::dataUrl).stream().toList());
        model.put("legal", legal(words, brand, Optional.empty()));
        model.put("postal", brand.postalAddress().lines().toList());
        model.put("hasPostal", !brand.postalAddress().isEmpty());
    }

    private static List<Map<String, String>> legal(Texts words, Brand brand, Optional<String> privacy) {
        var links = new ArrayList<Map<String, String>>();
        if (!brand.imprint().isEmpty()) {
            links.add(Map.of("href", brand.imprint(), "label", words.text("footer.imprint")));
        }
        Optional.of(brand.privacy()).filter(own -> !own.isEmpty()).or(() -> privacy)
                .ifPresent(page -> links.add(Map.of("href", page, "label", words.text("footer.privacy"))));
        return links;
    }
}
