package org.clubpost.mail.command.admin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clubpost.core.admin.Permission;
import org.clubpost.core.notice.CommandResult;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Subscriber;

/** Says how many members there are, and who they are to those who may see that. */
final class ListMembers implements Command {

    /** More do not belong into a mail; the command line exports them. */
    private static final int MOST = 500;

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String syntax() {
        return "list";
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.empty();
    }

    @Override
    public Optional<Order> read(String rest) {
        return rest.isBlank() ? Optional.of(ListMembers::members) : Optional.empty();
    }

    private static CommandResult members(Desk desk) {
        var list = desk.list().id();
        var count = desk.tools().lists().confirmedMembers(list);
        if (!desk.may(Permission.SEE_MEMBERS)) {
            return new CommandResult.Members(count, List.of());
        }
        try (var all = desk.tools().subscribers().all(list)) {
            return new CommandResult.Members(count, all.filter(Subscriber.Confirmed.class::isInstance).limit(MOST)
                    .flatMap(member -> member.whom().stream())
                    .sorted(Comparator.comparing((Person person) -> person.address().compared())).toList());
        }
    }
}
