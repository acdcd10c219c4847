package org.clubpost.cli.list;

import org.clubpost.core.list.Logo;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.setting.ListSetting;

/** A setting in a listing for people: short where its value is long, and with a word where its value is missing. */
final class ShownSetting {

    private ShownSetting() {}

    static String value(MailingList list, ListSetting<?> setting) {
        return switch (setting.key()) {
            case "logo" -> list.brand().logo().map(ShownSetting::inShort).orElse("");
            case "postal-address" -> list.brand().postalAddress().replace("\n", " | ");
            default -> setting.shown(list);
        };
    }

    static String meaning(MailingList list, ListSetting<?> setting) {
        return setting.key().equals("postal-address") && list.brand().postalAddress().isEmpty()
                ? "MISSING: " + setting.meaning()
                : setting.meaning();
    }

    private static String inShort(Logo logo) {
        return logo.mediaType() + ", " + logo.octets().length + " octets";
    }
}
