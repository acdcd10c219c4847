package org.clubpost.aws.dynamodb;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.core.subscriber.WayBack;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Subscribers as items and back. */
final class SubscriberItems {

    /** The state's attribute: the name of a {@link SubscriberStatus}. */
    static final String STATE = "state";
    /** The attribute that gets a new value at each change. */
    static final String REVISION = "revision";

    static final String ADDRESS = "address";
    static final String NAME = "name";
    static final String LANGUAGE = "language";
    private static final String LINKS = "links";
    static final String LINK = "link";
    static final String FORM = "form";
    static final String WORDING = "wording";
    static final String REQUESTED = "requested";
    private static final String CONFIRMED = "confirmed";
    private static final String EXPIRES = "expires";
    private static final String CONSENT = "consent";
    private static final String SINCE = "since";
    private static final String GREETED = "greeted";
    private static final String OWN_POSTS = "ownPosts";
    /** How the member is told of new posts; not written when not at all. */
    static final String NOTIFY = "notify";
    private static final String COPY_WHEN_ADDRESSED = "copyWhenAddressed";
    /** The groups of a member; not written when there is none. */
    static final String GROUPS = "groups";
    private static final String SERVICE = "service";
    private static final String ANSWER = "answer";
    /** The day on which the list's mail goes on to a member; not written when none was chosen. */
    private static final String PAUSED_UNTIL = "pausedUntil";
    /** What is kept of the membership of somebody who left and may come back. */
    private static final String BACK = "back";
    private static final String TOLD = "told";
    private static final String AT = "at";
    private static final String WAY = "way";
    private static final String REASON = "reason";
    private static final String SOURCE = "source";
    private static final String USER_AGENT = "userAgent";
    /** The state of a former member before a new request. */
    private static final String FORMER = "former";

    private SubscriberItems() {}

    static AttributeValue state(SubscriberStatus status) {
        return AttributeValue.fromS(status.name());
    }

    static Item write(Stored stored) {
        var subscriber = stored.subscriber();
        var item = person(subscriber.person(), Item.at(TableLayout.subscriber(subscriber.list(), subscriber.id())))
                .text(STATE, SubscriberStatus.of(subscriber).name()).number(REVISION, stored.revision())
                .text(TableLayout.COMPARED_ADDRESS, subscriber.person().address().compared());
        return switch (subscriber) {
            case Subscriber.Pending pending -> past(pending, LinkedRequests.write(pending.earlier(), item)
                    .texts(LINKS, pending.links().stream().map(TokenDigest::hex).toList()).text(FORM, pending.form())
                    .text(WORDING, pending.wording()).map(REQUESTED, origin(pending.requested()))
                    .instant(EXPIRES, pending.expiresAt()));
            case Subscriber.Confirmed confirmed -> groups(confirmed.groups(), settings(confirmed.settings(), item
                    .map(CONSENT, consent(confirmed.consent())).instant(SINCE, confirmed.since())
                    .flag(GREETED, confirmed.greeted())));
            case Subscriber.Left left -> left(left, item);
            case Subscriber.Suppressed suppressed -> item.text(REASON, suppressed.reason()).instant(AT,
                    suppressed.at());
        };
    }

    /**
     * DynamoDB may delete a stranger's request once it has expired. A former member's item must stay, because it holds
     * what was before.
     */
    private static Item past(Subscriber.Pending pending, Item item) {
        return switch (pending.past()) {
            // Rounded up, so that nothing is deleted while it is still good.
            case Past.Stranger _ -> item.number(TableLayout.EXPIRES_AT, pending.expiresAt().getEpochSecond() + 1);
            case Past.FormerMember(var left) -> item.map(FORMER, left(left, person(left.person(), Item.inner())));
        };
    }

    private static Item person(Person person, Item item) {
        return item.text(ADDRESS, person.address().written()).text(NAME, person.name().text()).text(LANGUAGE,
                person.language().toLanguageTag());
    }

    /** Only what the member chose is written: members are read by the thousand, and few choose anything. */
    private static Item settings(MemberSettings settings, Item item) {
        if (settings.ownPosts() != MemberSettings.DEFAULT.ownPosts()) {
            item.text(OWN_POSTS, settings.ownPosts().name());
        }
        if (settings.copyWhenAddressed() != MemberSettings.DEFAULT.copyWhenAddressed()) {
            item.flag(COPY_WHEN_ADDRESSED, settings.copyWhenAddressed());
        }
        settings.pausedUntil().ifPresent(day -> item.text(PAUSED_UNTIL, day.toString()));
        return notification(settings.notification(), item);
    }

    static Item notification(Notification notification, Item item) {
        if (!notification.equals(Notification.none())) {
            item.text(NOTIFY, notification.written());
        }
        return item;
    }

    private static Item groups(Set<GroupName> groups, Item item) {
        return groups.isEmpty() ? item : item.texts(GROUPS, groups.stream().sorted().map(GroupName::value).toList());
    }

    private static Set<GroupName> groups(Item item) {
        return item.has(GROUPS)
                ? item.texts(GROUPS).stream().map(GroupName::new).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static MemberSettings settings(Item item) {
        return new MemberSettings(
                item.findText(OWN_POSTS).map(OwnPosts::valueOf).orElse(MemberSettings.DEFAULT.ownPosts()),
                item.has(COPY_WHEN_ADDRESSED)
                        ? item.flag(COPY_WHEN_ADDRESSED)
                        : MemberSettings.DEFAULT.copyWhenAddressed(),
                notification(item), item.findText(PAUSED_UNTIL).map(LocalDate::parse));
    }

    /** What only a newer version knows is nothing to this one. */
    static Notification notification(Item item) {
        return item.findText(NOTIFY).flatMap(Notification::parse).orElse(Notification.none());
    }

    private static Item left(Subscriber.Left left, Item item) {
        item.map(CONSENT, consent(left.consent())).instant(AT, left.at()).text(WAY, left.way().name());
        return switch (left.back()) {
            case WayBack.Closed _ -> item;
            case WayBack.Open open -> item.map(BACK, groups(open.groups(), settings(open.settings(),
                    Item.inner().instant(SINCE, open.since()).flag(TOLD, open.told()))));
        };
    }

    private static WayBack back(Item item) {
        if (!item.has(BACK)) {
            return new WayBack.Closed();
        }
        var kept = item.map(BACK);
        return new WayBack.Open(kept.instant(SINCE), settings(kept), groups(kept), kept.flag(TOLD));
    }

    static Stored read(ListId list, Item item) {
        return new Stored(subscriber(list, item), item.number(REVISION));
    }

    static Subscriber subscriber(ListId list, Item item) {
        var id = id(item);
        return switch (SubscriberStatus.valueOf(item.text(STATE))) {
            case PENDING -> new Subscriber.Pending(list, person(id, item),
                    item.texts(LINKS).stream().map(TokenDigest::new).toList(), item.text(FORM), item.text(WORDING),
                    origin(item.map(REQUESTED)), item.instant(EXPIRES),
                    item.has(FORMER)
                            ? new Past.FormerMember(left(list, id, item.map(FORMER)))
                            : new Past.Stranger(),
                    LinkedRequests.read(item));
            case CONFIRMED -> confirmed(list, item);
            case LEFT -> left(list, id, item);
            case SUPPRESSED -> new Subscriber.Suppressed(list, person(id, item), item.text(REASON), item.instant(AT));
        };
    }

    private static Subscriber.Left left(ListId list, SubscriberId id, Item item) {
        return new Subscriber.Left(list, person(id, item), consent(item.map(CONSENT)), item.instant(AT),
                LeaveWay.valueOf(item.text(WAY)), back(item));
    }

    static Subscriber.Confirmed confirmed(ListId list, Item item) {
        return new Subscriber.Confirmed(list, person(id(item), item), consent(item.map(CONSENT)), item.instant(SINCE),
                item.flag(GREETED), settings(item), groups(item));
    }

    private static SubscriberId id(Item item) {
        return new SubscriberId(item.text(TableLayout.SK).substring(TableLayout.SUBSCRIBER.length()));
    }

    private static Person person(SubscriberId id, Item item) {
        return new Person(id, EmailAddress.of(item.text(ADDRESS)), new PersonName(item.text(NAME)),
                Locale.forLanguageTag(item.text(LANGUAGE)));
    }

    private static Item consent(Consent consent) {
        return switch (consent) {
            case Consent.DoubleOptIn given -> Item.inner().text(FORM, given.form()).text(WORDING, given.wording())
                    .map(REQUESTED, origin(given.requested())).map(CONFIRMED, origin(given.confirmed()))
                    .text(LINK, given.link().hex());
            case Consent.OwnersWord(var at, var reason) -> Item.inner().instant(AT, at).text(REASON, reason);
            case Consent.AccountSignUp(var service, var answer, var at) -> Item.inner().instant(AT, at)
                    .text(SERVICE, service).text(ANSWER, answer);
        };
    }

    private static Consent consent(Item item) {
        if (item.has(SERVICE)) {
            return new Consent.AccountSignUp(item.text(SERVICE), item.text(ANSWER), item.instant(AT));
        }
        Optional<String> link = item.findText(LINK);
        return link.isPresent()
                ? new Consent.DoubleOptIn(item.text(FORM), item.text(WORDING), origin(item.map(REQUESTED)),
                        origin(item.map(CONFIRMED)), new TokenDigest(link.get()))
                : new Consent.OwnersWord(item.instant(AT), item.text(REASON));
    }

    static Item origin(Origin origin) {
        return Item.inner().instant(AT, origin.at()).text(SOURCE, origin.sourceAddress()).text(USER_AGENT,
                origin.userAgent());
    }

    static Origin origin(Item item) {
        return new Origin(item.instant(AT), item.text(SOURCE), item.text(USER_AGENT));
    }
}
