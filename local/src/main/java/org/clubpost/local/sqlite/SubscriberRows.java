package org.clubpost.local.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.address.PersonName;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.ListId;
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
                    "earlier_requests"));

    /** Puts a row in place of the one with its key. */
    static final String STORE = TABLE.storing(List.of("list", "key"));

    private SubscriberRows() {}

    static Columns write(Stored stored) {
        var subscriber = stored.subscriber();
        var person = subscriber.person();
        var row = TABLE.row().put("list", subscriber.list().value()).put("key", subscriber.id())
                .put("status", SubscriberStatus.of(subscriber)).put("revision", stored.revision())
                .put("address", person.address().written()).put("name", person.name().text())
                .put("language", person.language().toLanguageTag());
        return switch (subscriber) {
            case Subscriber.Pending pending -> request(pending, row);
            case Subscriber.Confirmed member -> membership(member.since(), member.settings(), member.groups(),
                    consent(member.consent(), row)).put("greeted", member.greeted());
            case Subscriber.Left left -> left(left, row);
            case Subscriber.Suppressed suppressed -> row.put("suppressed_at", suppressed.at())
                    .put("suppressed_reason", suppressed.reason());
        };
    }

    private static @Nullable String notify(Notification notification) {
        return notification.equals(Notification.none()) ? null : notification.written();
    }

    private static Columns request(Subscriber.Pending pending, Columns row) {
        row.put("form", pending.form()).put("wording", pending.wording())
                .put("links", Values.digests(pending.links())).put("expires_at", pending.expiresAt())
                .put("earlier_requests", LinkedRequests.json(pending.earlier()));
        origin("requested", pending.requested(), row);
        return switch (pending.past()) {
            case Past.Stranger _ -> row;
            case Past.FormerMember(var left) -> left(left, row)
                    .put("former_address", left.person().address().written())
                    .put("former_name", left.person().name().text())
                    .put("former_language", left.person().language().toLanguageTag());
        };
    }

    private static Columns left(Subscriber.Left left, Columns row) {
        consent(left.consent(), row).put("left_at", left.at()).put("left_way", left.way());
        return switch (left.back()) {
            case WayBack.Closed _ -> row;
            case WayBack.Open open -> membership(open.since(), open.settings(), open.groups(), row)
                    .put("told_goodbye", open.told());
        };
    }

    /** Of a member, and of somebody who left and may come back. */
    private static Columns membership(Instant since, MemberSettings settings, Set<GroupName> groups, Columns row) {
        return row.put("since", since).put("own_posts", settings.ownPosts())
                .put("copy_when_addressed", settings.copyWhenAddressed()).put("member_groups", Values.groups(groups))
                .put("notify", notify(settings.notification()))
                .put("paused_until", settings.pausedUntil().map(LocalDate::toString).orElse(null));
    }

    private static Columns consent(Consent consent, Columns row) {
        return switch (consent) {
            case Consent.OwnersWord(var at, var reason) -> row.put("consent_at", at).put("consent_reason", reason);
            case Consent.AccountSignUp(var service, var answer, var at) -> row.put("consent_at", at)
                    .put("consent_service", service).put("consent_answer", answer);
            case Consent.DoubleOptIn given -> {
                row.put("consent_form", given.form()).put("consent_wording", given.wording())
                        .put("consent_link", given.link().hex());
                origin("asked", given.requested(), row);
                yield origin("confirmed", given.confirmed(), row);
            }
        };
    }

    private static Columns origin(String step, Origin origin, Columns row) {
        return row.put(step + "_at", origin.at()).put(step + "_source", origin.sourceAddress())
                .put(step + "_agent", origin.userAgent());
    }

    static Stored stored(Row row) throws SQLException {
        return new Stored(read(row), row.number("revision"));
    }

    static Subscriber read(Row row) throws SQLException {
        var list = new ListId(row.text("list"));
        return switch (row.constant("status", SubscriberStatus.class)) {
            case PENDING -> new Subscriber.Pending(list, person(row), row.digests("links"), row.text("form"),
                    row.text("wording"), origin("requested", row), row.instant("expires_at"), past(list, row),
                    row.findText("earlier_requests").map(LinkedRequests::of).orElseGet(List::of));
            case CONFIRMED -> confirmed(row);
            case LEFT -> left(list, person(row), row);
            case SUPPRESSED -> new Subscriber.Suppressed(list, person(row), row.text("suppressed_reason"),
                    row.instant("suppressed_at"));
        };
    }

    static Subscriber.Confirmed confirmed(Row row) throws SQLException {
        return new Subscriber.Confirmed(new ListId(row.text("list")), person(row), consent(row), row.instant("since"),
                row.flag("greeted"), settings(row), row.groups("member_groups"));
    }

    private static MemberSettings settings(Row row) throws SQLException {
        return new MemberSettings(row.constant("own_posts", OwnPosts.class), row.flag("copy_when_addressed"),
                row.findText("notify").flatMap(Notification::parse).orElse(Notification.none()),
                row.findText("paused_until").map(LocalDate::parse));
    }

    private static Past past(ListId list, Row row) throws SQLException {
        return row.has("former_address")
                ? new Past.FormerMember(left(list, person(row, "former_"), row))
                : new Past.Stranger();
    }

    private static Subscriber.Left left(ListId list, Person person, Row row) throws SQLException {
        return new Subscriber.Left(list, person, consent(row), row.instant("left_at"),
                row.constant("left_way", LeaveWay.class), back(row));
    }

    private static WayBack back(Row row) throws SQLException {
        return row.has("since")
                ? new WayBack.Open(row.instant("since"), settings(row), row.groups("member_groups"),
                        row.flag("told_goodbye"))
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
                        origin("confirmed", row), new TokenDigest(row.text("consent_link")))
                : new Consent.OwnersWord(row.instant("consent_at"), row.text("consent_reason"));
    }

    private static Origin origin(String step, Row row) throws SQLException {
        return new Origin(row.instant(step + "_at"), row.text(step + "_source"), row.text(step + "_agent"));
    }
}
