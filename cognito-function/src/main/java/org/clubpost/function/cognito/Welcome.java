package org.clubpost.function.cognito;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscription.Account;
import org.clubpost.core.subscription.Admit;
import org.clubpost.core.subscription.JoinByAccount;

/**
 * What is done for a user who has proved the address: the user is put into the groups of the pool that their domain
 * belongs to, and then, as they said, into the lists. May be done again: what is done already is left alone.
 */
final class Welcome {

    private final Admit admit;
    private final JoinByAccount join;
    private final UserPools pools;
    private final List<ListId> lists;
    private final Wishes wishes;

    /** What became of it. */
    sealed interface Outcome {

        /** The address is not proven: an owner of the pool confirmed the user by hand. */
        record Unproven() implements Outcome {}

        /** No list takes the address (any more). */
        record Refused() implements Outcome {}

        /**
         * It is all done.
         *
         * @param groups what became of the groups of the pool, in the order of their names
         * @param lists what became of the lists that the person was asked about or said yes to
         */
        record Done(List<UserPools.Put> groups, List<JoinByAccount.Outcome> lists) implements Outcome {

            /** Copies both. */
            public Done {
                groups = List.copyOf(groups);
                lists = List.copyOf(lists);
            }
        }
    }

    /**
     * @param lists those that one may join
     */
    Welcome(Admit admit, JoinByAccount join, UserPools pools, List<ListId> lists, Wishes wishes) {
        this.admit = admit;
        this.join = join;
        this.pools = pools;
        this.lists = List.copyOf(lists);
        this.wishes = wishes;
    }

    /**
     * Does it.
     *
     * @param since when the address was proven
     * @throws org.clubpost.core.UnavailableException safe to repeat
     */
    Outcome welcome(User user, Instant since) {
        var address = user.address();
        if (address.isEmpty() || !user.isAddressProven()) {
            return new Outcome.Unproven();
        }
        return switch (admit.admit(lists, address.get())) {
            case Admit.Answer.Refused _ -> new Outcome.Refused();
            case Admit.Answer.Admitted(var taking) ->
                new Outcome.Done(groups(user, address.get(), taking), lists(user, address.get(), taking, since));
        };
    }

    private List<UserPools.Put> groups(User user, EmailAddress address, List<MailingList> taking) {
        var groups = taking.stream().flatMap(list -> list.groups().of(address).stream()).distinct().sorted().toList();
        var put = new ArrayList<UserPools.Put>();
        for (GroupName group : groups) {
            put.add(pools.put(user.id(), group));
        }
        return put;
    }

    private List<JoinByAccount.Outcome> lists(User user, EmailAddress address, List<MailingList> taking,
            Instant since) {
        var outcomes = new ArrayList<JoinByAccount.Outcome>();
        for (var list : taking) {
            var account = new Account(address, user.name(), user.language(list.profile().language()),
                    wishes.settings(user));
            switch (wishes.answer(user)) {
                case YES -> outcomes.add(join.join(list, account, wishes.consent(user, since)));
                case NONE -> outcomes.add(join.ask(list, account, Wishes.service(user), new Origin(since, "", "")));
                case NO -> {
                    // They were asked, and that is their answer.
                }
            }
        }
        return outcomes;
    }
}
