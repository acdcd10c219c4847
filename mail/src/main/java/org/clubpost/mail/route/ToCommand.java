package org.clubpost.mail.route;

import java.util.Optional;
import org.clubpost.mail.command.Command;
import org.clubpost.mail.command.Commands;
import org.clubpost.mail.command.Wish;
import org.clubpost.mail.incoming.Incoming;

/**
 * A mail that gives a certain one of the {@link Commands}.
 *
 * @param command that one
 */
record ToCommand(Command command) implements Route {

    @Override
    public Optional<Handling> take(Incoming mail) {
        return Commands.of(mail).filter(command::equals).map(given -> handling(given.wish(mail)));
    }

    private static Handling handling(Wish wish) {
        return switch (wish) {
            case Wish.Leave(var member) -> new Handling.LeaveAs(member);
            case Wish.LeavePerhaps(var named) -> new Handling.OfferToLeave(named);
            case Wish.ForOwners _ -> new Handling.Forward();
            case Wish.Nothing(var cause) -> Handling.discard(cause);
            case Wish.Service service -> new Handling.Serve(service);
        };
    }

    @Override
    public String name() {
        return command.name();
    }
}
