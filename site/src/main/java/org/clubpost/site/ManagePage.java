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
import org.clubpost.core.subscriber.MemberSettings.OwnPosts;
import org.clubpost.core.subscriber.Notification;
import org.clubpost.core.text.Languages;

/**
 * A member's settings, with the form to change them. The address is shown {@linkplain EmailAddress#masked() masked}.
 */
public final class ManagePage {

    private final Site site;

    /** In the words of that site. */
    public ManagePage(Site site) {
        this.site = site;
    }

    /**
     * The form: fields {@code token}, {@code name}, {@code language} (a tag), {@code own-posts} (a word of
     * {@link OwnPosts}), {@code copy} ({@code yes} or absent), and where the list tells of new posts {@code notify}
     * ({@code none}, {@code mail} or {@code phone}) and {@code phone}.
     */
    public String form(Locale language, MailingList list, EmailAddress address, String token, ManageForm form) {
        var words = site.words(language);
        var values = Map.of("list", list.profile().name(), "address", address.masked(), "countries",
                list.notes().countries().stream().map(CountryCode::text).collect(Collectors.joining(", ")));
        var model = new HashMap<>(words.under("manage.", values));
        model.put("title", words.text("manage.title"));
        model.put("list", List.of(list.profile().name()));
        model.put("token", token);
        model.put("optional", words.text("signup.optional"));
        model.put("name", form.name());
        model.put("languages", Languages.ALL.stream()
                .map(each -> Map.of("tag", each.toLanguageTag(), "label", site.words(each).text("language.name"),
                        "chosen", each.equals(Languages.closest(form.language()))))
                .toList());
        model.put("ownPosts", Stream.of(OwnPosts.values())
                .map(each -> Map.of("word", each.word(), "label", words.text("manage.own." + each.word()), "chosen",
                        each == form.settings().ownPosts()))
                .toList());
        model.put("copy", form.settings().copyWhenAddressed());
        model.put("notify", notify(words, list, form));
        model.put("phones", phones(words, list, form));
        model.put("saved", List.of());
        model.put("problem", List.of());
        model.put("nameProblem", false);
        model.put("phoneProblem", false);
        switch (form.status()) {
            case ManageForm.Status.Shown _ -> {
            }
            case ManageForm.Status.Saved _ -> model.put("saved", List.of(words.text("manage.saved")));
            case ManageForm.Status.Wrong(var field, var problem) -> {
                model.put("problem", List.of(Map.of("heading", words.text("problem.heading"), "text", problem)));
                model.put("nameProblem", field.equals("name"));
                model.put("phoneProblem", field.equals("phone"));
            }
        }
        return site.page("manage", words, model);
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
