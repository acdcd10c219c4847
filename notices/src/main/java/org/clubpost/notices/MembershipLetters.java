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

/** The letters to members and to those who were members. */
final class MembershipLetters {

    private MembershipLetters() {}

    static LetterDraft draft(MemberNotice notice, Letters letters) {
        return switch (notice) {
            case MemberNotice.Goodbye(var list, _, var language, var left, var back, var within, var others) ->
                LetterDraft.about(list, "goodbye", language).to("former")
                        .with("left", letters.time(language, list, left))
                        .with("within", letters.duration(language, within)).withButton(back)
                        .withOther(others);
            case MemberNotice.LeaveOffer(var list, _, var language, var leave) ->
                LetterDraft.about(list, "leave-offer", language).to("member").withButton(leave);
            case MemberNotice.Paused(var list, _, var language, var until, var settings) ->
                LetterDraft.about(list, "paused", language).to("member").with("until", letters.day(language, until))
                        .withOther(settings);
            case MemberNotice.MailCheck check -> check(check);
            case MemberNotice.MailStopped stopped -> stopped(stopped, letters);
            case MemberNotice.SettingsLink(var list, _, var language, var settings, var within) ->
                LetterDraft.about(list, "settings-link", language).to("member")
                        .with("within", letters.duration(language, within)).withButton(settings);
            case MemberNotice.NewAddress(var list, _, var language, var old, var confirm, var within) ->
                LetterDraft.about(list, "new-address", language).to("address").with("old", old.masked())
                        .with("within", letters.duration(language, within)).withButton(confirm);
            case MemberNotice.OldAddress(var list, _, var language, var changed, var lists, var undo, var within) ->
                LetterDraft.about(list, "old-address", language).to("old-address").with("changed", changed.masked())
                        .with("within", letters.duration(language, within))
                        .with(new LetterDraft.Entry("", lists)).withButton(undo);
            case MemberNotice.YourLists yours -> yours(yours, letters);
            case MemberNotice.WhatIsLeft(var list, _, var language, var names, var erase, var data, var within) ->
                LetterDraft.about(list, "what-is-left", language).to("old-address")
                        .with("within", letters.duration(language, within))
                        .with(new LetterDraft.Entry("", names)).withButton(erase).withOther(data);
            case MemberNotice.NewPostOut(var list, _, var language, var settings) ->
                LetterDraft.about(list, "new-post", language).to("member").withOther(settings);
            case MemberNotice.Help help -> HelpLetter.draft(help, letters);
        };
    }

    /** Says what comes next. */
    static LetterDraft welcome(JoinNotice.Welcome welcome, Letters letters) {
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
    static LetterDraft added(JoinNotice.Added added, Letters letters) {
        return LetterDraft.about(added.list(), "added", added.language()).to("member").with(
                settings(added.language(), added.settings(), letters)).withOther(added.leave().page());
    }

    private static LetterDraft.Entry settings(Locale language, URI settings, Letters letters) {
        return new LetterDraft.Entry("", List.of(),
                List.of(new LetterDraft.Link(letters.part(language, "added.settings", Map.of()), settings)));
    }

    /** Finds out whether it arrives. */
    private static LetterDraft check(MemberNotice.MailCheck check) {
        return LetterDraft.about(check.list(), "mail-check", check.language()).to("member").withOther(check.settings());
    }

    /** Says why no mail comes, and leads back to it. */
    private static LetterDraft stopped(MemberNotice.MailStopped stopped, Letters letters) {
        var language = stopped.language();
        return LetterDraft.about(stopped.list(), "mail-stopped", language).to("member")
                .with("reason", letters.part(language, "bounce." + stopped.reason().word(), Map.of()))
                .with("until", letters.day(language, stopped.until().atZone(stopped.list().dispatch().zone())
                        .toLocalDate()))
                .withButton(stopped.back());
    }

    /** Leads to the settings of each list, and out of it. */
    private static LetterDraft yours(MemberNotice.YourLists yours, Letters letters) {
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
