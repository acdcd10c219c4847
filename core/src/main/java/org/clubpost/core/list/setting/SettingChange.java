package org.clubpost.core.list.setting;

import org.clubpost.core.list.MailingList;

/** What became of an attempt to change one setting of a list. */
public sealed interface SettingChange {

    /**
     * The value was accepted.
     *
     * @param list the list with the new value
     */
    record Changed(MailingList list) implements SettingChange {}

    /**
     * The value was refused; nothing changed.
     *
     * @param reason why, as a sentence for the person who typed it
     */
    record Refused(String reason) implements SettingChange {}
}
