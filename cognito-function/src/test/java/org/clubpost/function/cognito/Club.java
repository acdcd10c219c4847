package org.clubpost.function.cognito;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.FixedClock;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.link.SampleLinks;
import org.clubpost.core.list.DomainGroup;
import org.clubpost.core.list.Groups;
import org.clubpost.core.list.InMemoryLists;
import org.clubpost.core.list.ListId;
import org.clubpost.core.list.Lists;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.list.Profile;
import org.clubpost.core.list.SampleLists;
import org.clubpost.core.notice.CollectingNotices;
import org.clubpost.core.owners.SampleOwners;
import org.clubpost.core.subscriber.InMemorySubscribers;
import org.clubpost.core.subscriber.SampleSubscribers;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscription.Admit;
import org.clubpost.core.subscription.JoinByAccount;
import org.clubpost.core.subscription.SignUpDesk;
import org.clubpost.core.subscription.Subscribe;

/**
 * A club with a pool and two lists: {@code news} for staff and students, in German, and {@code board} for staff.
 * Everything is in memory.
 */
final class Club {

    static final String POOL = "eu-central-1_Ab1Cd2Ef3";
    static final EmailAddress ANNA = EmailAddress.of("anna@maths.uni.example");

    final MailingList news = SampleLists.aList("news").with(new Profile("News", "", Locale.GERMAN))
            .with(table("club.example=staff", "*.uni.example=students"));
    final MailingList board = SampleLists.aList("board").with(table("club.example=staff"));
    final InMemoryLists lists = new InMemoryLists(news, board);
    final InMemorySubscribers subscribers = new InMemorySubscribers(lists);
    final CollectingNotices notices = new CollectingNotices();
    final InMemoryUserPools pools = new InMemoryUserPools();
    final List<Unfinished> queue = new ArrayList<>();
    final FixedClock clock = new FixedClock();
    final SignUpDesk desk = new SignUpDesk(lists, subscribers, notices, clock);

    private static Groups table(String... entries) {
        return Groups.NONE.withDomains(
                List.of(entries).stream().map(entry -> DomainGroup.parse(entry).orElseThrow()).toList());
    }

    Welcome welcome() {
        return welcome(lists);
    }

    /** The same for lists that may not be there. */
    Welcome welcome(Lists found) {
        return new Welcome(new Admit(found),
                new JoinByAccount(subscribers, desk.limits, notices, SampleOwners.of(notices, clock),
                        SampleSubscribers.IDS, SampleLinks.LINKS,
                        new Subscribe(found, desk.limits, desk.requests, SampleSubscribers.IDS)),
                pools, names(), new Wishes("custom:newsletter", "custom:notify"));
    }

    List<ListId> names() {
        return List.of(news.id(), board.id());
    }

    /** The attributes of somebody with a proven address, and those beside. */
    static Map<String, String> attributes(EmailAddress address, String... more) {
        var attributes = new HashMap<>(Map.of("sub", "11111111-2222", "email", address.written(), "email_verified",
                "true", "cognito:user_status", "CONFIRMED", "name", "Anna"));
        for (var each : more) {
            attributes.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return attributes;
    }

    static User.Id key() {
        return new User.Id(POOL, "11111111-2222");
    }

    Subscriber find(MailingList list, EmailAddress address) {
        return subscribers.find(list.id(), SampleSubscribers.IDS.of(address)).orElseThrow().subscriber();
    }

    boolean isKnown(MailingList list, EmailAddress address) {
        return subscribers.find(list.id(), SampleSubscribers.IDS.of(address)).isPresent();
    }
}
