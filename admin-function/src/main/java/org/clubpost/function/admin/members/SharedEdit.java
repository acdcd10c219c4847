package org.clubpost.function.admin.members;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clubpost.core.admin.Edit;
import org.clubpost.core.list.MailingList;
import org.clubpost.function.admin.words.Words;

/**
 * A change that the page of members offers for several together.
 *
 * @param value what the form sends
 * @param text the name of its words
 * @param group the group that it is about; empty for none
 * @param made makes the change, with the day that the form has
 */
record SharedEdit(String value, String text, String group, Function<Optional<LocalDate>, Optional<Edit>> made) {

    /** All that there are for that list. */
    static List<SharedEdit> all(MailingList list) {
        var all = new ArrayList<SharedEdit>();
        for (var group : list.groups().all()) {
            all.add(new SharedEdit("into " + group.value(), "members.do.into", group.value(),
                    _ -> Optional.of(new Edit.IntoGroup(group))));
            all.add(new SharedEdit("out-of " + group.value(), "members.do.out", group.value(),
                    _ -> Optional.of(new Edit.OutOfGroup(group))));
        }
        all.add(new SharedEdit("pause", "members.do.pause", "", day -> day.map(each -> new Edit.Pause(day))));
        all.add(new SharedEdit("resume", "members.do.resume", "", _ -> Optional.of(new Edit.Pause(Optional.empty()))));
        all.add(new SharedEdit("remove", "members.do.remove", "", _ -> Optional.of(new Edit.Removal())));
        return all;
    }

    /** How it is called. */
    String label(Words words) {
        return words.text(text, group.isEmpty() ? Map.of() : Map.of("group", group));
    }

    /** The change; empty when the day that it needs is missing. */
    Optional<Edit> edit(Optional<LocalDate> day) {
        return made.apply(day);
    }
}
