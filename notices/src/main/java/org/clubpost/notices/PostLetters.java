package org.clubpost.notices;

import org.clubpost.core.notice.PostNotice;
import org.clubpost.site.LetterDraft;
import org.clubpost.site.Letters;
import org.clubpost.site.Reasons;

/** The letters about a post, to its author and to those who run the list. */
final class PostLetters {

    private PostLetters() {}

    static LetterDraft draft(PostNotice notice, Letters letters) {
        return switch (notice) {
            case PostNotice.PostRejected(var list, _, var subject, _, var reason) ->
                LetterDraft.about(list, "post-rejected", notice.language()).to("author")
                        .with("subject", Lines.oneLine(subject))
                        .with("reason", Reasons.sentence(reason, notice.language()));
            case PostNotice.PostWaitsForOwners(var list, _, var subject, _, var reason, var within) ->
                LetterDraft.about(list, "post-waits-for-owners", notice.language()).to("author")
                        .with("subject", Lines.oneLine(subject))
                        .with("reason", Reasons.sentence(reason, notice.language()))
                        .with("within", letters.duration(notice.language(), within));
            case PostNotice.ConfirmOwnPost(var list, _, var received, var confirm, var disown, var within) ->
                LetterDraft.about(list, "confirm-own-post", notice.language()).to("named")
                        .with("received", letters.time(notice.language(), list, received))
                        .with("within", letters.duration(notice.language(), within)).withButton(confirm)
                        .withOther(disown);
            case PostNotice.PostExpired(var list, _, var author, var subject, var after, var isLast) ->
                Lines.more(LetterDraft.about(list, "post-expired", notice.language()).to(Lines.reader(notice)), isLast,
                        letters)
                        .with("author", Lines.oneLine(author)).with("subject", Lines.oneLine(subject))
                        .with("after", letters.duration(notice.language(), after));
            case PostNotice.PostWaiting(var list, _, var subject, var until, var cancel) ->
                LetterDraft.about(list, "post-waiting", notice.language()).to("author")
                        .with("subject", Lines.oneLine(subject))
                        .with("until", letters.time(notice.language(), list, until))
                        .withButton(cancel);
            case PostNotice.PostUndecided(var list, _, var subject, var reason, var until, var cancel) ->
                LetterDraft.about(list, "post-undecided", notice.language()).to("author")
                        .with("subject", Lines.oneLine(subject)).with("reason", Lines.quoted(notice.language(), reason))
                        .with("until", letters.time(notice.language(), list, until)).withButton(cancel);
            case PostNotice.PostStuck(var list, _, var subject, var post, var cause, var reason, var until) ->
                LetterDraft.about(list, "post-stuck-" + Lines.word(cause), notice.language()).to("owner")
                        .with("subject", Lines.oneLine(subject)).with("post", post)
                        .with("reason", Lines.quoted(notice.language(), reason).replaceFirst("[.。]$", ""))
                        .with("until", letters.time(notice.language(), list, until));
            case PostNotice.PostReturns returns -> ReturnLetters.draft(returns, letters);
            case PostNotice.PostReport report -> ReportLetters.draft(report, letters);
        };
    }
}
