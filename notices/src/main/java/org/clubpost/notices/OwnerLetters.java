package org.clubpost.notices;

import org.clubpost.core.list.ListRole;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.site.LetterDraft;
import org.clubpost.site.Letters;
import org.clubpost.site.Reasons;

/** The letters to those who run a list. */
final class OwnerLetters {

    private OwnerLetters() {}

    static LetterDraft draft(OwnerNotice notice, Letters letters) {
        return switch (notice) {
            case OwnerNotice.PostHeld(var list, _, var mail, var reason, var audience, var send, var refuse, var within, var code, var isLast) ->
                Lines.more(Lines.about(notice, "post-held", mail), isLast, letters).with("code", code)
                        .with("reason", Reasons.sentence(reason, notice.language()))
                        .with("audience", letters.audience(notice.language(), audience))
                        .with("within", letters.duration(notice.language(), within)).withButton(send)
                        .withOther(refuse);
            case OwnerNotice.MailForOwners forOwners ->
                Lines.more(MailForOwnersLetter.draft(forOwners, letters), forOwners.isLast(), letters);
            case OwnerNotice.MailForOperator forOperator -> MailForOwnersLetter.draft(forOperator, letters);
            case OwnerNotice.CommandsDone done -> CommandsLetter.draft(done, letters);
            case OwnerNotice.CommandsUnproven unproven ->
                Lines.more(Lines.about(unproven, "commands-unproven", unproven.mail()), unproven.isLast(), letters)
                        .with("admin", unproven.list().address(ListRole.ADMIN).ascii());
            case OwnerNotice.ApplicantWaits waits -> Lines.more(applicant(waits, letters), waits.isLast(), letters);
            case OwnerNotice.MemberJoined(var list, _, var member, var isLast) ->
                Lines.more(LetterDraft.about(list, "member-joined", notice.language()).to("owner").with("member",
                        Lines.written(member)), isLast, letters);
            case OwnerNotice.SignUpsWaiting(var list, _, var waiting, var cap) ->
                LetterDraft.about(list, "sign-ups-waiting", notice.language()).to("owner")
                        .with("waiting", Integer.toString(waiting)).with("cap", Integer.toString(cap))
                        .with("id", list.id().value());
            case OwnerNotice.PhonesPaused(var list, _, var cap) ->
                LetterDraft.about(list, "phones-paused", notice.language()).to("owner").with("cap",
                        Integer.toString(cap));
            case OwnerNotice.SignIn(var list, _, var language, var link, var within) ->
                LetterDraft.about(list, "sign-in", language).to(Lines.reader(notice))
                        .with("within", letters.duration(language, within)).withButton(link);
            case OwnerNotice.RoleOffered offered -> PeopleLetters.draft(offered, letters);
            case OwnerNotice.PeopleChanged changed -> PeopleLetters.draft(changed, letters);
            case OwnerNotice.MakersChanged changed -> PeopleLetters.draft(changed);
            case OwnerNotice.ListDeleted deleted -> PeopleLetters.draft(deleted, letters);
            case OwnerNotice.ListHealth health -> ReturnLetters.draft(health);
        };
    }

    /** Asks an owner to decide. */
    private static LetterDraft applicant(OwnerNotice.ApplicantWaits waits, Letters letters) {
        return LetterDraft.about(waits.list(), waits.isReminder() ? "applicant-again" : "applicant", waits.language())
                .to("owner").with("member", Lines.written(waits.applicant()))
                .with("until", letters.time(waits.language(), waits.list(), waits.until()))
                .withButton(waits.letIn()).withOther(waits.refuse());
    }
}
