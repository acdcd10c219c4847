package org.clubpost.aws.dynamodb;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clubpost.core.act.Actor;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.directory.Entry;
import org.clubpost.core.directory.Order;
import org.clubpost.core.directory.Status;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
import org.clubpost.core.secret.SubscriberId;
import org.clubpost.core.secret.TokenDigest;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.ForgetWay;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.LeaveWay;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Move;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Stopped;
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
    /** The day on which the list's mail goes on to a member; not written when none was chosen. */
    static final String PAUSED_UNTIL = "pausedUntil";
    /** What is kept of the membership of somebody who left and may come back. */
    private static final String BACK = "back";
    private static final String TOLD = "told";
    static final String AT = "at";
    private static final String WAY = "way";
    static final String REASON = "reason";
    /** How it stood before a new request. */
    static final String FORMER = "former";
    /** Why a member left, if they said it. */
    private static final String LEAVE_REASON = "leaveReason";
    static final String BY = "by";
    /** What earlier versions wrote as the way in which somebody left whom an owner took off. */
    private static final String OWNER = "OWNER";
    /** The key of the new address; not written where there is none. */
    static final String TO = "to";
    /** The changes of a member's address: key, blank, time; not written when there was none. */
    private static final String MOVES = "moves";

    private SubscriberItems() {}

    static AttributeValue state(SubscriberStatus status) {
        return AttributeValue.fromS(status.name());
    }

    static Item write(Stored stored) {
        var subscriber = stored.subscriber();
        var item = Item.at(TableLayout.subscriber(subscriber.list(), subscriber.id()))
                .text(STATE, SubscriberStatus.of(subscriber).name()).number(REVISION, stored.revision());
        subscriber.whom().ifPresent(person -> person(person, item)
                .text(TableLayout.COMPARED_ADDRESS, person.address().compared()));
        Entry.of(subscriber).ifPresent(entry -> item.text(TableLayout.SORT_NAME, entry.key(Order.NAME))
                .text(TableLayout.SORT_JOINED, entry.key(Order.JOINED)));
        return switch (subscriber) {
            case Subscriber.Pending pending -> past(pending, LinkedRequests.write(pending.earlier(),
                    ConsentItems.mail(pending.mail(), item))
                    .texts(LINKS, pending.links().stream().map(TokenDigest::hex).toList())
                    .text(ConsentItems.FORM, pending.form())
                    .text(ConsentItems.WORDING, pending.wording())
                    .map(ConsentItems.REQUESTED, ConsentItems.origin(pending.requested()))
                    .instant(EXPIRES, pending.expiresAt()));
            case Subscriber.Applied applied ->
                past(applied.past(), item.map(CONSENT, ConsentItems.consent(applied.consent())));
            case Subscriber.Confirmed confirmed -> before(confirmed, moves(confirmed.moves(), groups(confirmed.groups(),
                    settings(confirmed.settings(), item.map(CONSENT, ConsentItems.consent(confirmed.consent()))
                            .instant(SINCE, confirmed.since()).flag(GREETED, confirmed.greeted())))));
            case Subscriber.Gone gone -> gone(gone, item);
        };
    }

    /**
     * DynamoDB may delete a stranger's request once it is kept no longer. A former member's item must stay, because it holds
     * what was before.
     */
    private static Item past(Subscriber.Pending pending, Item item) {
        if (pending.past() instanceof Past.Stranger) {
            // Rounded up, so that nothing is deleted while it is still needed.
            item.number(TableLayout.EXPIRES_AT, pending.keptUntil().getEpochSecond() + 1);
        }
        return past(pending.past(), item);
    }

    private static Item past(Past past, Item item) {
        return switch (past) {
            case Past.Stranger _ -> item;
            case Past.FormerMember(var gone) -> {
                var former = Item.inner().text(STATE, SubscriberStatus.of(gone).name());
                gone.whom().ifPresent(person -> person(person, former));
                yield item.map(FORMER, gone(gone, former));
            }
        };
    }

    private static Past past(ListId list, SubscriberId id, Item item) {
        return item.has(FORMER)
                ? new Past.FormerMember(gone(list, id, item.map(FORMER)))
                : new Past.Stranger();
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

    private static Item moves(List<Move> moves, Item item) {
        return moves.isEmpty()
                ? item
                : item.texts(MOVES, moves.stream().map(move -> move.from().hex() + " " + move.at()).toList());
    }

    private static List<Move> moves(Item item) {
        return item.has(MOVES)
                ? item.texts(MOVES).stream().map(move -> move.split(" ", -1))
                        .map(move -> new Move(new SubscriberId(move[0]), Instant.parse(move[1]))).toList()
                : List.of();
    }

    private static Item gone(Subscriber.Gone gone, Item item) {
        item.instant(AT, gone.at());
        return switch (gone) {
            case Subscriber.Left left -> {
                left.reason().ifPresent(reason -> item.text(LEAVE_REASON, reason.name()));
                yield back(left.back(),
                        item.map(CONSENT, ConsentItems.consent(left.consent())).text(WAY, left.way().name()));
            }
            case Subscriber.Removed removed -> back(removed.back(),
                    item.map(CONSENT, ConsentItems.consent(removed.consent())).text(BY, removed.by().written()));
            case Subscriber.Suppressed suppressed -> back(suppressed.kept(),
                    item.map(CONSENT, ConsentItems.consent(suppressed.consent()))
                            .text(REASON, suppressed.why().written()));
            case Subscriber.Moved moved -> item.text(TO, moved.to().hex());
            case Subscriber.Forgotten forgotten -> item.text(WAY, forgotten.way().name());
        };
    }

    private static Item back(WayBack back, Item item) {
        return switch (back) {
            case WayBack.Closed _ -> item;
            case WayBack.Open open -> item.map(BACK, moves(open.moves(), groups(open.groups(),
                    settings(open.settings(), Item.inner().instant(SINCE, open.since()).flag(TOLD, open.told())))));
        };
    }

    private static WayBack back(Item item) {
        if (!item.has(BACK)) {
            return new WayBack.Closed();
        }
        var kept = item.map(BACK);
        return new WayBack.Open(kept.instant(SINCE), settings(kept), groups(kept), kept.flag(TOLD),
                moves(kept));
    }

    static Stored read(ListId list, Item item) {
        return new Stored(subscriber(list, item), item.number(REVISION));
    }

    /**
     * A line of the directory, of what an index keeps. An item of an earlier version is not in the order of joining yet,
     * and does not say when that was.
     */
    static Entry entry(Item item) {
        var person = person(id(item), item);
        var standing = switch (SubscriberStatus.valueOf(item.text(STATE))) {
            case PENDING -> Status.PENDING;
            case APPLIED -> Status.APPLIED;
            case CONFIRMED -> Status.MEMBER;
            case LEFT -> Status.LEFT;
            case REMOVED, MOVED, FORGOTTEN -> Status.REMOVED;
            case SUPPRESSED -> Entry.standing(Stopped.parse(item.text(REASON)));
        };
        var isGone = switch (standing) {
            case PENDING, APPLIED, MEMBER, PAUSED -> false;
            case LEFT, REMOVED, BOUNCING, COMPLAINED -> true;
        };
        return new Entry(person.id(), person.address(), person.name(), person.language(), standing,
                item.findText(TableLayout.SORT_JOINED).map(Entry::joinedOf).orElse(Instant.EPOCH),
                standing == Status.MEMBER ? groups(item) : Set.of(),
                standing == Status.MEMBER ? item.findText(PAUSED_UNTIL).map(LocalDate::parse) : Optional.empty(),
                isGone ? Optional.of(item.instant(AT)) : Optional.empty(),
                item.has(TableLayout.EXPIRES_AT)
                        ? Optional.of(Instant.ofEpochSecond(item.number(TableLayout.EXPIRES_AT)))
                        : Optional.empty());
    }

    static Subscriber subscriber(ListId list, Item item) {
        var id = id(item);
        return switch (SubscriberStatus.valueOf(item.text(STATE))) {
            case PENDING -> new Subscriber.Pending(list, person(id, item),
                    item.texts(LINKS).stream().map(TokenDigest::new).toList(), item.text(ConsentItems.FORM),
                    item.text(ConsentItems.WORDING),
                    ConsentItems.origin(item.map(ConsentItems.REQUESTED)), item.instant(EXPIRES), past(list, id, item),
                    LinkedRequests.read(item), ConsentItems.mail(item));
            case APPLIED -> new Subscriber.Applied(list, person(id, item), ConsentItems.optIn(item.map(CONSENT)),
                    past(list, id, item));
            case CONFIRMED -> confirmed(list, item);
            case LEFT, REMOVED, SUPPRESSED, MOVED, FORGOTTEN -> gone(list, id, item);
        };
    }

    /** Earlier versions kept no state of the former member: there was one only. */
    private static Subscriber.Gone gone(ListId list, SubscriberId id, Item item) {
        var at = item.instant(AT);
        return switch (item.findText(STATE).map(SubscriberStatus::valueOf).orElse(SubscriberStatus.LEFT)) {
            case REMOVED -> new Subscriber.Removed(list, person(id, item), ConsentItems.consent(item.map(CONSENT)), at,
                    Actor.parse(item.text(BY)), back(item));
            case MOVED -> moved(list, id, item);
            case FORGOTTEN -> new Subscriber.Forgotten(list, id, at, ForgetWay.valueOf(item.text(WAY)));
            case SUPPRESSED -> suppressed(list, id, item);
            case LEFT, PENDING, APPLIED, CONFIRMED -> left(list, id, item);
        };
    }

    /** Earlier versions kept an owner's removal as a way of leaving. */
    private static Subscriber.Gone left(ListId list, SubscriberId id, Item item) {
        var person = person(id, item);
        var consent = ConsentItems.consent(item.map(CONSENT));
        return item.text(WAY).equals(OWNER)
                ? new Subscriber.Removed(list, person, consent, item.instant(AT), new Actor.Unknown(), back(item))
                : new Subscriber.Left(list, person, consent, item.instant(AT), LeaveWay.valueOf(item.text(WAY)),
                        back(item), item.findText(LEAVE_REASON).map(LeaveReason::valueOf));
    }

    /** Earlier versions kept neither the consent nor what the membership had; but none ever wrote such an item. */
    private static Subscriber.Suppressed suppressed(ListId list, SubscriberId id, Item item) {
        var at = item.instant(AT);
        return new Subscriber.Suppressed(list, person(id, item),
                item.has(CONSENT)
                        ? ConsentItems.consent(item.map(CONSENT))
                        : new Consent.OwnersWord(at, "", new Actor.Unknown()),
                Stopped.parse(item.text(REASON)), at, back(item) instanceof WayBack.Open open
                        ? open
                        : new WayBack.Open(at, MemberSettings.DEFAULT, Set.of(), true));
    }

    static Subscriber.Confirmed confirmed(ListId list, Item item) {
        return new Subscriber.Confirmed(list, person(id(item), item), ConsentItems.consent(item.map(CONSENT)),
                item.instant(SINCE),
                item.flag(GREETED), settings(item), groups(item), moves(item),
                item.has(TO) ? Optional.of(moved(list, id(item), item)) : Optional.empty());
    }

    private static Item before(Subscriber.Confirmed member, Item item) {
        member.before().ifPresent(moved -> gone(moved, item));
        return item;
    }

    private static Subscriber.Moved moved(ListId list, SubscriberId id, Item item) {
        return new Subscriber.Moved(list, id, new SubscriberId(item.text(TO)), item.instant(AT));
    }

    static SubscriberId id(Item item) {
        return new SubscriberId(item.text(TableLayout.SK).substring(TableLayout.SUBSCRIBER.length()));
    }

    private static Person person(SubscriberId id, Item item) {
        return new Person(id, EmailAddress.of(item.text(ADDRESS)), new PersonName(item.text(NAME)),
                Locale.forLanguageTag(item.text(LANGUAGE)));
    }
}
