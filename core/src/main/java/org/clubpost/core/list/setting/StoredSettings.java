package org.clubpost.core.list.setting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;

/**
 * The settings of a list as every adapter stores them: a text for each, by its name ({@link ListSetting#key}). The
 * texts stay the same when the command line takes or shows something else. What one version stores, every other version
 * reads.
 *
 * <table> <caption>How values are stored</caption>
 * <tr><th>value</th><th>text</th></tr>
 * <tr><td>text</td><td>itself</td></tr>
 * <tr><td>number, size</td><td>decimal; a size in octets: {@code 10485760}</td></tr>
 * <tr><td>time</td><td>ISO 8601, as {@link java.time.Duration#toString} writes it: {@code PT24H}</td></tr>
 * <tr><td>language</td><td>its tag (BCP 47), also when we do not write in it</td></tr>
 * <tr><td>one of several</td><td>the constant's name in lower case; of two, the words in the table of
 * settings</td></tr>
 * <tr><td>several values</td><td>with a comma and a blank between them</td></tr>
 * <tr><td>quiet hours</td><td>{@code 22:00-07:00 Europe/Berlin}, with the list's zone; empty for none</td></tr>
 * <tr><td>time zone</td><td>its name in the time zone database</td></tr>
 * <tr><td>where replies go</td><td>{@code author}, {@code list}, {@code both}, or the address</td></tr>
 * </table>
 */
public final class StoredSettings {

    private StoredSettings() {}

    /** What is to be stored of the list, in the order of names. The list's id and domain are not included. */
    public static Map<String, String> of(MailingList list) {
        var all = new TreeMap<String, String>();
        ListSettings.all().forEach(setting -> all.put(setting.key(), setting.stored(list)));
        return all;
    }

    /**
     * The list with those stored settings. A setting that this version does not know is passed over. A setting keeps
     * its default when this version refuses its value. So an older and a newer version can share a table. Only a
     * language that we do not write in is kept as it is. A list that does not say whether it is listed is from a time
     * without a front page. It stays off it, because its name may be nobody else's business.
     */
    public static MailingList restore(ListId id, String domain, Map<String, String> stored) {
        var list = MailingList.create(id, domain, id.value(), List.of());
        list = list.with(list.signUp().withListed(false));
        for (var setting : ListSettings.all()) {
            var value = stored.get(setting.key());
            if (value != null) {
                list = setting.restored(list, value);
            }
        }
        return list;
    }
}
