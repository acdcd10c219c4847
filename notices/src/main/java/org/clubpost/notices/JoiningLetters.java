package org.clubpost.notices;

import java.util.List;
import java.util.Map;
import org.clubpost.core.act.Actor;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.site.LetterDraft;
import org.clubpost.site.LetterDraft.Entry;
import org.clubpost.site.Letters;

/** The letters about joining a list, or several at once. */
final class JoiningLetters {

    private JoiningLetters() {}

    static LetterDraft draft(JoinNotice notice, Letters letters) {
        return switch (notice) {
            case JoinNotice.ConfirmationRequest request -> confirmation(request, letters);
            case JoinNotice.JointConfirmationRequest request -> joint(request, letters);
            case JoinNotice.ConfirmationReminder reminder -> reminder(reminder, letters);
            case JoinNotice.JointConfirmationReminder reminder -> jointReminder(reminder, letters);
            case JoinNotice.Invitation invitation -> invitation(invitation, letters);
            case JoinNotice.AlreadyMemberOfAll all -> alreadyMember(all);
            case JoinNotice.AlreadyMember(var list, _, var language, var leave) ->
                LetterDraft.about(list, "already-member", language).to("member").withOther(leave);
            case JoinNotice.AlreadyApplied(var list, _, var language) ->
                LetterDraft.about(list, "already-applied", language).to("applicant");
            case JoinNotice.NotLetIn(var list, _, var language, var isDecision) -> LetterDraft
                    .about(list, isDecision ? "not-let-in" : "not-decided", language).to("applicant");
            case JoinNotice.Welcome welcome -> MembershipLetters.welcome(welcome, letters);
            case JoinNotice.Added added -> MembershipLetters.added(added, letters);
        };
    }

    /** Asks to confirm. */
    private static LetterDraft confirmation(JoinNotice.ConfirmationRequest request, Letters letters) {
        var language = request.language();
        return byReply(request, letters, LetterDraft.about(request.list(), "confirmation", language)
                .with("within", letters.duration(language, request.within()))
                .withButton(request.confirm()).withOther(request.withdraw()));
    }

    private static LetterDraft byReply(Notice notice, Letters letters, LetterDraft draft) {
        return notice.answer().isPresent()
                ? draft.withNote(letters.part(draft.language(), "mail.by-reply", Map.of()))
                : draft;
    }

    /** Asks to confirm. The only list to confirm is alone in the subject. */
    private static LetterDraft joint(JoinNotice.JointConfirmationRequest request, Letters letters) {
        var language = request.language();
        var name = request.lists().size() == 1 ? "confirmation-rest" : "confirmation-joint";
        var draft = LetterDraft.about(request.list(), name, language).to("joint")
                .with("domain", request.list().domain())
                .with("more", Integer.toString(request.lists().size() - 1))
                .with("within", letters.duration(language, request.within()))
                .with(entry(letters.part(language, "mail.joint.wanted", Map.of()), request.lists()));
        if (!request.others().isEmpty()) {
            draft = draft.with(entry(letters.part(language, "mail.joint.known", Map.of()),
                    request.others()));
        }
        return byReply(request, letters, draft.withButton(request.confirm()).withOther(request.withdraw()));
    }

    /** Invites to a list. */
    private static LetterDraft invitation(JoinNotice.Invitation invitation, Letters letters) {
        var request = invitation.request();
        return byReply(invitation, letters, LetterDraft.about(request.list(), "invitation", request.language())
                .to("invited")
                .with("inviter", invitation.inviter() instanceof Actor.Owner(var owner) ? owner.written() : "nobody")
                .with("within", letters.duration(request.language(), request.within()))
                .withButton(request.confirm()).withOther(request.withdraw()));
    }

    /** Reminds of the request for one list. */
    private static LetterDraft reminder(JoinNotice.ConfirmationReminder reminder, Letters letters) {
        return byReply(reminder, letters, LetterDraft.about(reminder.list(), "reminder", reminder.language())
                .with("until", letters.time(reminder.language(), reminder.list(), reminder.until()))
                .withButton(reminder.confirm()).withOther(reminder.withdraw()));
    }

    /** Reminds of the request for several lists. */
    private static LetterDraft jointReminder(JoinNotice.JointConfirmationReminder reminder, Letters letters) {
        var language = reminder.language();
        return byReply(reminder, letters, LetterDraft.about(reminder.list(), "reminder-joint", language).to("joint")
                .with("domain", reminder.list().domain())
                .with("more", Integer.toString(reminder.lists().size() - 1))
                .with("until", letters.time(language, reminder.list(), reminder.until()))
                .with(entry(letters.part(language, "mail.joint.wanted", Map.of()), reminder.lists()))
                .withButton(reminder.confirm()).withOther(reminder.withdraw()));
    }

    /** Says that nothing needs doing. */
    private static LetterDraft alreadyMember(JoinNotice.AlreadyMemberOfAll all) {
        return LetterDraft.about(all.list(), "already-member-joint", all.language()).to("joint")
                .with("domain", all.list().domain()).with("more", Integer.toString(all.lists().size() - 1))
                .with(entry("", all.lists()));
    }

    private static Entry entry(String title, List<MailingList> lists) {
        return new Entry(title, lists.stream().map(list -> list.profile().name()).toList());
    }
}
