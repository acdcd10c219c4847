package org.clubpost.core.subscription;

import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.SubscriberIds;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscribers;
import org.clubpost.core.subscription.Membership.Newcomer;

/**
 * What {@link Membership#add} would do with people now. Nothing is changed.
 *
 * @param toAdd how many would become members
 * @param toRegroup how many are members, and would be put into further groups
 * @param alreadyMembers how many are members, and would stay as they are
 * @param notBroughtBack how many would be left out because they had left or must not be written to
 * @param namedTwice how many were named before, and count no more; {@link Membership#add} counts them as members
 */
public record Forecast(int toAdd, int toRegroup, int alreadyMembers, int notBroughtBack, int namedTwice) {

    /** For so few people each is looked for; for more all subscribers of the list are read through once. */
    private static final int FEW = 1000;
    private static final Forecast NONE = new Forecast(0, 0, 0, 0, 0);

    /** Looks at the subscribers of the list. */
    public static Forecast of(Subscribers subscribers, SubscriberIds ids, MailingList list,
            Collection<Newcomer> newcomers) {
        var wanted = new HashMap<SubscriberId, Set<GroupName>>();
        newcomers.forEach(each -> wanted.putIfAbsent(ids.of(each.address()), each.groups()));
        var forecast = new Forecast(0, 0, 0, 0, newcomers.size() - wanted.size());
        if (wanted.size() > FEW) {
            try (var all = subscribers.all(list.id())) {
                for (var known : (Iterable<Subscriber>) all::iterator) {
                    forecast = forecast.plus(Optional.ofNullable(wanted.remove(known.id()))
                            .map(groups -> of(known, groups)).orElse(NONE));
                }
            }
            return forecast.plus(new Forecast(wanted.size(), 0, 0, 0, 0));
        }
        for (var each : wanted.entrySet()) {
            forecast = forecast.plus(subscribers.find(list.id(), each.getKey())
                    .map(stored -> of(stored.subscriber(), each.getValue())).orElse(new Forecast(1, 0, 0, 0, 0)));
        }
        return forecast;
    }

    private static Forecast of(Subscriber known, Set<GroupName> groups) {
        return switch (known) {
            case Subscriber.Confirmed member when member.groups().containsAll(groups) -> new Forecast(0, 0, 1, 0, 0);
            case Subscriber.Confirmed _ -> new Forecast(0, 1, 0, 0, 0);
            case Subscriber.Suppressed _ -> new Forecast(0, 0, 0, 1, 0);
            case Subscriber.Gone gone -> of(gone.staysAway());
            case Subscriber.Pending request -> of(request.past().staysAway());
            case Subscriber.Applied applied -> of(applied.past().staysAway());
        };
    }

    private static Forecast of(boolean staysAway) {
        return staysAway ? new Forecast(0, 0, 0, 1, 0) : new Forecast(1, 0, 0, 0, 0);
    }

    private Forecast plus(Forecast other) {
        return new Forecast(toAdd + other.toAdd, toRegroup + other.toRegroup, alreadyMembers + other.alreadyMembers,
                notBroughtBack + other.notBroughtBack, namedTwice + other.namedTwice);
    }
}
