package org.clubpost.local.sqlite;

import java.sql.SQLException;
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
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Stored;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.core.subscriber.WayBack;
import org.jspecify.annotations.Nullable;

/** Subscribers as rows of the table {@code subscriber} and back. */
final class SubscriberRows {

    private static final Columns.Table TABLE = new Columns.Table("subscriber",
            List.of("list", "key", "status", "revision", "address", "name",
                    "language", "form", "wording", "links", "requested_at", "requested_source", "requested_agent",
                    "expires_at", "since", "greeted", "own_posts", "copy_when_addressed", "consent_at",
                    "consent_reason",
                    "consent_form", "consent_wording", "consent_link", "asked_at", "asked_source", "asked_agent",
                    "confirmed_at", "confirmed_source", "confirmed_agent", "left_at", "left_way", "former_address",
                    "former_name", "former_language", "suppressed_at", "suppressed_reason", "member_groups",
                    "consent_service", "consent_answer", "notify", "paused_until", "told_goodbye",
                    "earlier_requests", "leave_reason", "removed_by", "moved_to", "forgotten_way", "moves",
                    "applied_at", "applied_source", "applied_agent",
                    "former_status", "consent_by", "mail_wording", "consent_mail_wording", "by_address", "by_name",
                    "by_joined"));

    /** Puts a row in place of the one with its key. */
    static final String STORE = TABLE.storing(List.of("list", "key"));

    /** The columns of a line of the directory. */
    static final String LINE = "key, status, address, name, language, member_groups, by_joined, paused_until,"
            + " suppressed_reason, left_at, left_way, expires_at, former_status, former_address";

    private SubscriberRows() {}

    static Columns write(Stored stored) {
        var subscriber = stored.subscriber();
        var row = TABLE.row().put("list", subscriber.list().value()).put("key", subscriber.id())
                .put("status", SubscriberStatus.of(subscriber)).put("revision", stored.revision());
        subscriber.whom().ifPresentOrElse(person -> person("", person, row),
                () -> row.put("address", "").put("name", "").put("language", ""));
        Entry.of(subscriber).ifPresent(entry -> List.of(Order.values())
                .forEach(order -> row.put(SqliteDirectory.column(order), entry.key(order))));
        return switch (subscriber) {
            case Subscriber.Pending pending -> request(pending, row);
            case Subscriber.Applied applied -> applied(applied, row);
            case Subscriber.Confirmed member -> {
                member.before().ifPresent(moved -> gone(moved, row));
                yield membership(member.since(), member.settings(), member.groups(), member.moves(),
                        consent(member.consent(), row)).put("greeted", member.greeted());
            }
            case Subscriber.Gone gone -> gone(gone, row);
        };
    }

    private static @Nullable String notify(Notification notification) {
        return notification.equals(Notification.none()) ? null : notification.written();
    }

    private static @Nullable String some(String digest) {
        return digest.isEmpty() ? null : digest;
    }

    private static Columns request(Subscriber.Pending pending, Columns row) {
        row.put("form", pending.form()).put("wording", pending.wording()).put("mail_wording", some(pending.mail()))
                .put("links", Values.digests(pending.links())).put("expires_at", pending.expiresAt())
                .put("earlier_requests", LinkedRequests.json(pending.earlier()));
        return past(pending.past(), origin("requested", pending.requested(), row));
    }

    /** The consent goes where the request had it, because that of a membership before needs the other columns. */
    private static Columns applied(Subscriber.Applied applied, Columns row) {
        var consent = applied.consent();
        row.put("form", consent.form()).put("wording", consent.wording()).put("mail_wording", some(consent.mail()))
                .put("links", Values.digests(List.of(consent.link())));
        origin("requested", consent.requested(), row);
        return past(applied.past(), origin("applied", consent.confirmed(), row));
    }

    private static Columns past(Past past, Columns row) {
        return switch (past) {
            case Past.Stranger _ -> row;
            case Past.FormerMember(var gone) -> {
                gone.whom().ifPresent(person -> person("former_", person, row));
                yield gone(gone, row).put("former_status", SubscriberStatus.of(gone));
            }
        };
    }

    private static void person(String prefix, Person person, Columns row) {
        row.put(prefix + "address", person.address().written()).put(prefix + "name", person.name().text())
                .put(prefix + "language", person.language().toLanguageTag());
    }

    private static @Nullable String moves(List<Move> moves) {
        return moves.isEmpty()
                ? null
                : moves.stream().map(move -> move.from().hex() + " " + move.at()).collect(Collectors.joining("\n"));
    }

    private static List<Move> moves(String text) {
        return text.lines().map(line -> line.split(" ", -1))
                .map(line -> new Move(new SubscriberId(line[0]), Instant.parse(line[1]))).toList();
    }

    private static Columns gone(Subscriber.Gone gone, Columns row) {
        row.put("left_at", gone.at());
        return switch (gone) {
            case Subscriber.Left left -> back(left.back(), consent(left.consent(), row).put("left_way", left.way())
                    .put("leave_reason", left.reason().map(LeaveReason::name).orElse(null)));
            case Subscriber.Removed removed -> back(removed.back(),
                    consent(removed.consent(), row).put("removed_by", removed.by().written()));
            case Subscriber.Suppressed suppressed -> back(suppressed.kept(), consent(suppressed.consent(), row)
                    .put("suppressed_at", suppressed.at()).put("suppressed_reason", suppressed.why().written()));
            case Subscriber.Moved moved -> row.put("moved_to", moved.to());
            case Subscriber.Forgotten forgotten -> row.put("forgotten_way", forgotten.way());
        };
    }

    private static Columns back(WayBack back, Columns row) {
        return switch (back) {
            case WayBack.Closed _ -> row;
            case WayBack.Open open -> membership(open.since(), open.settings(), open.groups(), open.moves(), row)
                    .put("told_goodbye", open.told());
        };
    }

    /** Of a member, and of somebody who left and may come back. */
    private static Columns membership(Instant since, MemberSettings settings, Set<GroupName> groups, List<Move> moves,
            Columns row) {
        return row.put("since", since).put("moves", moves(moves)).put("own_posts", settings.ownPosts())
                .put("copy_when_addressed", settings.copyWhenAddressed()).put("member_groups", Values.groups(groups))
                .put("notify", notify(settings.notification()))
                .put("paused_until", settings.pausedUntil().map(LocalDate::toString).orElse(null));
    }

    private static Columns consent(Consent consent, Columns row) {
        return switch (consent) {
            case Consent.OwnersWord(var at, var reason, var by) -> row.put("consent_at", at)
                    .put("consent_reason", reason)
                    .put("consent_by", by instanceof Actor.Unknown ? null : by.written());
            case Consent.AccountSignUp(var service, var answer, var at) -> row.put("consent_at", at)
                    .put("consent_service", service).put("consent_answer", answer);
            case Consent.DoubleOptIn given -> {
                row.put("consent_form", given.form()).put("consent_wording", given.wording())
                        .put("consent_link", given.link().hex()).put("consent_mail_wording", some(given.mail()));
                origin("asked", given.requested(), row);
                yield origin("confirmed", given.confirmed(), row);
            }
        };
    }

    private static Columns origin(String step, Origin origin, Columns row) {
        return row.put(step + "_at", origin.at()).put(step + "_source", origin.sourceAddress())
                .put(step + "_agent", origin.userAgent());
    }

    /** Fills the columns of the orders in rows that were written before there were any, within the transaction under way. */
    static void putInOrder(Session session) throws SQLException {
        var last = Optional.<Subscriber>empty();
        for (var rows = page(session, last); !rows.isEmpty(); rows = page(session, last)) {
            for (var subscriber : rows) {
                var entry = Entry.of(subscriber);
                if (entry.isPresent()) {
                    session.change("UPDATE subscriber SET by_address = ?, by_name = ?, by_joined = ?"
                            + " WHERE list = ? AND key = ?", entry.get().key(Order.ADDRESS),
                            entry.get().key(Order.NAME), entry.get().key(Order.JOINED), subscriber.list().value(),
                            subscriber.id());
                }
            }
            last = Optional.of(rows.getLast());
        }
    }

    private static List<Subscriber> page(Session session, Optional<Subscriber> last) throws SQLException {
        return session.all("SELECT * FROM subscriber WHERE (list, key) > (?, ?) ORDER BY list, key LIMIT "
                + Paging.ROWS, SubscriberRows::read, last.map(each -> each.list().value()).orElse(""),
                last.map(Subscriber::id).map(Values::octets).orElseGet(() -> new byte[0]));
    }

    /** A line of the directory, by the columns of {@link #LINE}. */
    static Entry entry(Row row) throws SQLException {
        var standing = standing(row);
        var isMember = standing == Status.MEMBER;
        var isGone = switch (standing) {
            case PENDING, APPLIED, MEMBER, PAUSED -> false;
            case LEFT, REMOVED, BOUNCING, COMPLAINED -> true;
        };
        var isStranger = standing == Status.PENDING && !row.has("former_status") && !row.has("former_address");
        var person = person(row);
        return new Entry(person.id(), person.address(), person.name(), person.language(), standing,
                Entry.joinedOf(row.text("by_joined")), isMember ? row.groups("member_groups") : Set.of(),
                isMember ? row.findText("paused_until").map(LocalDate::parse) : Optional.empty(),
                isGone ? Optional.of(row.instant("left_at")) : Optional.empty(), isStranger
                        ? Optional.of(Entry.goneAt(row.instant("expires_at").plus(Subscriber.Pending.KEPT)))
                        : Optional.empty());
    }

    private static Status standing(Row row) throws SQLException {
        return switch (row.constant("status", SubscriberStatus.class)) {
            case PENDING -> Status.PENDING;
            case APPLIED -> Status.APPLIED;
            case CONFIRMED -> Status.MEMBER;
            case SUPPRESSED -> Entry.standing(Stopped.parse(row.text("suppressed_reason")));
            case LEFT -> row.text("left_way").equals("OWNER") ? Status.REMOVED : Status.LEFT;
            case REMOVED, MOVED, FORGOTTEN -> Status.REMOVED;
        };
    }

    static Stored stored(Row row) throws SQLException {
        return new Stored(read(row), row.number("revision"));
    }

    static Subscriber read(Row row) throws SQLException {
        var list = new ListId(row.text("list"));
        return switch (row.constant("status", SubscriberStatus.class)) {
            case PENDING -> new Subscriber.Pending(list, person(row), row.digests("links"), row.text("form"),
                    row.text("wording"), origin("requested", row), row.instant("expires_at"), past(list, row),
                    row.findText("earlier_requests").map(LinkedRequests::of).orElseGet(List::of),
                    row.findText("mail_wording").orElse(""));
            case APPLIED -> new Subscriber.Applied(list, person(row), new Consent.DoubleOptIn(row.text("form"),
                    row.text("wording"), origin("requested", row), origin("applied", row),
                    row.digests("links").getFirst(), row.findText("mail_wording").orElse("")), past(list, row));
            case CONFIRMED -> confirmed(row);
            case LEFT, REMOVED, SUPPRESSED, MOVED, FORGOTTEN ->
                gone(list, row.constant("status", SubscriberStatus.class), "", row);
        };
    }

    static Subscriber.Confirmed confirmed(Row row) throws SQLException {
        return new Subscriber.Confirmed(new ListId(row.text("list")), person(row), consent(row), row.instant("since"),
                row.flag("greeted"), settings(row), row.groups("member_groups"),
                moves(row), row.has("moved_to") ? Optional.of(moved(row)) : Optional.empty());
    }

    private static Subscriber.Moved moved(Row row) throws SQLException {
        return new Subscriber.Moved(new ListId(row.text("list")), row.key("key"), row.key("moved_to"),
                row.instant("left_at"));
    }

    private static List<Move> moves(Row row) throws SQLException {
        return row.findText("moves").map(SubscriberRows::moves).orElseGet(List::of);
    }

    private static MemberSettings settings(Row row) throws SQLException {
        return new MemberSettings(row.constant("own_posts", OwnPosts.class), row.flag("copy_when_addressed"),
                row.findText("notify").flatMap(Notification::parse).orElse(Notification.none()),
                row.findText("paused_until").map(LocalDate::parse));
    }

    private static Past past(ListId list, Row row) throws SQLException {
        if (row.has("former_status")) {
            return new Past.FormerMember(
                    gone(list, row.constant("former_status", SubscriberStatus.class), "former_", row));
        }
        // Earlier versions kept no state of the former member: there was one only.
        return row.has("former_address")
                ? new Past.FormerMember(left(list, person(row, "former_"), row))
                : new Past.Stranger();
    }

    private static Subscriber.Gone gone(ListId list, SubscriberStatus status, String prefix, Row row)
            throws SQLException {
        return switch (status) {
            case REMOVED -> new Subscriber.Removed(list, person(row, prefix), consent(row), row.instant("left_at"),
                    Actor.parse(row.text("removed_by")), back(row));
            case MOVED -> moved(row);
            case FORGOTTEN -> new Subscriber.Forgotten(list, row.key("key"), row.instant("left_at"),
                    row.constant("forgotten_way", ForgetWay.class));
            case SUPPRESSED -> suppressed(list, person(row, prefix), row);
            case LEFT, PENDING, APPLIED, CONFIRMED -> left(list, person(row, prefix), row);
        };
    }

    /** Earlier versions kept an owner's removal as a way of leaving. */
    private static Subscriber.Gone left(ListId list, Person person, Row row) throws SQLException {
        return row.text("left_way").equals("OWNER")
                ? new Subscriber.Removed(list, person, consent(row), row.instant("left_at"), new Actor.Unknown(),
                        back(row))
                : new Subscriber.Left(list, person, consent(row), row.instant("left_at"),
                        row.constant("left_way", LeaveWay.class), back(row),
                        row.findText("leave_reason").map(LeaveReason::valueOf));
    }

    /** Earlier versions kept neither the consent nor what the membership had; but none ever wrote such a row. */
    private static Subscriber.Suppressed suppressed(ListId list, Person person, Row row) throws SQLException {
        var at = row.instant("suppressed_at");
        return new Subscriber.Suppressed(list, person,
                row.has("consent_at") || row.has("consent_link")
                        ? consent(row)
                        : new Consent.OwnersWord(at, "", new Actor.Unknown()),
                Stopped.parse(row.text("suppressed_reason")), at, back(row) instanceof WayBack.Open open
                        ? open
                        : new WayBack.Open(at, MemberSettings.DEFAULT, Set.of(), true));
    }

    private static WayBack back(Row row) throws SQLException {
        return row.has("since")
                ? new WayBack.Open(row.instant("since"), settings(row), row.groups("member_groups"),
                        row.flag("told_goodbye"), moves(row))
                : new WayBack.Closed();
    }

    private static Person person(Row row) throws SQLException {
        return person(row, "");
    }

    private static Person person(Row row, String prefix) throws SQLException {
        return new Person(row.key("key"), EmailAddress.of(row.text(prefix + "address")),
                new PersonName(row.text(prefix + "name")), Locale.forLanguageTag(row.text(prefix + "language")));
    }

    private static Consent consent(Row row) throws SQLException {
        if (row.has("consent_service")) {
            return new Consent.AccountSignUp(row.text("consent_service"), row.text("consent_answer"),
                    row.instant("consent_at"));
        }
        return row.has("consent_link")
                ? new Consent.DoubleOptIn(row.text("consent_form"), row.text("consent_wording"), origin("asked", row),
                        origin("confirmed", row), new TokenDigest(row.text("consent_link")),
                        row.findText("consent_mail_wording").orElse(""))
                : new Consent.OwnersWord(row.instant("consent_at"), row.text("consent_reason"),
                        row.findText("consent_by").map(Actor::parse).orElseGet(Actor.Unknown::new));
    }

    private static Origin origin(String step, Row row) throws SQLException {
        return new Origin(row.instant(step + "_at"), row.text(step + "_source"), row.text(step + "_agent"));
    }
}
