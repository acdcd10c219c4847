package org.clubpost.function.admin.members;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.clubpost.core.directory.MemberText;
import org.clubpost.core.subscriber.Stopped;
import org.clubpost.core.subscriber.Subscriber;
import org.clubpost.core.text.Catalogue;
import org.clubpost.core.text.Languages;
import org.clubpost.function.admin.frame.Field;
import org.clubpost.function.admin.frame.RoomVisit;

/** The forms on the page of a member, one for each thing that may be changed. */
final class MemberForms {

    static final String GROUP = "group-";

    private final RoomVisit visit;
    private final List<Map<String, Object>> all = new ArrayList<>();

    private MemberForms(RoomVisit visit) {
        this.visit = visit;
    }

    /** What may be done with somebody, as the slot {@code forms} wants it. */
    static List<Map<String, Object>> of(RoomVisit visit, Subscriber.Known known, String remark) {
        var forms = new MemberForms(visit);
        switch (known) {
            case Subscriber.Confirmed member -> forms.member(member);
            case Subscriber.Suppressed stopped -> {
                if (stopped.why() instanceof Stopped.Bouncing) {
                    forms.addressOf(stopped);
                    forms.add("release", false);
                }
                forms.add("remove", true);
            }
            case Subscriber.Pending _,Subscriber.Applied _ -> forms.add("remove", true);
            case Subscriber.Removed _ -> forms.add("restore", false);
            case Subscriber.Left _ -> {
            }
        }
        forms.add("remark", false,
                Field.area("remark", forms.label("remark"), remark, MemberText.LONGEST).hint(forms.hint("remark")));
        forms.add("erase", true);
        return forms.all;
    }

    private void member(Subscriber.Confirmed member) {
        addressOf(member);
        add("name", false, Field.line("text", "name", label("name"), member.person().name().text(), 200));
        add("pause", false, Field.line("date", "until", label("pause"),
                member.settings().pausedUntil().map(LocalDate::toString).orElse(""), 10).hint(hint("pause")));
        var groups = visit.list().groups().all().stream().map(group -> Field.tick(GROUP + group.value(), group.value(),
                member.groups().contains(group))).toList();
        if (!groups.isEmpty()) {
            add("groups", false, groups.toArray(Field[]::new));
        }
        add("language", false, Field.choice("tongue", label("language"), languages().toList(),
                member.person().language().getLanguage()));
        add("remove", true);
    }

    private void addressOf(Subscriber.Known known) {
        add("address", false, Field.line("email", "address", label("address"), known.person().address().written(), 254)
                .hint(hint("address")));
    }

    private void add(String what, boolean isDangerous, Field... fields) {
        var words = visit.words();
        all.add(Map.of("do", what, "summary", words.text("member." + what), "fields", Field.shown(fields), "button",
                words.text(words.has("member." + what + ".button") ? "member." + what + ".button" : "member.save"),
                "kind", isDangerous ? "danger" : "second", "said", words.has("member." + what + ".text")
                        ? List.of(words.text("member." + what + ".text"))
                        : List.of()));
    }

    private String label(String what) {
        return visit.words().text("member." + what + ".label");
    }

    private String hint(String what) {
        return visit.words().text("member." + what + ".hint");
    }

    /** The languages, each by its name in itself. */
    static Stream<Field.Option> languages() {
        return Languages.ALL.stream().map((Locale each) -> new Field.Option(each.toLanguageTag(),
                Catalogue.of(each).text("language.name", Map.of())));
    }
}
