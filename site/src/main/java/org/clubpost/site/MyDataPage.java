package org.clubpost.site;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.feedback.CameBack;
import org.clubpost.core.list.GroupName;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.privacy.PersonalData;
import org.clubpost.core.privacy.PersonalData.Named;
import org.clubpost.core.privacy.PersonalData.OnList;
import org.clubpost.core.subscriber.Consent;
import org.clubpost.core.subscriber.LeaveReason;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.subscriber.Origin;
import org.clubpost.core.subscriber.Person;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.subscriber.SubscriberStatus;
import org.clubpost.core.suppression.Returned;
import org.clubpost.core.text.Languages;

/** What is stored about one person, for that person to read, with the way to have it as a file. */
public final class MyDataPage {

    private final Site site;

    /** In the words of that site. */
    public MyDataPage(Site site) {
        this.site = site;
    }

    /**
     * The page.
     *
     * @param list the list from which the link came
     * @param token the token of the link
     */
    public String page(Locale language, MailingList list, EmailAddress address, PersonalData data, String token) {
        var words = site.words(language);
        var zone = list.dispatch().zone();
        var model = new HashMap<String, Object>();
        Look.put(model, words, list, token);
        model.put("title", words.text("mydata.title"));
        model.put("text", words.text("mydata.text",
                Map.of("address", address.masked(), "time", words.time(data.made(), zone))));
        model.put("download", "/my-data?token=" + token + "&format=json");
        model.put("downloadLabel", words.text("mydata.download"));
        model.put("lists", data.lists().stream().map(each -> new Rows(words, each).section()).toList());
        model.put("privacyBefore", words.text("mydata.privacy"));
        model.put("privacy", "/privacy?token=" + token);
        model.put("privacyLabel", words.text("mydata.privacy.link"));
        model.put("eraseBefore", words.text("mydata.erase"));
        model.put("erase", "/erase?token=" + token);
        model.put("eraseLabel", words.text("mydata.erase.link"));
        return site.page("my-data", words, model);
    }

    /** The rows about one list. */
    private static final class Rows {

        private final Texts words;
        private final OnList data;
        private final ZoneId zone;
        private final List<Map<String, String>> rows = new ArrayList<>();

        Rows(Texts words, OnList data) {
            this.words = words;
            this.data = data;
            this.zone = data.list().dispatch().zone();
        }

        Map<String, Object> section() {
            row("status", words.text("mydata.status." + data.subscriber()
                    .map(each -> SubscriberStatus.of(each).name().toLowerCase(Locale.ROOT)).orElse("none")));
            data.subscriber().ifPresent(this::subscriber);
            data.request().ifPresent(request -> {
                row("request", request.signUp().address().written());
                name(request.signUp().name().text());
                origin("asked", request.signUp().origin());
            });
            row("cameback", data.cameBack().stream().map(this::cameBack).collect(Collectors.joining("; ")));
            return Map.of("name", data.list().profile().name(), "rows", rows, "posts", posts());
        }

        private List<Map<String, Object>> posts() {
            if (data.posts().isEmpty() && data.isWhole()) {
                return List.of();
            }
            var items = new ArrayList<>(data.posts().stream().map(this::post).toList());
            if (!data.isWhole()) {
                items.add(words.text("mydata.posts.more"));
            }
            return List.of(Map.of("title", words.text("mydata.posts"), "items", items));
        }

        private String cameBack(CameBack back) {
            return time(back.what().at()) + ": " + words.text(switch (back.what()) {
                case Returned.Bounce bounce -> "bounce." + bounce.reason().word();
                case Returned.Complaint _ -> "mydata.complaint";
            });
        }

        private String stopped(Stopped why) {
            return words.text(switch (why) {
                case Stopped.Bouncing(var reason) -> "bounce." + reason.word();
                case Stopped.Complaint _ -> "mydata.complaint";
            });
        }

        private String post(Named named) {
            return words.text("mydata.posts." + named.part().name().toLowerCase(Locale.ROOT),
                    Map.of("time", time(named.post().id().storedAt()), "subject", named.post().headline().subject()));
        }

        private void subscriber(Subscriber subscriber) {
            subscriber.whom().ifPresent(this::person);
            switch (subscriber) {
                case Subscriber.Pending request -> {
                    row("form", request.form());
                    row("wording", request.wording());
                    origin("asked", request.requested());
                }
                case Subscriber.Applied applied -> consent(applied.consent());
                case Subscriber.Confirmed member -> {
                    row("since", time(member.since()));
                    consent(member.consent());
                    settings(member.settings());
                    row("groups", member.groups().stream().sorted().map(GroupName::value)
                            .collect(Collectors.joining(", ")));
                    row("moves", member.moves().stream().map(move -> time(move.at()))
                            .collect(Collectors.joining("; ")));
                }
                case Subscriber.Left left -> {
                    consent(left.consent());
                    row("ended", time(left.at()));
                    row("reason", left.reason().map(LeaveReason::word).orElse(""));
                }
                case Subscriber.Removed removed -> {
                    consent(removed.consent());
                    row("ended", time(removed.at()));
                }
                case Subscriber.Moved moved -> row("ended", time(moved.at()));
                case Subscriber.Forgotten forgotten -> row("ended", time(forgotten.at()));
                case Subscriber.Suppressed suppressed -> {
                    consent(suppressed.consent());
                    row("ended", time(suppressed.at()));
                    row("reason", stopped(suppressed.why()));
                }
            }
        }

        private void person(Person person) {
            row("address", person.address().written());
            name(person.name().text());
            row("language", Languages.closest(person.language()).getDisplayLanguage(words.language()));
        }

        private void name(String name) {
            row("name", name);
        }

        private void consent(Consent consent) {
            switch (consent) {
                case Consent.DoubleOptIn given -> {
                    row("form", given.form());
                    row("wording", given.wording());
                    origin("asked", given.requested());
                    origin("confirmed", given.confirmed());
                }
                case Consent.OwnersWord word -> row("brought", time(word.at()) + ": " + word.reason());
                case Consent.AccountSignUp(var service, var answer, var at) ->
                    row("account", time(at) + ": " + service + ", " + answer);
            }
        }

        private void origin(String step, Origin origin) {
            row(step, time(origin.at()));
            row("source", origin.sourceAddress());
            row("browser", origin.userAgent());
        }

        private void settings(MemberSettings settings) {
            row("own", words.text("manage.own." + settings.ownPosts().word()));
            row("copy", words.text(settings.copyWhenAddressed() ? "mydata.yes" : "mydata.no"));
            row("notify", switch (settings.notification()) {
                case Notification.None _ -> words.text("mydata.no");
                case Notification.ByMail _ -> words.text("manage.notify.mail");
                case Notification.ByPhone(var phone) -> phone.text();
            });
            row("paused", settings.pausedUntil().map(words::day).orElse(""));
        }

        private String time(Instant time) {
            return words.time(time, zone);
        }

        /** Nothing where there is no value. */
        private void row(String label, String value) {
            if (!value.isEmpty()) {
                rows.add(Map.of("label", words.text("mydata." + label), "value", value));
            }
        }
    }
}
