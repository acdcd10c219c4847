package org.clubpost.cli.members;

import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.cli.output.CommandFailure;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.text.CommaList;

/** Groups of a list, as they are typed. */
final class GroupNames {

    private GroupNames() {}

    /**
     * Reads names with commas or blanks between them; none when the text is empty.
     *
     * @throws CommandFailure when one of them is not a group of the list
     */
    static Set<GroupName> read(String typed, MailingList list) {
        return CommaList.parse(typed, name -> GroupName.parse(name).filter(list.groups().all()::contains))
                .map(Set::copyOf).orElseThrow(() -> new CommandFailure(unknown(typed, list)));
    }

    private static String unknown(String typed, MailingList list) {
        var all = list.groups().all();
        return "\"" + typed + "\" are not groups of the list " + list.id() + ". "
                + (all.isEmpty()
                        ? "It has none"
                        : "There are: " + all.stream().map(GroupName::value)
                                .collect(Collectors.joining(", ")))
                + ". Make one with: ./clubpost list set " + list.id() + " groups="
                + (all.isEmpty()
                        ? "board"
                        : all.stream().map(GroupName::value).collect(Collectors.joining(","))
                                + ",another");
    }
}
