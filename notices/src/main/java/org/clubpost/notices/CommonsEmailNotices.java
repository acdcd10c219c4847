package org.clubpost.notices;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.clubpost.core.UnavailableException;
import org.clubpost.core.list.ListRole;
import org.clubpost.core.list.MailingList;
import org.clubpost.core.notice.ForwardedMail;
import org.clubpost.core.notice.Notice;
import org.clubpost.core.notice.Notices;
import org.clubpost.core.outbox.MailContent;
import org.clubpost.core.outbox.Outbox;
import org.clubpost.core.outbox.OutgoingMail;
import org.clubpost.core.outbox.SendOutcome;
import org.clubpost.core.reason.Reason;
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
        var content = new NoticeMail(notice.list(), notice.recipient(), letter,
                fields.of(notice, clock.instant()),
                attached(notice).stream().filter(mail -> mail.sizeBytes() > 0).toList()).write();
        var mail = new OutgoingMail(notice.list().address(ListRole.BOUNCES), notice.recipient(), content);
        switch (outbox.send(mail)) {
            case SendOutcome.Accepted _,SendOutcome.Refused _ -> {
                // Done, or there is nobody to tell.
            }
            case SendOutcome.Later(var reason) ->
                throw new UnavailableException("a notice was not taken for now: " + words(reason));
            case SendOutcome.Deferred(_, var reason) ->
                throw new UnavailableException("a notice was not taken: " + words(reason));
            case SendOutcome.Unclear(var reason) ->
                throw new UnavailableException("a notice may not have been taken: " + words(reason));
        }
    }

    private LetterDraft draft(Notice notice) {
        return switch (notice) {
            case Notice.ConfirmationRequest(var list, _, var language, var confirm, var withdraw, var within) ->
                LetterDraft.about(list, "confirmation", language).with("within", letters.duration(language, within))
                        .withButton(confirm).withOther(withdraw);
            case Notice.AlreadyMember(var list, _, var language, var leave) ->
                LetterDraft.about(list, "already-member", language).to("member").withOther(leave);
            case Notice.Welcome(var list, _, var language, var leave) ->
                LetterDraft.about(list, "welcome", language).to("member").withOther(leave);
            case Notice.Goodbye(var list, _, var language, var left, var back, var within) ->
                LetterDraft.about(list, "goodbye", language).to("former").with("left", letters.time(language, left))
                        .with("within", letters.duration(language, within)).withButton(back);
            case Notice.LeaveOffer(var list, _, var language, var leave) ->
                LetterDraft.about(list, "leave-offer", language).to("member").withButton(leave);
            case Notice.Paused(var list, _, var language, var until, var settings) ->
                LetterDraft.about(list, "paused", language).to("member").with("until", letters.day(language, until))
                        .withOther(settings);
            case Notice.SettingsLink(var list, _, var language, var settings, var within) ->
                LetterDraft.about(list, "settings-link", language).to("member")
                        .with("within", letters.duration(language, within)).withButton(settings);
            case Notice.NewPostOut(var list, _, var language, var settings) ->
                LetterDraft.about(list, "new-post", language).to("member").withOther(settings);
            case Notice.PhonesPaused(var list, _, var cap) ->
                LetterDraft.about(list, "phones-paused", notice.language()).to("owner").with("cap",
                        Integer.toString(cap));
            case Notice.SignUpsWaiting(var list, _, var waiting, var cap) ->
                LetterDraft.about(list, "sign-ups-waiting", notice.language()).to("owner")
                        .with("waiting", Integer.toString(waiting)).with("cap", Integer.toString(cap))
                        .with("id", list.id().value());
            case Notice.MemberJoined(var list, _, var member, var isLast) ->
                more(LetterDraft.about(list, "member-joined", notice.language()).to("owner").with("member",
                        written(member)), isLast);
            case Notice.PostRejected(var list, _, var subject, _, var reason) ->
                LetterDraft.about(list, "post-rejected", notice.language()).to("author")
                        .with("subject", oneLine(subject)).with("reason", Reasons.sentence(reason, notice.language()));
            case Notice.PostHeld(var list, _, var mail, var reason, var audience, var send, var refuse, var within, var isLast) ->
                more(about(list, "post-held", mail), isLast).with("reason", Reasons.sentence(reason, notice.language()))
                        .with("audience", letters.audience(notice.language(), audience))
                        .with("within", letters.duration(notice.language(), within)).withButton(send)
                        .withOther(refuse);
            case Notice.MailForOwners(var list, _, var mail, var isLast) ->
                more(about(list, "for-owners", mail), isLast);
            case Notice.Gathered gathered -> GatheredLetter.draft(gathered, letters);
            case Notice.PostWaitsForOwners(var list, _, var subject, _, var reason, var within) ->
                LetterDraft.about(list, "post-waits-for-owners", notice.language()).to("author")
                        .with("subject", oneLine(subject)).with("reason", Reasons.sentence(reason, notice.language()))
                        .with("within", letters.duration(notice.language(), within));
            case Notice.ConfirmOwnPost(var list, _, var received, var confirm, var disown, var within) ->
                LetterDraft.about(list, "confirm-own-post", notice.language()).to("named")
                        .with("received", letters.time(notice.language(), received))
                        .with("within", letters.duration(notice.language(), within)).withButton(confirm)
                        .withOther(disown);
            case Notice.PostExpired(var list, _, var author, var subject, var after, var isLast) ->
                more(LetterDraft.about(list, "post-expired", notice.language()).to("owner"), isLast)
                        .with("author", oneLine(author)).with("subject", oneLine(subject))
                        .with("after", letters.duration(notice.language(), after));
            case Notice.PostWaiting(var list, _, var subject, var until, var cancel) ->
                LetterDraft.about(list, "post-waiting", notice.language()).to("author")
                        .with("subject", oneLine(subject)).with("until", letters.time(notice.language(), until))
                        .withButton(cancel);
            case Notice.PostStuck(var list, _, var subject, var post, var cause, var reason, var until) ->
                LetterDraft.about(list, "post-stuck-" + word(cause), notice.language()).to("owner")
                        .with("subject", oneLine(subject)).with("post", post)
                        .with("reason", quoted(notice.language(), reason))
                        .with("until", letters.time(notice.language(), until));
            case Notice.PostReport report -> draft(report);
        };
    }

    private LetterDraft draft(Notice.PostReport report) {
        return switch (report.result()) {
            case Notice.PostReport.Result.Done(var sent, var took, var shortfalls) ->
                about(report, "post-report", sent, shortfalls).with("took", letters.took(report.language(), took));
            case Notice.PostReport.Result.Stopped(var at, var sent, var shortfalls) ->
                about(report, "post-stopped", sent, shortfalls).with("at", letters.time(report.language(), at));
            case Notice.PostReport.Result.NotSent(var at) ->
                about(report, "post-not-sent", "").with("at", letters.time(report.language(), at));
        };
    }

    /** A letter that says how many members got a post, how many did not, and why. */
    private LetterDraft about(Notice.PostReport report, String name, long sent,
            List<Notice.PostReport.Shortfall> shortfalls) {
        return about(report, name, shortfalls.isEmpty() ? "" : "-failures").with("sent", Long.toString(sent))
                .with("failed", Long.toString(shortfalls.stream().mapToLong(Notice.PostReport.Shortfall::count).sum()))
                .with("failures", shortfalls.stream().map(each -> line(report.language(), each))
                        .collect(Collectors.joining("\n\n")));
    }

    /** A letter to its reader about somebody's post. */
    private static LetterDraft about(Notice.PostReport report, String name, String ending) {
        var reader = switch (report.reader()) {
            case AUTHOR -> "";
            case OWNER -> "-owner";
        };
        return LetterDraft.about(report.list(), name + reader + ending, report.language()).to(word(report.reader()))
                .with("subject", oneLine(report.subject()));
    }

    private String line(Locale language, Notice.PostReport.Shortfall shortfall) {
        return letters.part(language, "report." + word(shortfall.kind()),
                Map.of("count", Long.toString(shortfall.count()), "reason", quoted(language, shortfall.reason())));
    }

    /** A reason as one line that names nobody, because it may hold words of somebody else's server. */
    private static String quoted(Locale language, Reason reason) {
        return oneLine(Reasons.sentence(reason, language)).replaceAll("\\S+@\\S+", "…");
    }

    private static String words(Reason reason) {
        return Reasons.sentence(reason, Locale.ENGLISH);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The letter; the last one for a while says so. */
    private LetterDraft more(LetterDraft draft, boolean isLast) {
        return isLast ? draft.withNote(letters.part(draft.language(), "mail.more", Map.of())) : draft;
    }

    /** A letter to an owner about somebody's mail. */
    private static LetterDraft about(MailingList list, String name, ForwardedMail mail) {
        return LetterDraft.about(list, mail.isAttached() ? name : name + "-unseen", list.profile().language())
                .to("owner").with("author", oneLine(mail.author())).with("subject", oneLine(mail.subject()));
    }

    /** Mails of zero octets are those that do not fit; they are not attached. */
    private static List<MailContent> attached(Notice notice) {
        return switch (notice) {
            case Notice.PostHeld held -> List.of(held.mail().content());
            case Notice.MailForOwners mail -> List.of(mail.mail().content());
            case Notice.Gathered gathered -> GatheredLetter.attached(gathered);
            case Notice.ConfirmationRequest _ -> List.of();
            case Notice.AlreadyMember _ -> List.of();
            case Notice.Welcome _ -> List.of();
            case Notice.Goodbye _ -> List.of();
            case Notice.LeaveOffer _ -> List.of();
            case Notice.Paused _ -> List.of();
            case Notice.SettingsLink _ -> List.of();
            case Notice.NewPostOut _ -> List.of();
            case Notice.PhonesPaused _ -> List.of();
            case Notice.SignUpsWaiting _ -> List.of();
            case Notice.MemberJoined _ -> List.of();
            case Notice.PostRejected _ -> List.of();
            case Notice.PostWaitsForOwners _ -> List.of();
            case Notice.ConfirmOwnPost _ -> List.of();
            case Notice.PostExpired _ -> List.of();
            case Notice.PostWaiting _ -> List.of();
            case Notice.PostStuck _ -> List.of();
            case Notice.PostReport _ -> List.of();
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
