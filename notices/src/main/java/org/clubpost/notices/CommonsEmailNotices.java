package org.clubpost.notices;

import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
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
                notice.brings().stream().filter(ForwardedMail::isAttached).map(ForwardedMail::content).toList())
                .write();
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
                .or(() -> MailForOwnersLetter.answered(notice));
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
            case JoinNotice joining -> JoiningLetters.draft(joining, letters);
            case MemberNotice forMember -> MembershipLetters.draft(forMember, letters);
            case OwnerNotice forOwner -> OwnerLetters.draft(forOwner, letters);
            case PostNotice aboutPost -> PostLetters.draft(aboutPost, letters);
            case Gathered gathered -> GatheredLetter.draft(gathered, letters);
        };
    }

    private static String words(Reason reason) {
        return Reasons.sentence(reason, Locale.ENGLISH);
    }
}
