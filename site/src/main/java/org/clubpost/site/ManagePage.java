package org.clubpost.site;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clubpost.core.address.CountryCode;
import org.clubpost.core.address.EmailAddress;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.subscriber.MemberSettings;
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.text.Languages;

/** A member's settings, with the form to change them: those that every link leads to, or all of them. */
public final class ManagePage {

    private final Site site;

    /** In the words of that site. */
    public ManagePage(Site site) {
        this.site = site;
    }

    /**
     * The settings that every link leads to, with a button that has a fresh link sent. It says nothing about the member:
     * whoever found the link learns nothing. Fields {@code token}, {@code language} (a tag), {@code own-posts} (a word of
     * {@link OwnPosts}), {@code copy} ({@code yes} or absent) and {@code pause-until} (a day, such as {@code 2026-12-31},
     * or empty). The button posts {@code token} and {@code send-link}.
     */
    public String usual(Locale language, MailingList list, String token, ManageForm form) {
        return usual(language, list, token, form, ManageMore.NONE);
    }

    /** The same with the lists that anybody may join. */
    public String usual(Locale language, MailingList list, String token, ManageForm form, ManageMore more) {
        return page(language, list, token, form, more, List.of());
    }

    /**
     * All settings: besides these fields {@code name}, and where the list tells of new posts {@code notify}
     * ({@code none}, {@code mail} or {@code phone}) and {@code phone}. The address is shown {@linkplain
     * EmailAddress#masked() masked}.
     */
    public String everything(Locale language, MailingList list, EmailAddress address, String token, ManageForm form) {
        return everything(language, list, address, token, form, ManageMore.NONE);
    }

    /**
     * The same with the member's other lists, and with a form for another address: {@code token}, {@code new-address},
     * {@code everywhere} ({@code yes} or absent) and {@code change-address}.
     */
    public String everything(Locale language, MailingList list, EmailAddress address, String token, ManageForm form,
            ManageMore more) {
        return page(language, list, token, form, more, List.of(address));
    }

    /** A fresh link is on its way to the member's own address. */
    public String linkSent(Locale language, MailingList list) {
        return Message.about(site, site.words(language), "linksent", list).page();
    }

    /**
     * @param known the member's address; empty when nothing about the member is shown
     */
    private String page(Locale language, MailingList list, String token, ManageForm form, ManageMore more,
            List<EmailAddress> known) {
        var words = site.words(language);
        var isWhole = !known.isEmpty();
        var values = Map.of("list", list.profile().name(), "address",
                known.stream().map(EmailAddress::masked).collect(Collectors.joining()), "countries",
                list.notes().countries().stream().map(CountryCode::text).collect(Collectors.joining(", ")));
        var model = new HashMap<>(words.under("manage.", values));
        model.put("title", words.text("manage.title"));
        model.put("text", words.text(isWhole ? "manage.text" : "manage.usual", values));
        Look.put(model, words, list, token);
        model.put("token", token);
        model.put("names", isWhole
                ? List.of(Map.of("name", form.name(), "optional", words.text("signup.optional")))
                : List.of());
        model.put("freshLink", isWhole ? List.of() : List.of(words.text("manage.fresh")));
        model.put("pauseUntil", form.pause().until());
        model.put("firstDay", form.pause().today().plusDays(1).toString());
        model.put("lastDay", form.pause().today().plus(MemberSettings.LONGEST_PAUSE).toString());
        model.put("languages", Languages.ALL.stream()
                .map(each -> Map.of("tag", each.toLanguageTag(), "label", site.words(each).text("language.name"),
                        "chosen", each.equals(Languages.closest(form.language()))))
                .toList());
        model.put("ownPosts", Stream.of(OwnPosts.values())
                .map(each -> Map.of("word", each.word(), "label", words.text("manage.own." + each.word()), "chosen",
                        each == form.settings().ownPosts()))
                .toList());
        model.put("copy", form.settings().copyWhenAddressed());
        model.put("notify", isWhole ? notify(words, list, form) : List.of());
        model.put("phones", isWhole ? phones(words, list, form) : List.of());
        more(words, more, values, model);
        model.put("saved", List.of());
        model.put("problem", List.of());
        model.put("nameProblem", false);
        model.put("phoneProblem", false);
        model.put("pauseProblem", false);
        model.put("addressProblem", false);
        switch (form.status()) {
            case ManageForm.Status.Shown _ -> {
            }
            case ManageForm.Status.Saved _ -> model.put("saved", List.of(words.text("manage.saved")));
            case ManageForm.Status.Wrong(var field, var problem) -> {
                model.put("problem", List.of(Map.of("heading", words.text("problem.heading"), "text", problem)));
                model.put("nameProblem", field.equals("name"));
                model.put("phoneProblem", field.equals("phone"));
                model.put("pauseProblem", field.equals("pause-until"));
                model.put("addressProblem", field.equals("new-address"));
            }
        }
        return site.page("manage", words, model);
    }

    private static void more(Texts words, ManageMore more, Map<String, String> values, Map<String, Object> model) {
        model.put("newAddress", more.address()
                .map(each -> List.of(Map.of("typed", each.typed(), "text", words.text("manage.address.text", values),
                        "everywhere", more.mine().size() > 1
                                ? List.of(Map.of("chosen", each.isEverywhere()))
                                : List.of())))
                .orElseGet(List::of));
        model.put("hasMine", !more.mine().isEmpty());
        model.put("mine", more.mine().stream()
                .map(each -> Map.of("name", each.name(), "token", each.token(), "here", each.isThis(), "elsewhere",
                        !each.isThis(), "paused",
                        each.pausedUntil().map(day -> words.text("yourlists.paused", Map.of("day", words.day(day))))
                                .stream().toList()))
                .toList());
        model.put("hasOthers", !more.others().isEmpty());
        model.put("others", more.others().stream()
                .map(each -> Map.of("name", each.name(), "path", each.path())).toList());
        model.put("hasData", more.address().isPresent());
    }

    /** Nothing where the list tells nobody. */
    private static List<Map<String, Object>> notify(Texts words, MailingList list, ManageForm form) {
        if (!list.notes().isOn()) {
            return List.of();
        }
        return List.of(Map.of("choices", Stream.of("none", "mail", "phone")
                .filter(each -> !each.equals("phone") || list.notes().takesPhones())
                .map(each -> Map.of("word", each, "label", words.text("manage.notify." + each), "chosen",
                        each.equals(form.newPosts().choice())))
                .toList()));
    }

    /** A number that is stored is not shown, because a link can be passed on. */
    private static List<Map<String, Object>> phones(Texts words, MailingList list, ManageForm form) {
        if (!list.notes().takesPhones()) {
            return List.of();
        }
        var kept = form.settings().notification() instanceof Notification.ByPhone
                ? List.of(words.text("manage.phone.kept"))
                : List.<String>of();
        return List.of(Map.of("number", form.newPosts().phone(), "kept", kept));
    }
}
