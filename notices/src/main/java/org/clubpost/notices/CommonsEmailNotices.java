package org.clubpost.notices;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.consent.Wording;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.Gathered;
import org.clubpost.core.notice.JoinNotice;
import org.clubpost.core.notice.MemberNotice;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.notice.OwnerNotice;
import org.clubpost.core.notice.PostNotice;
import org.clubpost.core.notice.Shown;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
import org.clubpost.core.store.MailContent;
import org.clubpost.core.subscriber.Person;
import org.clubpost.site.LetterDraft;
import org.clubpost.site.Letters;
import org.clubpost.site.Reasons;

/**
 * Writes notices with Apache Commons Email on Angus Mail.
 *
 * <p>A notice comes from the list's address under the list's name; an answer reaches the list's owners, and a bounce
 * goes to the list's bounce address. Its first field for machines is {@code Auto-Submitted} (RFC 3834 section 5), so
 * that no vacation program answers.
 */
public final class CommonsEmailNotices implements Notices {

    private static final int MAX_SUBJECT_CODE_POINTS = 150;
    private static final URI SOME_LINK = URI.create("https://…");
    private static final String SOME_TIME = "…";

    private final Outbox outbox;
    private final Letters letters;
    private final InstantSource clock;
    private final NoticeFields fields;

    /**
     * Writes them in all our languages.
     *
     * @param outbox the way out
     * @param clock for the Date field
     * @param random for the Message-ID field; need not be secret
     */
    public CommonsEmailNotices(Outbox outbox, InstantSource clock, RandomGenerator random) {
        this.outbox = outbox;
        this.letters = Letters.load();
        this.clock = clock;
        this.fields = new NoticeFields(random);
    }

    @Override
    public void send(Notice notice) {
        var letter = letters.write(draft(notice));
        var content = new NoticeMail(notice.list(), notice.recipient(), answered(notice), letter,
                fields.of(notice, clock.instant()),
                attached(notice).stream().filter(mail -> mail.sizeBytes() > 0).toList()).write();
        var mail = new OutgoingMail(notice.list().address(ListRole.BOUNCES), notice.recipient(), content,
                notice.mark());
        switch (outbox.send(mail)) {
            case SendOutcome.Accepted _,SendOutcome.Refused _ -> {
                // Done, or there is nobody to tell.
            }
            case SendOutcome.Doubtful(var blame, var reason) -> {
                // Who is refused for our sake gets it later.
                if (blame == SendOutcome.Doubtful.Blame.SENDER) {
                    throw new UnavailableException("a notice was not taken from us: " + words(reason));
                }
            }
            case SendOutcome.Later(var reason) ->
                throw new UnavailableException("a notice was not taken for now: " + words(reason));
            case SendOutcome.Deferred(_, var reason) ->
                throw new UnavailableException("a notice was not taken: " + words(reason));
            case SendOutcome.Unclear(var reason) ->
                throw new UnavailableException("a notice may not have been taken: " + words(reason));
        }
    }

    /** Who gets an answer: one to a mail that asks to confirm confirms. */
    private static Optional<Shown.Writer> answered(Notice notice) {
        return notice.answer().map(address -> new Shown.Writer("", address))
                .or(() -> OwnersLetter.answered(notice));
    }

    /** In the place of each link stands a short one. */
    @Override
    public Optional<Wording> words(JoinNotice.ConfirmationRequest request) {
        return Optional.of(wording(new JoinNotice.ConfirmationRequest(request.list(), request.recipient(),
                request.language(), SOME_LINK, SOME_LINK, request.within(), request.answer())));
    }

    @Override
    public Optional<Wording> words(JoinNotice.Invitation invitation) {
        var request = invitation.request();
        return Optional.of(wording(new JoinNotice.Invitation(new JoinNotice.ConfirmationRequest(request.list(),
                request.recipient(), request.language(), SOME_LINK, SOME_LINK, request.within(), request.answer()),
                invitation.inviter())));
    }

    @Override
    public Optional<Wording> words(JoinNotice.JointConfirmationRequest request) {
        return Optional.of(wording(new JoinNotice.JointConfirmationRequest(request.lists(), request.others(),
                request.recipient(), request.language(), SOME_LINK, SOME_LINK, request.within(), request.answer())));
    }

    /** In the place of the time stands a short one, too: it is different for each person. */
    @Override
    public Optional<Wording> words(JoinNotice.ConfirmationReminder reminder) {
        return Optional.of(wording(draft(new JoinNotice.ConfirmationReminder(reminder.list(), reminder.recipient(),
                reminder.language(), SOME_LINK, SOME_LINK, reminder.until(), reminder.answer()))
                .with("until", SOME_TIME)));
    }

    @Override
    public Optional<Wording> words(JoinNotice.JointConfirmationReminder reminder) {
        return Optional
                .of(wording(draft(new JoinNotice.JointConfirmationReminder(reminder.lists(), reminder.recipient(),
                        reminder.language(), SOME_LINK, SOME_LINK, reminder.until(), reminder.answer()))
                        .with("until", SOME_TIME)));
    }

    private Wording wording(Notice notice) {
        return wording(draft(notice));
    }

    private Wording wording(LetterDraft draft) {
        var letter = letters.write(draft);
        return Wording.of(letter.subject() + "\n\n" + letter.text());
    }

    private LetterDraft draft(Notice notice) {
        return switch (notice) {
            case JoinNotice.ConfirmationRequest request -> JoiningLetters.draft(request, letters);
            case JoinNotice.Invitation invitation -> JoiningLetters.draft(invitation, letters);
            case OwnerNotice.CommandsDone done -> CommandsLetter.draft(done, letters);
            case OwnerNotice.CommandsUnproven unproven ->
                more(about(unproven, "commands-unproven", unproven.mail()), unproven.isLast())
                        .with("admin", unproven.list().address(ListRole.ADMIN).ascii());
            case JoinNotice.ConfirmationReminder reminder -> JoiningLetters.draft(reminder, letters);
            case JoinNotice.JointConfirmationReminder reminder -> JoiningLetters.draft(reminder, letters);
            case JoinNotice.JointConfirmationRequest request -> JoiningLetters.draft(request, letters);
            case JoinNotice.AlreadyMemberOfAll all -> JoiningLetters.draft(all);
            case JoinNotice.AlreadyApplied(var list, _, var language) ->
                LetterDraft.about(list, "already-applied", language).to("applicant");
            case OwnerNotice.ApplicantWaits waits -> more(JoiningLetters.draft(waits, letters), waits.isLast());
            case JoinNotice.NotLetIn(var list, _, var language, var isDecision) -> LetterDraft
                    .about(list, isDecision ? "not-let-in" : "not-decided", language).to("applicant");
            case JoinNotice.AlreadyMember(var list, _, var language, var leave) ->
                LetterDraft.about(list, "already-member", language).to("member").withOther(leave);
            case JoinNotice.Welcome welcome -> MembershipLetters.draft(welcome, letters);
            case JoinNotice.Added added -> MembershipLetters.draft(added, letters);
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
            case MemberNotice.MailCheck check -> MembershipLetters.draft(check);
            case MemberNotice.MailStopped stopped -> MembershipLetters.draft(stopped, letters);
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
            case MemberNotice.YourLists yours -> MembershipLetters.draft(yours, letters);
            case MemberNotice.WhatIsLeft(var list, _, var language, var names, var erase, var data, var within) ->
                LetterDraft.about(list, "what-is-left", language).to("old-address")
                        .with("within", letters.duration(language, within))
                        .with(new LetterDraft.Entry("", names)).withButton(erase).withOther(data);
            case MemberNotice.NewPostOut(var list, _, var language, var settings) ->
                LetterDraft.about(list, "new-post", language).to("member").withOther(settings);
            case OwnerNotice.SignIn(var list, var recipient, var language, var link, var within) ->
                LetterDraft.about(list, "sign-in", language)
                        .to(list.people().isOnlyModerator(recipient) ? "moderator" : "owner")
                        .with("within", letters.duration(language, within)).withButton(link);
            case OwnerNotice.PhonesPaused(var list, _, var cap) ->
                LetterDraft.about(list, "phones-paused", notice.language()).to("owner").with("cap",
                        Integer.toString(cap));
            case OwnerNotice.SignUpsWaiting(var list, _, var waiting, var cap) ->
                LetterDraft.about(list, "sign-ups-waiting", notice.language()).to("owner")
                        .with("waiting", Integer.toString(waiting)).with("cap", Integer.toString(cap))
                        .with("id", list.id().value());
            case OwnerNotice.MemberJoined(var list, _, var member, var isLast) ->
                more(LetterDraft.about(list, "member-joined", notice.language()).to("owner").with("member",
                        written(member)), isLast);
            case MemberNotice.Help help -> HelpLetter.draft(help, letters);
            case PostNotice.PostRejected(var list, _, var subject, _, var reason) ->
                LetterDraft.about(list, "post-rejected", notice.language()).to("author")
                        .with("subject", oneLine(subject)).with("reason", Reasons.sentence(reason, notice.language()));
            case OwnerNotice.PostHeld(var list, _, var mail, var reason, var audience, var send, var refuse, var within, var code, var isLast) ->
                more(about(notice, "post-held", mail), isLast).with("code", code)
                        .with("reason", Reasons.sentence(reason, notice.language()))
                        .with("audience", letters.audience(notice.language(), audience))
                        .with("within", letters.duration(notice.language(), within)).withButton(send)
                        .withOther(refuse);
            case OwnerNotice.MailForOwners forOwners ->
                more(OwnersLetter.draft(forOwners, letters), forOwners.isLast());
            case Gathered gathered -> GatheredLetter.draft(gathered, letters);
            case PostNotice.PostWaitsForOwners(var list, _, var subject, _, var reason, var within) ->
                LetterDraft.about(list, "post-waits-for-owners", notice.language()).to("author")
                        .with("subject", oneLine(subject)).with("reason", Reasons.sentence(reason, notice.language()))
                        .with("within", letters.duration(notice.language(), within));
            case PostNotice.ConfirmOwnPost(var list, _, var received, var confirm, var disown, var within) ->
                LetterDraft.about(list, "confirm-own-post", notice.language()).to("named")
                        .with("received", letters.time(notice.language(), list, received))
                        .with("within", letters.duration(notice.language(), within)).withButton(confirm)
                        .withOther(disown);
            case PostNotice.PostExpired(var list, _, var author, var subject, var after, var isLast) ->
                more(LetterDraft.about(list, "post-expired", notice.language()).to(reader(notice)), isLast)
                        .with("author", oneLine(author)).with("subject", oneLine(subject))
                        .with("after", letters.duration(notice.language(), after));
            case PostNotice.PostWaiting(var list, _, var subject, var until, var cancel) ->
                LetterDraft.about(list, "post-waiting", notice.language()).to("author")
                        .with("subject", oneLine(subject)).with("until", letters.time(notice.language(), list, until))
                        .withButton(cancel);
            case PostNotice.PostUndecided(var list, _, var subject, var reason, var until, var cancel) ->
                LetterDraft.about(list, "post-undecided", notice.language()).to("author")
                        .with("subject", oneLine(subject)).with("reason", quoted(notice.language(), reason))
                        .with("until", letters.time(notice.language(), list, until)).withButton(cancel);
            case PostNotice.PostStuck(var list, _, var subject, var post, var cause, var reason, var until) ->
                LetterDraft.about(list, "post-stuck-" + word(cause), notice.language()).to("owner")
                        .with("subject", oneLine(subject)).with("post", post)
                        .with("reason", quoted(notice.language(), reason).replaceFirst("[.。]$", ""))
                        .with("until", letters.time(notice.language(), list, until));
            case PostNotice.PostReturns returns -> ReturnLetters.draft(returns, letters);
            case OwnerNotice.RoleOffered offered -> PeopleLetters.draft(offered, letters);
            case OwnerNotice.PeopleChanged changed -> PeopleLetters.draft(changed, letters);
            case OwnerNotice.MakersChanged changed -> PeopleLetters.draft(changed);
            case OwnerNotice.ListDeleted deleted -> PeopleLetters.draft(deleted, letters);
            case OwnerNotice.ListHealth health -> ReturnLetters.draft(health);
            case PostNotice.PostReport report -> ReportLetters.draft(report, letters);
        };
    }

    /** A reason as one line that names nobody, because it may hold words of somebody else's server. */
    static String quoted(Locale language, Reason reason) {
        return oneLine(Reasons.sentence(reason, language)).replaceAll("\\S+@\\S+", "…");
    }

    private static String words(Reason reason) {
        return Reasons.sentence(reason, Locale.ENGLISH);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The letter; the last one for a while says so. */
    private LetterDraft more(LetterDraft draft, boolean isLast) {
        return isLast ? draft.withNote(letters.part(draft.language(), "mail.more", Map.of())) : draft;
    }

    /** What the recipient is to the list, of those who decide about posts. */
    static String reader(Notice notice) {
        return notice.list().people().isOnlyModerator(notice.recipient()) ? "moderator" : "owner";
    }

    /** A letter to an owner or a moderator about somebody's mail. */
    private static LetterDraft about(Notice notice, String name, ForwardedMail mail) {
        return LetterDraft.about(notice.list(), mail.isAttached() ? name : name + "-unseen", notice.language())
                .to(reader(notice)).with("author", oneLine(mail.author())).with("subject", oneLine(mail.subject()));
    }

    /** Mails of zero octets are those that do not fit; they are not attached. */
    private static List<MailContent> attached(Notice notice) {
        return switch (notice) {
            case OwnerNotice.PostHeld held -> List.of(held.mail().content());
            case OwnerNotice.MailForOwners mail -> List.of(mail.mail().content());
            case OwnerNotice.CommandsUnproven unproven -> List.of(unproven.mail().content());
            case Gathered gathered -> GatheredLetter.attached(gathered);
            case JoinNotice.Invitation _ -> List.of();
            case OwnerNotice.CommandsDone _ -> List.of();
            case JoinNotice.ConfirmationRequest _ -> List.of();
            case JoinNotice.JointConfirmationRequest _ -> List.of();
            case JoinNotice.AlreadyMemberOfAll _ -> List.of();
            case JoinNotice.AlreadyApplied _ -> List.of();
            case OwnerNotice.ApplicantWaits _ -> List.of();
            case JoinNotice.NotLetIn _ -> List.of();
            case JoinNotice.AlreadyMember _ -> List.of();
            case JoinNotice.Welcome _ -> List.of();
            case JoinNotice.Added _ -> List.of();
            case MemberNotice.Goodbye _ -> List.of();
            case MemberNotice.LeaveOffer _ -> List.of();
            case MemberNotice.Paused _ -> List.of();
            case MemberNotice.MailCheck _ -> List.of();
            case MemberNotice.MailStopped _ -> List.of();
            case MemberNotice.SettingsLink _ -> List.of();
            case JoinNotice.ConfirmationReminder _ -> List.of();
            case JoinNotice.JointConfirmationReminder _ -> List.of();
            case MemberNotice.NewAddress _ -> List.of();
            case MemberNotice.OldAddress _ -> List.of();
            case MemberNotice.YourLists _ -> List.of();
            case MemberNotice.WhatIsLeft _ -> List.of();
            case MemberNotice.NewPostOut _ -> List.of();
            case OwnerNotice.SignIn _ -> List.of();
            case OwnerNotice.PhonesPaused _ -> List.of();
            case OwnerNotice.RoleOffered _ -> List.of();
            case OwnerNotice.PeopleChanged _ -> List.of();
            case OwnerNotice.MakersChanged _ -> List.of();
            case OwnerNotice.ListDeleted _ -> List.of();
            case OwnerNotice.ListHealth _ -> List.of();
            case PostNotice.PostReturns _ -> List.of();
            case OwnerNotice.SignUpsWaiting _ -> List.of();
            case OwnerNotice.MemberJoined _ -> List.of();
            case MemberNotice.Help _ -> List.of();
            case PostNotice.PostRejected _ -> List.of();
            case PostNotice.PostWaitsForOwners _ -> List.of();
            case PostNotice.ConfirmOwnPost _ -> List.of();
            case PostNotice.PostExpired _ -> List.of();
            case PostNotice.PostWaiting _ -> List.of();
            case PostNotice.PostUndecided _ -> List.of();
            case PostNotice.PostStuck _ -> List.of();
            case PostNotice.PostReport _ -> List.of();
        };
    }

    static String written(Person person) {
        return person.name().isGiven()
                ? person.name().text() + " (" + person.address().ascii() + ")"
                : person.address().ascii();
    }

    static String oneLine(String subject) {
        var line = subject.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        return line.codePointCount(0, line.length()) <= MAX_SUBJECT_CODE_POINTS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_SUBJECT_CODE_POINTS)) + "…";
    }
}
