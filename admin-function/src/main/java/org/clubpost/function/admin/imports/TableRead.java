package org.clubpost.function.admin.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.admin.ImportPeople;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscription.Membership.Newcomer;
import org.clubpost.people.MemberFile;
import org.clubpost.people.file.Columns;
import org.clubpost.people.file.Role;

/**
 * What stands in a table of people.
 *
 * @param people whom it names, each once, in order
 * @param named how often it names somebody
 * @param notMembers how many lines are of people who are no members, by the word of the file
 * @param withoutAddress how many lines have no address
 * @param bad the first lines that cannot be read
 * @param badLines how many there are
 * @param columns its columns
 */
public record TableRead(List<Newcomer> people, int named, int notMembers, int withoutAddress,
        List<MemberFile.Line.Bad> bad,
        int badLines, List<Columns.Column> columns) {

    private static final int SHOWN = 50;

    /**
     * Reads a file.
     *
     * @param roles what columns are for, where somebody says so
     * @throws org.clubpost.people.file.UnusableFile when it is no such table
     */
    public static TableRead of(SentFile file, Map<Integer, Role> roles, MailingList list, SubscriberIds ids) {
        return file.read(opened -> new Collector().read(opened.with(roles), list, ids));
    }

    /** Hands the lines on, each with its number. */
    public static void lines(SentFile file, Map<Integer, Role> roles, MailingList list,
            MemberFile.NumberedLines reader) {
        file.read(opened -> {
            opened.with(roles).forEachNumbered(list, reader);
            return true;
        });
    }

    /** Collects the lines, one after the other. */
    private static final class Collector {

        private final List<Newcomer> newcomers = new ArrayList<>();
        private final HashSet<EmailAddress> nobody = new HashSet<>();
        private final List<MemberFile.Line.Bad> bad = new ArrayList<>();
        private int notMembers;
        private int withoutAddress;
        private int badLines;

        TableRead read(MemberFile file, MailingList list, SubscriberIds ids) {
            file.forEach(list, this::take);
            // Whoever is said in one line to be no member is none, whatever another line says.
            newcomers.removeIf(each -> nobody.contains(each.address()));
            return new TableRead(ImportPeople.inOrder(newcomers, ids), newcomers.size(), notMembers, withoutAddress,
                    List.copyOf(bad), badLines, file.people().sheet().isOfLines()
                            ? List.of()
                            : file.people().columns().all());
        }

        private void take(MemberFile.Line line) {
            switch (line) {
                case MemberFile.Line.Person(var newcomer) -> newcomers.add(newcomer);
                case MemberFile.Line.NotConfirmed(_, var address, _) -> {
                    address.ifPresent(nobody::add);
                    notMembers++;
                }
                case MemberFile.Line.Bad wrong -> {
                    badLines++;
                    if (bad.size() < SHOWN) {
                        bad.add(wrong);
                    }
                }
                case MemberFile.Line.NoAddress _ -> withoutAddress++;
                case MemberFile.Line.Remark _ -> {
                }
            }
        }
    }
}
