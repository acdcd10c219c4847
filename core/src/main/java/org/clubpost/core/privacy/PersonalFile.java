package org.clubpost.core.privacy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.clubpost.core.act.Actor;
import org.clubpost.core.admin.Change;
import org.clubpost.core.admin.LogEntry;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.feedback.CameBack;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.privacy.PersonalData.Named;
import org.clubpost.core.privacy.PersonalData.OnList;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.Subscriber.Pending.Past;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.core.subscriber.WayBack;
import org.clubpost.core.subscription.SignUp;
import org.clubpost.core.suppression.Returned;

/**
 * What is stored about one person as a file: names and values in an order that people can read. A value is a text, a
 * truth value, a list, or such names and values again, as in JSON (RFC 8259). Times are in UTC (RFC 3339).
 * docs/privacy.md describes it.
 */
public final class PersonalFile {

    /** Says which description of the file holds. */
    static final String FORMAT = "clubpost person 1";

    private PersonalFile() {}

    /** The content of the file. */
    public static Map<String, Object> of(PersonalData data) {
        var file = new LinkedHashMap<String, Object>();
        file.put("format", FORMAT);
        file.put("made", data.made().toString());
        file.put("key", data.key().hex());
        file.put("lists", data.lists().stream().map(PersonalFile::onList).toList());
        return file;
    }

    private static Map<String, Object> onList(OnList data) {
        var part = new LinkedHashMap<String, Object>();
        part.put("list", data.list().id().value());
        part.put("name", data.list().profile().name());
        data.subscriber().ifPresent(subscriber -> subscriber(subscriber, part));
        data.request().ifPresent(request -> part.put("waiting-request", request(request.signUp())));
        if (!data.words().isEmpty()) {
            part.put("words-shown", new TreeMap<>(data.words()));
        }
        part.put("history", data.history().stream().map(PersonalFile::entry).toList());
        if (!data.cameBack().isEmpty()) {
            part.put("mail-that-came-back", data.cameBack().stream().map(PersonalFile::cameBack).toList());
        }
        if (!data.texts().isEmpty()) {
            part.put("remarks", data.texts().stream().map(PersonalFile::text).toList());
        }
        part.put("posts", data.posts().stream().map(PersonalFile::post).toList());
        if (!data.isWhole()) {
            part.put("older-posts", "not looked at");
        }
        return part;
    }

    private static Map<String, Object> text(MemberText text) {
        var part = new LinkedHashMap<String, Object>();
        part.put("at", text.at().toString());
        part.put("what", word(text.kind()));
        part.put("text", text.text());
        return part;
    }

    private static Map<String, Object> cameBack(CameBack back) {
        var part = new LinkedHashMap<String, Object>();
        part.put("at", back.what().at().toString());
        back.post().ifPresent(post -> part.put("post", post.value()));
        switch (back.what()) {
            case Returned.Bounce bounce -> {
                part.put("reason", bounce.reason().word());
                part.put("lasting", word(bounce.lasting()));
                part.put("status", bounce.status());
            }
            case Returned.Complaint complaint -> part.put("complaint", word(complaint.kind()));
        }
        return part;
    }

    /** Who did it is told as a part. The address of an owner is the owner's. */
    private static Map<String, Object> entry(LogEntry entry) {
        var part = new LinkedHashMap<String, Object>();
        part.put("at", entry.time().toString());
        part.put("what", word(entry.act()));
        part.put("by", switch (entry.actor()) {
            case Actor.Owner _ -> "owner";
            case Actor.Operator _ -> "operator";
            case Actor.Member _ -> "member";
            case Actor.Service _ -> "service";
            case Actor.Unknown _ -> "unknown";
        });
        if (!entry.changes().isEmpty()) {
            part.put("details", entry.changes().stream().map(PersonalFile::change).toList());
        }
        return part;
    }

    private static Map<String, Object> change(Change change) {
        var part = new LinkedHashMap<String, Object>();
        part.put("what", change.what());
        if (!change.before().isEmpty()) {
            part.put("before", change.before());
        }
        if (!change.after().isEmpty()) {
            part.put("after", change.after());
        }
        return part;
    }

    private static void subscriber(Subscriber subscriber, Map<String, Object> part) {
        part.put("status", SubscriberStatus.of(subscriber).word());
        subscriber.whom().ifPresent(person -> person(person, part));
        switch (subscriber) {
            case Subscriber.Pending request -> {
                part.put("requests", request.requests().stream().map(each -> {
                    var one = new LinkedHashMap<String, Object>();
                    one.put("address", each.address().written());
                    one.put("name", each.name().text());
                    one.put("language", each.language().toLanguageTag());
                    one.put("form", each.form());
                    one.put("wording-sha256", each.wording());
                    one.put("asked", origin(each.requested()));
                    return one;
                }).toList());
                part.put("ends", request.expiresAt().toString());
                past(request.past(), part);
            }
            case Subscriber.Applied applied -> {
                part.put("consent", consent(applied.consent()));
                past(applied.past(), part);
            }
            case Subscriber.Confirmed member -> {
                part.put("member-since", member.since().toString());
                part.put("consent", consent(member.consent()));
                part.put("settings", settings(member.settings()));
                part.put("groups", member.groups().stream().sorted().map(GroupName::value).toList());
                part.put("address-changed", member.moves().stream().map(move -> move.at().toString()).toList());
            }
            case Subscriber.Gone gone -> gone(gone, part);
        }
    }

    private static void past(Past past, Map<String, Object> part) {
        past.ended().ifPresent(gone -> {
            var before = new LinkedHashMap<String, Object>();
            before.put("status", SubscriberStatus.of(gone).word());
            gone.whom().ifPresent(person -> person(person, before));
            gone(gone, before);
            part.put("before", before);
        });
    }

    private static void gone(Subscriber.Gone gone, Map<String, Object> part) {
        part.put("ended", gone.at().toString());
        switch (gone) {
            case Subscriber.Left left -> {
                part.put("way", word(left.way()));
                left.reason().map(LeaveReason::word).ifPresent(reason -> part.put("reason", reason));
                part.put("consent", consent(left.consent()));
                back(left.back(), part);
            }
            case Subscriber.Suppressed suppressed -> {
                part.put("reason", suppressed.why().written());
                part.put("consent", consent(suppressed.consent()));
                back(suppressed.kept(), part);
            }
            case Subscriber.Removed removed -> {
                part.put("consent", consent(removed.consent()));
                back(removed.back(), part);
            }
            case Subscriber.Moved moved -> part.put("moved-to-key", moved.to().hex());
            case Subscriber.Forgotten _ -> {
            }
        }
    }

    private static void back(WayBack back, Map<String, Object> part) {
        if (back instanceof WayBack.Open open) {
            part.put("member-since", open.since().toString());
            part.put("settings", settings(open.settings()));
            part.put("groups", open.groups().stream().sorted().map(GroupName::value).toList());
        }
    }

    private static void person(Person person, Map<String, Object> part) {
        part.put("address", person.address().written());
        part.put("person-name", person.name().text());
        part.put("language", person.language().toLanguageTag());
    }

    private static Map<String, Object> settings(MemberSettings settings) {
        var part = new LinkedHashMap<String, Object>();
        part.put("own-posts", settings.ownPosts().word());
        part.put("copy-when-addressed", settings.copyWhenAddressed());
        part.put("notify", settings.notification().written());
        settings.pausedUntil().map(LocalDate::toString).ifPresent(day -> part.put("paused-until", day));
        return part;
    }

    private static Map<String, Object> consent(Consent consent) {
        var part = new LinkedHashMap<String, Object>();
        switch (consent) {
            case Consent.DoubleOptIn given -> {
                part.put("kind", "form");
                part.put("form", given.form());
                part.put("wording-sha256", given.wording());
                if (!given.mail().isEmpty()) {
                    part.put("mail-sha256", given.mail());
                }
                part.put("asked", origin(given.requested()));
                part.put("confirmed", origin(given.confirmed()));
            }
            case Consent.OwnersWord word -> {
                part.put("kind", "owner");
                part.put("at", word.at().toString());
                part.put("reason", word.reason());
            }
            case Consent.AccountSignUp(var service, var answer, var at) -> {
                part.put("kind", "account");
                part.put("at", at.toString());
                part.put("service", service);
                part.put("answer", answer);
            }
        }
        return part;
    }

    private static Map<String, Object> origin(Origin origin) {
        var part = new LinkedHashMap<String, Object>();
        part.put("at", origin.at().toString());
        part.put("ip-address", origin.sourceAddress());
        part.put("browser", origin.userAgent());
        return part;
    }

    private static Map<String, Object> request(SignUp signUp) {
        var part = new LinkedHashMap<String, Object>();
        part.put("address", signUp.address().written());
        part.put("person-name", signUp.name().text());
        part.put("language", signUp.language().toLanguageTag());
        part.put("form", signUp.form());
        part.put("wording-sha256", signUp.wording());
        part.put("asked", origin(signUp.origin()));
        return part;
    }

    private static Map<String, Object> post(Named named) {
        var part = new LinkedHashMap<String, Object>();
        part.put("id", named.post().id().value());
        part.put("at", named.post().id().storedAt().toString());
        part.put("subject", named.post().headline().subject());
        part.put("you-are", word(named.part()));
        named.failure().ifPresent(failure -> part.put("did-not-reach-you", failure.reason().cause().code()));
        return part;
    }

    /** The constant's name in lower case, with hyphens. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
