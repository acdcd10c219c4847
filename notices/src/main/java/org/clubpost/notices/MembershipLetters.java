package org.clubpost.notices;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.site.LetterDraft;
import org.clubpost.site.Letters;

/** The letters with which a membership begins, and the one about all of a person's memberships. */
final class MembershipLetters {

    private MembershipLetters() {}

    /** Says what comes next. */
    static LetterDraft draft(JoinNotice.Welcome welcome, Letters letters) {
        var list = welcome.list();
        return LetterDraft.about(list, "welcome", welcome.language()).to("member")
                .with("next", letters.part(welcome.language(), "welcome.next." + (mayWrite(list) ? "write" : "read"),
                        Map.of("list-address", list.address().written())))
                .with(settings(welcome.language(), welcome.settings(), letters)).withOther(welcome.leave());
    }

    /** Whether members may write to the list. */
    private static boolean mayWrite(MailingList list) {
        return switch (list.posting().policy()) {
            case MEMBERS, ANYONE -> true;
            case OWNERS, POSTERS -> false;
        };
    }

    /** Says that an owner put them on the list. */
    static LetterDraft draft(JoinNotice.Added added, Letters letters) {
        return LetterDraft.about(added.list(), "added", added.language()).to("member").with(
                settings(added.language(), added.settings(), letters)).withOther(added.leave().page());
    }

    private static LetterDraft.Entry settings(Locale language, URI settings, Letters letters) {
        return new LetterDraft.Entry("", List.of(),
                List.of(new LetterDraft.Link(letters.part(language, "added.settings", Map.of()), settings)));
    }

    /** Finds out whether it arrives. */
    static LetterDraft draft(MemberNotice.MailCheck check) {
        return LetterDraft.about(check.list(), "mail-check", check.language()).to("member").withOther(check.settings());
    }

    /** Says why no mail comes, and leads back to it. */
    static LetterDraft draft(MemberNotice.MailStopped stopped, Letters letters) {
        var language = stopped.language();
        return LetterDraft.about(stopped.list(), "mail-stopped", language).to("member")
                .with("reason", letters.part(language, "bounce." + stopped.reason().word(), Map.of()))
                .with("until", letters.day(language, stopped.until().atZone(stopped.list().dispatch().zone())
                        .toLocalDate()))
                .withButton(stopped.back());
    }

    /** Leads to the settings of each list, and out of it. */
    static LetterDraft draft(MemberNotice.YourLists yours, Letters letters) {
        var language = yours.language();
        var draft = LetterDraft.about(yours.list(), "your-lists", language).to("member").with("within",
                letters.duration(language, yours.within()));
        for (var membership : yours.memberships()) {
            draft = draft.with(new LetterDraft.Entry(membership.list().profile().name(), List.of(),
                    List.of(new LetterDraft.Link(letters.part(language, "mail.your-lists.settings", Map.of()),
                            membership.settings()),
                            new LetterDraft.Link(letters.part(language, "mail.your-lists.leave", Map.of()),
                                    membership.leave()))));
        }
        return draft;
    }
}
