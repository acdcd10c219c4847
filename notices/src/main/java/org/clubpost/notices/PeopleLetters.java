package org.clubpost.notices;

import java.util.Map;
import org.clubpost.core.act.Actor;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.site.LetterDraft;
import org.clubpost.site.Letters;

/** The letters about who runs a list. */
final class PeopleLetters {

    private PeopleLetters() {}

    static LetterDraft draft(OwnerNotice.RoleOffered notice, Letters letters) {
        var language = notice.language();
        var by = notice.by() instanceof Actor.Owner(var address)
                ? address.written()
                : letters.part(language, "mail.role-offered.operator", Map.of());
        var role = notice.isOwner() ? "mail.role-offered.owner" : "mail.role-offered.moderator";
        return LetterDraft.about(notice.list(), "role-offered", language).to("offered").with("by", by)
                .with("role", letters.part(language, role, Map.of()))
                .with("within", letters.duration(language, notice.within())).withButton(notice.accept());
    }

    static LetterDraft draft(OwnerNotice.PeopleChanged notice, Letters letters) {
        var what = letters.part(notice.language(), "mail.people-changed."
                + Lines.word(notice.change()), Map.of("who", notice.who().written()));
        return LetterDraft.about(notice.list(), "people-changed", notice.language())
                .to(Lines.reader(notice)).with("what", what);
    }

    static LetterDraft draft(OwnerNotice.MakersChanged notice) {
        return LetterDraft.about(notice.list(), notice.isGranted() ? "maker-came" : "maker-went", notice.language())
                .to("maker").with("who", notice.who().written());
    }

    static LetterDraft draft(OwnerNotice.ListDeleted notice, Letters letters) {
        var language = notice.language();
        var by = notice.by() instanceof Actor.Owner(var address)
                ? address.written()
                : letters.part(language, "mail.role-offered.operator", Map.of());
        var draft = LetterDraft
                .about(notice.list(), notice.until().isPresent() ? "list-deleted" : "list-back", language)
                .to("owner").with("by", by);
        return notice.until().map(until -> draft.with("until", letters.time(language, notice.list(), until)))
                .orElse(draft);
    }
}
